import type { Incident } from '../../../../shared/contract/incidents.ts';

export function incidentOf(id: number, changes: Partial<Incident> = {}): Incident {
  return {
    id,
    kind: 'device-down',
    severity: 'minor',
    title: `incident ${id}`,
    deviceId: 1,
    interfaceId: null,
    linkId: null,
    site: 'Riverside',
    affected: [],
    openedAtMs: 0,
    closedAtMs: 10,
    acknowledgedAtMs: null,
    acknowledgedBy: null,
    cause: null,
    notes: 0,
    ...changes,
  };
}
