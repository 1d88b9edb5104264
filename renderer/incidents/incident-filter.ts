/**
 * Which incidents are asked for, in the filter box or by the address: `severity:critical state:open since:24h`. Pure.
 */
import type { Incident } from '../../shared/contract/incidents.ts';
import { causeNames } from '../../shared/model/cause-names.ts';
import { filterMoment, parseFilter } from '../state/filter-terms.ts';
import { kindNames } from '../state/kind-names.ts';

export const incidentFields = [
  'state',
  'severity',
  'kind',
  'site',
  'acknowledged',
  'owner',
  'cause',
  'since',
  'until',
] as const;
type Field = (typeof incidentFields)[number];

const openOrClosed = (incident: Incident): string => (incident.closedAtMs === null ? 'open' : 'closed');
const yesOrNo = (incident: Incident): string => (incident.acknowledgedBy === null ? 'no' : 'yes');
const same = (a: string | null, b: string): boolean => (a ?? 'none').toLowerCase() === b.toLowerCase();

/** `none` stands for what nobody said: `site:none`, `owner:none`, `cause:none`. */
function has(incident: Incident, field: Field, value: string, nowMs: number): boolean {
  switch (field) {
    case 'state':
      return same(openOrClosed(incident), value);
    case 'acknowledged':
      return same(yesOrNo(incident), value);
    case 'owner':
      return same(incident.acknowledgedBy, value);
    case 'cause':
      return same(incident.cause?.cause ?? null, value);
    case 'since':
      return incident.openedAtMs >= (filterMoment(value, nowMs) ?? Number.POSITIVE_INFINITY);
    case 'until':
      return incident.openedAtMs < (filterMoment(value, nowMs) ?? Number.NEGATIVE_INFINITY);
    default:
      return same(incident[field], value);
  }
}

/** The earliest moment that the filter asks for; null where it asks for none. */
export function filterSince(filter: string, nowMs: number): number | null {
  const values = parseFilter(filter, incidentFields).fields.get('since') ?? [];
  const known = values.map((value) => filterMoment(value, nowMs)).filter((moment) => moment !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** All that an incident says of itself, in lower case. */
function wordsOf({ id, title, site, kind, acknowledgedBy, cause }: Incident): string {
  const told = cause === null ? [] : [causeNames[cause.cause], cause.text];
  return [`#${id}`, title, site, kindNames[kind], acknowledgedBy, ...told].join('\n').toLowerCase();
}

/** Incidents that have one of each field's values, opened in the stretch meant, and every word somewhere in their text. */
export function filterIncidents(incidents: readonly Incident[], filter: string, nowMs: number): readonly Incident[] {
  const { fields, words } = parseFilter(filter, incidentFields);
  const wanted = incidentFields.map((field) => ({ field, values: fields.get(field) }));
  return incidents.filter((incident) => {
    const isWanted = wanted.every(
      ({ field, values }) => values?.some((value) => has(incident, field, value, nowMs)) ?? true,
    );
    if (!isWanted || words.length === 0) return isWanted;
    const text = wordsOf(incident);
    return words.every((word) => text.includes(word));
  });
}
