/** What incidents can be filtered by, in the box or by the address: `severity:critical state:open since:24h`. */
import type { Device } from '../../shared/contract/devices.ts';
import type { Incident, IncidentCause } from '../../shared/contract/incidents.ts';
import { causeNames } from '../../shared/model/cause-names.ts';
import { fieldIds, type FilterField, type FilterSpec } from '../filter/filter-spec.ts';
import { matchingRows } from '../filter/match-terms.ts';
import { parseTerms } from '../filter/parse-terms.ts';
import { filterMoment } from '../state/filter-terms.ts';
import { kindNames } from '../state/kind-names.ts';

/** What the filter knows beside the incidents. */
export interface FilterContext {
  /** Ages such as `since:24h` count back from here. */
  readonly nowMs: number;
  readonly devices: ReadonlyMap<number | string, Pick<Device, 'name'>>;
}

const isKind = (value: string): value is Incident['kind'] => Object.hasOwn(kindNames, value);
const isCause = (value: string): value is IncidentCause => Object.hasOwn(causeNames, value);

const text = (
  id: string,
  label: string,
  of: (incident: Incident) => string | null,
  more: Partial<FilterField<Incident>> = {},
): FilterField<Incident> => ({ id, label, kind: 'text', of, offered: true, ...more });

const FIELDS: readonly FilterField<Incident>[] = [
  text('state', 'State', ({ closedAtMs }) => (closedAtMs === null ? 'open' : 'closed')),
  text('severity', 'Severity', ({ severity }) => severity),
  text('kind', 'Kind', ({ kind }) => kind, { nameOf: (value) => (isKind(value) ? kindNames[value] : value) }),
  text('site', 'Site', ({ site }) => site),
  text('acknowledged', 'Acknowledged', ({ acknowledgedBy }) => (acknowledgedBy === null ? 'no' : 'yes')),
  text('owner', 'Owner', ({ acknowledgedBy }) => acknowledgedBy),
  // A word of its own for "nobody said": `unknown` is a finding, and stays one.
  text('cause', 'Cause', ({ cause }) => cause?.cause ?? 'none', {
    nameOf: (value) => (isCause(value) ? causeNames[value] : value),
  }),
];

function moments(nowMs: number): readonly FilterField<Incident>[] {
  const of = ({ openedAtMs }: Incident): number => openedAtMs;
  const hint = 'when it opened: 90m, 24h, 7d, or a time';
  const since = (incident: Incident, value: string): boolean =>
    incident.openedAtMs >= (filterMoment(value, nowMs) ?? Number.POSITIVE_INFINITY);
  const until = (incident: Incident, value: string): boolean =>
    incident.openedAtMs < (filterMoment(value, nowMs) ?? Number.NEGATIVE_INFINITY);
  return [
    { id: 'since', label: 'Since', kind: 'number', of, hint, fits: since },
    { id: 'until', label: 'Until', kind: 'number', of, hint, fits: until },
  ];
}

/** All that an incident says of itself, in lower case. */
function textOf({ id, title, site, kind, acknowledgedBy, cause }: Incident): string {
  const told = cause === null ? [] : [causeNames[cause.cause], cause.text];
  return [`#${id}`, title, site, kindNames[kind], acknowledgedBy, ...told].join('\n').toLowerCase();
}

export function incidentFilter({ nowMs, devices }: FilterContext): FilterSpec<Incident> {
  const nameOf = ({ deviceId }: Incident): string | null =>
    deviceId === null ? null : (devices.get(deviceId)?.name ?? null);
  return { fields: [...FIELDS, text('device', 'Device', nameOf), ...moments(nowMs)], textOf };
}

/** Incidents that have one of each field's values, opened in the stretch meant, and every word somewhere in their text. */
export function filterIncidents(
  incidents: readonly Incident[],
  filter: string,
  spec: FilterSpec<Incident>,
): readonly Incident[] {
  return matchingRows(parseTerms(filter, fieldIds(spec)), spec, incidents);
}

/** The earliest moment that the filter asks for; null where it asks for none. */
export function filterSince(filter: string, nowMs: number): number | null {
  const asked = parseTerms(filter, ['since']).flatMap((term) =>
    term.kind === 'field' && !term.negated ? term.values.map((value) => filterMoment(value, nowMs)) : [],
  );
  const known = asked.filter((moment) => moment !== null);
  return known.length === 0 ? null : Math.min(...known);
}
