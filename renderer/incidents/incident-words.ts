/** How an incident is said. Pure. */
import type { Incident } from '../../shared/contract/incidents.ts';
import type { StateName } from '../ui/state-marks.ts';

/** The state whose shape stands for the incident: what it did to its root. */
export function incidentState(incident: Incident): StateName {
  if (incident.closedAtMs !== null) return 'up';
  switch (incident.kind) {
    case 'device-down':
    case 'link-down':
      return 'down';
    case 'monitor-blind':
      return 'blind';
    default:
      return 'degraded';
  }
}

/** Root and dependents together. */
export function devicesConcerned(incident: Incident): number {
  return incident.affected.length + (incident.deviceId === null ? 0 : 1);
}

export function ownerText(incident: Incident): string {
  if (incident.acknowledgedBy !== null) return incident.acknowledgedBy;
  return incident.closedAtMs === null ? 'Not acknowledged' : 'closed itself';
}
