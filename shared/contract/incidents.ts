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

/** What a person found to have caused it. `unknown` is a finding too: somebody looked, and nothing was found. */
export const incidentCause = z.enum([
  'power',
  'hardware',
  'cable',
  'provider',
  'configuration',
  'software',
  'planned',
  'unknown',
]);
export type IncidentCause = z.infer<typeof incidentCause>;

/** A cause as it was assigned: the word, what was written to it, by whom, when. */
export const assignedCause = z.object({
  cause: incidentCause,
  text: z.string().nullable(),
  by: z.string(),
  atMs: epochMs,
});
export type AssignedCause = z.infer<typeof assignedCause>;

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
  /** Null while nobody has assigned one. */
  cause: assignedCause.nullable(),
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
  /** The incident it tells of; null for all else. */
  incidentId: rowId.nullable(),
});
export type NetworkEvent = z.infer<typeof event>;

const range = { fromMs: epochMs, toMs: epochMs };
/** One or many at once: all are changed together, or none where one of them does not exist. */
const several = { incidentIds: z.array(rowId).min(1).max(1000) };

export const incidentCalls = {
  'incident.read': call({ incidentId: rowId }, incidentDetail),
  /** Incidents that were open at any moment of the range, newest first. `before`: the last one of the page before. */
  'incident.list': call(
    {
      ...range,
      limit: z.int().min(1).max(5000).default(1000),
      before: z.strictObject({ openedAtMs: epochMs, id: rowId }).optional(),
    },
    z.array(incident),
  ),
  /** Who acknowledged one before keeps it. */
  'incident.acknowledge': call({ ...several, by: personText(100) }, done),
  /** Takes acknowledgements back. */
  'incident.unacknowledge': call(several, done),
  /** The same note to each; the answer names the notes in the order of the incidents. */
  'incident.note': call(
    { ...several, author: personText(100), text: personText(10_000) },
    z.object({ noteIds: z.array(rowId) }),
  ),
  /** Says what it was; `cause` null takes it back. Each assignment is kept as an event. */
  'incident.assign-cause': call(
    { ...several, cause: incidentCause.nullable(), text: personText(1000).optional(), by: personText(100) },
    done,
  ),
  'event.list': call(
    {
      ...range,
      deviceId: rowId.optional(),
      kinds: z.array(z.string().max(50)).min(1).max(20).optional(),
      limit: z.int().min(1).max(5000).default(500),
    },
    z.array(event),
  ),
};

export const incidentTopics = {
  /** Open incidents, and those closed in the last seven days. */
  incidents: topic({}, incident),
};
