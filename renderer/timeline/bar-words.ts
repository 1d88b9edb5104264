/** How an incident of the time bar is said, in its tooltip and aloud. Pure. */
import type { Incident } from '../../shared/contract/incidents.ts';
import { causeText } from '../../shared/model/cause-names.ts';
import { formatAge } from '../../shared/units/durations.ts';
import { countText } from '../ui/count-text.ts';
import { formatMoment, zoneName } from '../ui/format-time.ts';
import { severityNames } from '../ui/SeverityPips.tsx';

/** "15:41 to 15:59 CET, 18 min" or "since 15:41 CET, 24 min". */
export function whenText({ openedAtMs, closedAtMs }: Incident, nowMs: number): string {
  const zone = zoneName(openedAtMs);
  const age = formatAge((closedAtMs ?? nowMs) - openedAtMs);
  const opened = formatMoment(openedAtMs, nowMs);
  if (closedAtMs === null) return `since ${opened} ${zone}, ${age}`;
  return `${opened} to ${formatMoment(closedAtMs, nowMs)} ${zone}, ${age}`;
}

/** "Critical, no. 418, Riverside, 12 devices behind it" */
export function whatText({ id, severity, site, affected }: Incident): string {
  const behind = affected.length === 0 ? [] : [`${countText(affected.length, 'device')} behind it`];
  return [severityNames[severity], `no. ${id}`, ...(site === null ? [] : [site]), ...behind].join(', ');
}

/** "Acknowledged by A. Berg" or "Not acknowledged"; then the cause, where one was assigned. */
export function handledText({ acknowledgedBy, closedAtMs, cause }: Incident): string {
  const owner =
    acknowledgedBy !== null
      ? `Acknowledged by ${acknowledgedBy}`
      : closedAtMs === null
        ? 'Not acknowledged'
        : 'Closed itself';
  return cause === null ? owner : `${owner}. Cause: ${causeText(cause)}`;
}

export function spokenText(incident: Incident, nowMs: number): string {
  const state = incident.closedAtMs === null ? 'open' : 'closed';
  return `${incident.title}. ${whatText(incident)}, ${state}, ${whenText(incident, nowMs)}. ${handledText(incident)}`;
}
