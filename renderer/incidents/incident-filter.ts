/** Which incidents the address asks for: `severity:critical state:open since:24h`. Pure. */
import type { Incident } from '../../shared/contract/incidents.ts';
import { filterMoment, parseFilter } from '../state/filter-terms.ts';

const FIELDS = ['state', 'severity', 'kind', 'site', 'acknowledged', 'since', 'until'] as const;
type Field = (typeof FIELDS)[number];

const openOrClosed = (incident: Incident): string => (incident.closedAtMs === null ? 'open' : 'closed');
const yesOrNo = (incident: Incident): string => (incident.acknowledgedBy === null ? 'no' : 'yes');

function has(incident: Incident, field: Field, value: string, nowMs: number): boolean {
  switch (field) {
    case 'state':
      return openOrClosed(incident) === value;
    case 'acknowledged':
      return yesOrNo(incident) === value;
    case 'since':
      return incident.openedAtMs >= (filterMoment(value, nowMs) ?? Number.POSITIVE_INFINITY);
    case 'until':
      return incident.openedAtMs < (filterMoment(value, nowMs) ?? Number.NEGATIVE_INFINITY);
    default:
      return incident[field] === value;
  }
}

/** The earliest moment that the filter asks for; null where it asks for none. */
export function filterSince(filter: string, nowMs: number): number | null {
  const moments = (parseFilter(filter, FIELDS).fields.get('since') ?? []).map((value) => filterMoment(value, nowMs));
  const known = moments.filter((moment) => moment !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Incidents that have one of each field's values, opened in the stretch meant, and every word in their title. */
export function filterIncidents(incidents: readonly Incident[], filter: string, nowMs: number): readonly Incident[] {
  const { fields, words } = parseFilter(filter, FIELDS);
  const wanted = FIELDS.map((field) => ({ field, values: fields.get(field) }));
  return incidents.filter(
    (incident) =>
      wanted.every(({ field, values }) => values?.some((value) => has(incident, field, value, nowMs)) ?? true) &&
      words.every((word) => incident.title.toLowerCase().includes(word)),
  );
}
