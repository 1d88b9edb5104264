/** Incidents in the groups of the list. Pure. */
import type { Incident } from '../../shared/contract/incidents.ts';
import { kindNames } from '../state/kind-names.ts';
import { formatDay } from '../ui/format-time.ts';
import { severityNames, severityPips } from '../ui/SeverityPips.tsx';

export interface IncidentGroup {
  readonly title: string;
  readonly incidents: readonly Incident[];
}

export const groupings = ['day', 'site', 'kind', 'severity', 'owner'] as const;
export type Grouping = (typeof groupings)[number];

/** Midnight of the reader's day that holds `atMs`, `daysBack` days earlier. */
function dayStart(atMs: number, daysBack = 0): number {
  const day = new Date(atMs);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - daysBack);
  return day.getTime();
}

const isOpen = ({ closedAtMs }: Incident): boolean => closedAtMs === null;
const bySeverityThenAge = (a: Incident, b: Incident): number =>
  severityPips[b.severity] - severityPips[a.severity] || b.openedAtMs - a.openedAtMs;
const newestFirst = (a: Incident, b: Incident): number => b.openedAtMs - a.openedAtMs || b.id - a.id;
/** Open ones worst first, then closed ones newest first. */
const openFirst = (a: Incident, b: Incident): number =>
  Number(isOpen(b)) - Number(isOpen(a)) || (isOpen(a) ? bySeverityThenAge(a, b) : newestFirst(a, b));

function groupedBy(incidents: readonly Incident[], titleOf: (incident: Incident) => string): readonly IncidentGroup[] {
  const found = new Map<string, Incident[]>();
  for (const incident of incidents) {
    const title = titleOf(incident);
    const known = found.get(title);
    if (known === undefined) found.set(title, [incident]);
    else known.push(incident);
  }
  return [...found].map(([title, own]) => ({ title, incidents: own }));
}

/** Today and yesterday by name, the days of the last week by date, what is older by month. */
function dayTitle(atMs: number, nowMs: number): string {
  if (atMs >= dayStart(nowMs)) return 'Closed today';
  if (atMs >= dayStart(nowMs, 1)) return 'Closed yesterday';
  if (atMs >= dayStart(nowMs, 7)) return `Closed ${formatDay(atMs)}`;
  return `Closed in ${new Date(atMs).toLocaleString('en-GB', { month: 'long', year: 'numeric' })}`;
}

function byDay(incidents: readonly Incident[], nowMs: number): readonly IncidentGroup[] {
  const closed = incidents
    .filter((incident) => !isOpen(incident))
    .toSorted((a, b) => (b.closedAtMs ?? 0) - (a.closedAtMs ?? 0) || b.id - a.id);
  const open = incidents.filter(isOpen).toSorted(bySeverityThenAge);
  const days = groupedBy(closed, ({ closedAtMs }) => dayTitle(closedAtMs ?? 0, nowMs));
  return [
    { title: 'Open', incidents: open },
    ...days.map((day) => ({ ...day, incidents: day.incidents.toSorted(newestFirst) })),
  ];
}

/** Groups in the order of the alphabet; severities by their weight. Open ones first in each. */
function byWord(incidents: readonly Incident[], by: Exclude<Grouping, 'day'>): readonly IncidentGroup[] {
  const sorted = incidents.toSorted(openFirst);
  const alphabetical = (titleOf: (incident: Incident) => string): readonly IncidentGroup[] =>
    groupedBy(sorted, titleOf).toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
  switch (by) {
    case 'site':
      return alphabetical(({ site, deviceId }) => site ?? (deviceId === null ? 'Console' : 'No site'));
    case 'kind':
      return alphabetical(({ kind }) => kindNames[kind]);
    case 'owner':
      return alphabetical(({ acknowledgedBy }) => acknowledgedBy ?? 'Nobody');
    case 'severity':
      return groupedBy(sorted.toSorted(bySeverityThenAge), ({ severity }) => severityNames[severity]);
  }
}

/** By day: the open ones (the group is there even without any), then closed ones by the day on which they closed. */
export function groupIncidents(
  incidents: readonly Incident[],
  nowMs: number,
  by: Grouping = 'day',
): readonly IncidentGroup[] {
  return by === 'day' ? byDay(incidents, nowMs) : byWord(incidents, by);
}

/** One bar of the list: from and to as shares (0 to 1) of the stretch shown; null when it lies outside. */
export function barOf(
  incident: Incident,
  range: { readonly fromMs: number; readonly toMs: number },
  nowMs: number,
): { readonly from: number; readonly to: number } | null {
  const span = range.toMs - range.fromMs;
  const from = (incident.openedAtMs - range.fromMs) / span;
  const to = ((incident.closedAtMs ?? nowMs) - range.fromMs) / span;
  if (to < 0 || from > 1) return null;
  return { from: Math.max(0, from), to: Math.min(1, to) };
}
