/** What happened while a graph was made, as marks above its plot. Pure. */
import type { Incident, IncidentKind, NetworkEvent } from '../../shared/contract/incidents.ts';
import type { StateName } from '../ui/state-marks.ts';

export interface GraphMark {
  readonly key: string;
  readonly atMs: number;
  readonly text: string;
  /** The state whose shape is drawn; null for what changed no state: a small square. */
  readonly state: StateName | null;
  readonly weight: number;
}

/** What the graph is about. A graph of a whole device has no interface. */
export interface GraphSubject {
  readonly deviceId: number | null;
  readonly interfaceId: number | null;
}

const kindStates: Readonly<Record<IncidentKind, StateName>> = {
  'device-down': 'down',
  'link-down': 'down',
  'monitor-blind': 'blind',
  'snmp-silent': 'degraded',
  restarted: 'degraded',
  'host-key-changed': 'degraded',
  flapping: 'degraded',
  'fan-failed': 'degraded',
  'supply-failed': 'degraded',
  'optic-fault': 'degraded',
  'sensor-fault': 'degraded',
};

const kindWords: Readonly<Record<IncidentKind, string>> = {
  'device-down': 'down',
  'link-down': 'link down',
  'monitor-blind': 'console blind',
  'snmp-silent': 'SNMP silent',
  restarted: 'restarted',
  'host-key-changed': 'host key changed',
  flapping: 'flapping',
  'fan-failed': 'fan failed',
  'supply-failed': 'power supply failed',
  'optic-fault': 'optic',
  'sensor-fault': 'sensor',
};

const severityWeight: Readonly<Record<Incident['severity'], number>> = { critical: 5, major: 4, minor: 3, info: 2 };

function incidentOnSubject(incident: Incident, { deviceId, interfaceId }: GraphSubject): 'own' | 'other' | null {
  if (incident.kind === 'monitor-blind') return 'own';
  if (interfaceId !== null && incident.interfaceId === interfaceId) return 'own';
  if (deviceId === null) return null;
  if (incident.affected.includes(deviceId)) return 'other';
  const elsewhere = interfaceId !== null && incident.interfaceId !== null;
  return incident.deviceId === deviceId && !elsewhere ? 'own' : null;
}

function incidentMark(incident: Incident, subject: GraphSubject): GraphMark | null {
  const relation = incidentOnSubject(incident, subject);
  if (relation === null) return null;
  return {
    key: `incident ${incident.id}`,
    atMs: incident.openedAtMs,
    text: relation === 'own' ? kindWords[incident.kind] : `no. ${incident.id}`,
    state: relation === 'own' ? kindStates[incident.kind] : 'unreachable',
    weight: severityWeight[incident.severity],
  };
}

/** Kinds are noun.verb: "config.saved" reads "config saved". */
export function eventWords(kind: string): string {
  return kind.replaceAll(/[.-]/g, ' ');
}

/** Incidents have marks of their own, and being found changed nothing. */
function eventMark(event: NetworkEvent, { deviceId, interfaceId }: GraphSubject): GraphMark | null {
  if (event.kind.startsWith('incident.') || event.kind === 'device.found') return null;
  const own = event.interfaceId === null ? event.deviceId === deviceId : event.interfaceId === interfaceId;
  const ofDevice = interfaceId === null && event.deviceId === deviceId;
  if (deviceId === null || (!own && !ofDevice)) return null;
  return { key: `event ${event.id}`, atMs: event.atMs, text: eventWords(event.kind), state: null, weight: 1 };
}

/** Marks of the stretch, in order of time. */
export function graphMarks(
  incidents: readonly Incident[],
  events: readonly NetworkEvent[],
  subject: GraphSubject,
  range: { readonly fromMs: number; readonly toMs: number },
): readonly GraphMark[] {
  const marks = [
    ...incidents.map((incident) => incidentMark(incident, subject)),
    ...events.map((event) => eventMark(event, subject)),
  ];
  return marks
    .filter((mark) => mark !== null)
    .filter((mark) => mark.atMs >= range.fromMs && mark.atMs <= range.toMs)
    .toSorted((a, b) => a.atMs - b.atMs);
}
