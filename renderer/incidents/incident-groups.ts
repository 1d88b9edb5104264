/** Incidents in the groups of the list: open, then by the day on which they closed. Pure. */
import type { Incident } from '../../shared/contract/incidents.ts';
import { severityPips } from '../ui/SeverityPips.tsx';

export interface IncidentGroup {
  readonly title: string;
  readonly incidents: readonly Incident[];
}

/** Midnight of the reader's day that holds `atMs`, `daysBack` days earlier. */
function dayStart(atMs: number, daysBack = 0): number {
  const day = new Date(atMs);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - daysBack);
  return day.getTime();
}

const bySeverityThenAge = (a: Incident, b: Incident): number =>
  severityPips[b.severity] - severityPips[a.severity] || b.openedAtMs - a.openedAtMs;
const newestFirst = (a: Incident, b: Incident): number => b.openedAtMs - a.openedAtMs;

/** Open ones worst first; closed ones newest first. Groups without any are left out, but for the open. */
export function groupIncidents(incidents: readonly Incident[], nowMs: number): readonly IncidentGroup[] {
  const today = dayStart(nowMs);
  const yesterday = dayStart(nowMs, 1);
  const closed = incidents.filter((incident) => incident.closedAtMs !== null).toSorted(newestFirst);
  const closedAt = (incident: Incident): number => incident.closedAtMs ?? 0;
  const groups = [
    { title: 'Closed today', incidents: closed.filter((one) => closedAt(one) >= today) },
    {
      title: 'Closed yesterday',
      incidents: closed.filter((one) => closedAt(one) < today && closedAt(one) >= yesterday),
    },
    { title: 'Closed earlier', incidents: closed.filter((one) => closedAt(one) < yesterday) },
  ];
  const open = incidents.filter((incident) => incident.closedAtMs === null).toSorted(bySeverityThenAge);
  return [{ title: 'Open', incidents: open }, ...groups.filter((group) => group.incidents.length > 0)];
}

/** The incidents as they were known at a moment: later ones are not there, and what closed later is open. */
export function incidentsAt(incidents: readonly Incident[], atMs: number): readonly Incident[] {
  const untilThen = (ms: number | null): boolean => ms !== null && ms <= atMs;
  return incidents
    .filter((incident) => incident.openedAtMs <= atMs)
    .map((incident) => ({
      ...incident,
      closedAtMs: untilThen(incident.closedAtMs) ? incident.closedAtMs : null,
      ...(!untilThen(incident.acknowledgedAtMs) && { acknowledgedAtMs: null, acknowledgedBy: null }),
    }));
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
