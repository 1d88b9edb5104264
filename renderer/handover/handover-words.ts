/** How a hand-over is said, on the page and in the text that is copied. Pure. */
import type { Incident } from '../../shared/contract/incidents.ts';
import { formatAge } from '../../shared/units/durations.ts';
import { countText } from '../ui/count-text.ts';
import { formatDay, formatMinute, formatMoment, zoneName } from '../ui/format-time.ts';
import type { MaintenanceItem, ShiftReport } from './handover-model.ts';

/** "Sat 28 Nov 03:57 to Sat 28 Nov 15:57 CET" */
export function shiftWords({ sinceMs, untilMs }: ShiftReport): string {
  const moment = (atMs: number): string => `${formatDay(atMs)} ${formatMinute(atMs)}`;
  return `${moment(sinceMs)} to ${moment(untilMs)} ${zoneName(untilMs)}`;
}

export function summaryWords({ open, opened, closed, maintenance }: ShiftReport): string {
  const lasting = maintenance.filter(({ untilMs }) => untilMs === null).length;
  return [
    `${countText(open.length, 'incident')} open`,
    `${opened} opened and ${closed.length} closed in the shift`,
    `${countText(lasting, 'device')} in maintenance`,
  ].join(', ');
}

/** "since 15:41, 24 min" or "15:41 to 15:58, 17 min" */
export function lastedWords({ openedAtMs, closedAtMs }: Incident, untilMs: number): string {
  const lasted = formatAge((closedAtMs ?? untilMs) - openedAtMs);
  const from = formatMoment(openedAtMs, untilMs);
  return closedAtMs === null
    ? `since ${from}, ${lasted}`
    : `${from} to ${formatMoment(closedAtMs, untilMs)}, ${lasted}`;
}

export function behindWords({ affected }: Incident): string | null {
  return affected.length === 0 ? null : `${countText(affected.length, 'device')} behind it`;
}

export function acknowledgedWords(incident: Incident, untilMs: number): string {
  const { acknowledgedBy, acknowledgedAtMs, closedAtMs } = incident;
  if (acknowledgedBy === null) return closedAtMs === null ? 'not acknowledged' : 'never acknowledged';
  const at = acknowledgedAtMs === null ? '' : `, ${formatMoment(acknowledgedAtMs, untilMs)}`;
  return `acknowledged by ${acknowledgedBy}${at}`;
}

export function maintenanceWords(item: MaintenanceItem, nowMs: number): string {
  const from = formatMoment(item.fromMs, nowMs);
  if (item.untilMs !== null) return `${from} to ${formatMoment(item.untilMs, nowMs)}`;
  return `since ${from}, ${formatAge(nowMs - item.fromMs)}`;
}
