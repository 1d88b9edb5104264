/** Where an entry of the log leads to: what it is about, in the inspector and at home. */
import type { LogEntry } from '../../shared/contract/log.ts';
import { showOnMap } from '../state/map-target.ts';
import { goTo } from '../state/route.ts';
import { select, type Selection } from '../state/selection.ts';

/** An incident before the port it is about, a port before its device; null for what the console itself did. Pure. */
export function leadOf({ incidentId, linkId, interfaceId, deviceId }: LogEntry): Selection | null {
  if (incidentId !== null) return { kind: 'incident', incidentId };
  if (linkId !== null) return { kind: 'link', linkId };
  if (deviceId === null) return null;
  return interfaceId === null ? { kind: 'device', deviceId } : { kind: 'interface', deviceId, interfaceId };
}

/** Goes where it is at home, and selects it there. */
export function openLead(entry: LogEntry): void {
  const lead = leadOf(entry);
  if (lead === null) return;
  select(lead);
  switch (lead.kind) {
    case 'incident':
      return goTo({ view: 'incidents' });
    case 'link':
      return showOnMap({ kind: 'link', linkId: lead.linkId });
    case 'interface':
      return goTo({ view: 'device', deviceId: lead.deviceId, tab: 'interfaces' });
    case 'device':
      return goTo({ view: 'device', deviceId: lead.deviceId, tab: 'overview' });
  }
}
