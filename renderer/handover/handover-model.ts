/** What a shift hands over, in the order in which the next one wants to hear it. Pure. */
import type { Incident } from '../../shared/contract/incidents.ts';
import type { Handover } from '../../shared/contract/overview.ts';
import { severityPips } from '../ui/SeverityPips.tsx';

export type HandoverItem = Handover['incidents'][number];
export type MaintenanceItem = Handover['maintenance'][number];

export interface ShiftReport {
  readonly sinceMs: number;
  readonly untilMs: number;
  /** Worst first, of one severity the oldest first: it has waited longest. */
  readonly open: readonly HandoverItem[];
  /** Newest end first. */
  readonly closed: readonly HandoverItem[];
  /** Closed before the shift, and noted on in it. */
  readonly noted: readonly HandoverItem[];
  /** How many opened in the shift, open or closed by now. */
  readonly opened: number;
  /** Lasting ones first. */
  readonly maintenance: readonly MaintenanceItem[];
  /** There is more than fits. */
  readonly more: boolean;
}

const closedAt = ({ incident }: HandoverItem): number => incident.closedAtMs ?? Number.POSITIVE_INFINITY;

/** Whether it began in the shift; else somebody before has handed it over already. */
export const openedInShift = ({ openedAtMs }: Incident, sinceMs: number): boolean => openedAtMs >= sinceMs;

export function shiftReport(read: Handover): ShiftReport {
  const { sinceMs, untilMs, incidents, maintenance, more } = read;
  const open = incidents.filter(({ incident }) => incident.closedAtMs === null);
  const ended = incidents.filter(({ incident }) => incident.closedAtMs !== null);
  const worstThenOldest = (a: HandoverItem, b: HandoverItem): number =>
    severityPips[b.incident.severity] - severityPips[a.incident.severity] ||
    a.incident.openedAtMs - b.incident.openedAtMs;
  const newestEnd = (a: HandoverItem, b: HandoverItem): number => closedAt(b) - closedAt(a);
  const lastingFirst = (a: MaintenanceItem, b: MaintenanceItem): number =>
    Number(a.untilMs !== null) - Number(b.untilMs !== null) || a.name.localeCompare(b.name);
  return {
    sinceMs,
    untilMs,
    open: open.sort(worstThenOldest),
    closed: ended.filter((item) => closedAt(item) > sinceMs).sort(newestEnd),
    noted: ended.filter((item) => closedAt(item) <= sinceMs).sort(newestEnd),
    opened: incidents.filter(({ incident }) => openedInShift(incident, sinceMs)).length,
    maintenance: maintenance.toSorted(lastingFirst),
    more,
  };
}
