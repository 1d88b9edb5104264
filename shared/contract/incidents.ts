/** Incidents, their notes, and the events that happened. */
import { z } from 'zod';
import { call, done, topic } from './define.ts';
import { epochMs, personText, rowId, severity } from './common.ts';

export const incidentKind = z.enum([
  'device-down',
  'snmp-silent',
  'link-down',
  'restarted',
  'host-key-changed',
  'flapping',
  'monitor-blind',
  'fan-failed',
  'supply-failed',
  'optic-fault',
  'sensor-fault',
]);
export type IncidentKind = z.infer<typeof incidentKind>;

export const incident = z.object({
  id: rowId,
  kind: incidentKind,
  severity,
  /** One line: "r3 is down". Device text inside is text. */
  title: z.string(),
  /** Null for an incident of the console itself. */
  deviceId: rowId.nullable(),
  interfaceId: rowId.nullable(),
  linkId: rowId.nullable(),
  /** The sensor that speaks for the part at fault; absent for everything that is no part. */
  sensorId: rowId.nullable().optional(),
  site: z.string().nullable(),
  /** Devices that are unreachable because of the root, root not included. */
  affected: z.array(rowId),
  openedAtMs: epochMs,
  closedAtMs: epochMs.nullable(),
  acknowledgedAtMs: epochMs.nullable(),
  acknowledgedBy: z.string().nullable(),
  notes: z.int(),
});
export type Incident = z.infer<typeof incident>;

export const incidentNote = z.object({ id: rowId, atMs: epochMs, author: z.string(), text: z.string() });
export type IncidentNote = z.infer<typeof incidentNote>;

/** One fact that speaks for the incident's cause. Weight 1 (weak) to 4 (strong). */
export const incidentReason = z.object({
  atMs: epochMs,
  text: z.string(),
  source: z.string(),
  weight: z.int().min(1).max(4),
});
export type IncidentReason = z.infer<typeof incidentReason>;

export const incidentDetail = z.object({ incident, notes: z.array(incidentNote), reasons: z.array(incidentReason) });
export type IncidentDetail = z.infer<typeof incidentDetail>;

export const event = z.object({
  id: rowId,
  atMs: epochMs,
  /** noun.verb, for example link.down, device.restarted, config.saved. */
  kind: z.string(),
  deviceId: rowId.nullable(),
  interfaceId: rowId.nullable(),
  text: z.string(),
});
export type NetworkEvent = z.infer<typeof event>;

const range = { fromMs: epochMs, toMs: epochMs };

export const incidentCalls = {
  'incident.read': call({ incidentId: rowId }, incidentDetail),
  /** Incidents that were open at any moment of the range, newest first. */
  'incident.list': call({ ...range, limit: z.int().min(1).max(5000).default(1000) }, z.array(incident)),
  'incident.acknowledge': call({ incidentId: rowId, by: personText(100) }, done),
  /** Takes an acknowledgement back. */
  'incident.unacknowledge': call({ incidentId: rowId }, done),
  'incident.note': call(
    { incidentId: rowId, author: personText(100), text: personText(10_000) },
    z.object({ noteId: rowId }),
  ),
  'event.list': call(
    { ...range, deviceId: rowId.optional(), limit: z.int().min(1).max(5000).default(500) },
    z.array(event),
  ),
};

export const incidentTopics = {
  /** Open incidents, and those closed in the last seven days. */
  incidents: topic({}, incident),
};
