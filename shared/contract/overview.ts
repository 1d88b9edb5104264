/** What a person who takes over wants to know first: what changed, how incidents run, what the last shift leaves behind. */
import { z } from 'zod';
import { call } from './define.ts';
import { epochMs, rowId } from './common.ts';
import { event, incident, incidentNote } from './incidents.ts';

/** Kinds of events that are a change of the network itself; incidents and the console's own life are told elsewhere. */
export const changeKind = z.enum([
  'device.found',
  'device.removed',
  'link.found',
  'link.gone',
  'device.restarted',
  'software.changed',
  'hardware.changed',
  'config.saved',
]);
export type ChangeKind = z.infer<typeof changeKind>;

const count = z.int().nonnegative();

export const changes = z.object({
  /** How many of each kind there are in the stretch, whatever `kind` and `limit` leave out of the rows. */
  counts: z.record(changeKind, count),
  /** Newest first. */
  rows: z.array(event),
});
export type Changes = z.infer<typeof changes>;

/** Incidents that opened in [fromMs, toMs), by severity. */
export const incidentBucket = z.object({
  fromMs: epochMs,
  toMs: epochMs,
  critical: count,
  major: count,
  minor: count,
  info: count,
});
export type IncidentBucket = z.infer<typeof incidentBucket>;

export const handover = z.object({
  sinceMs: epochMs,
  /** The engine's clock when it was read. */
  untilMs: epochMs,
  /**
   * Open now, open at any moment of the shift, or noted on in it; each with all its notes. Newest first. `more` says that
   * some were left out.
   */
  incidents: z.array(z.object({ incident, notes: z.array(incidentNote) })),
  more: z.boolean(),
  /** In maintenance now (untilMs is null) or at some moment of the shift. */
  maintenance: z.array(
    z.object({
      deviceId: rowId,
      name: z.string(),
      site: z.string().nullable(),
      fromMs: epochMs,
      untilMs: epochMs.nullable(),
    }),
  ),
});
export type Handover = z.infer<typeof handover>;

export const overviewCalls = {
  /** Changes of the network in [fromMs, toMs): counts of every kind, and the newest rows of all kinds or of one. */
  'change.list': call(
    {
      fromMs: epochMs,
      toMs: epochMs,
      kind: changeKind.optional(),
      limit: z.int().min(1).max(1000).default(100),
    },
    changes,
  ),
  /** How many incidents opened between each edge and the next. Edges ascend: hours, or a reader's own days. */
  'incident.trend': call({ edges: z.array(epochMs).min(2).max(400) }, z.array(incidentBucket)),
  /** What a shift that began at `sinceMs` leaves behind, from the file. */
  'handover.read': call({ sinceMs: epochMs, limit: z.int().min(1).max(5000).default(1000) }, handover),
};
