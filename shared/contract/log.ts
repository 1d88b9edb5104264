/** The log of the whole network: events, and changes of state, as one list in the order of time. */
import { z } from 'zod';
import { call, topic } from './define.ts';
import { epochMs, rowId } from './common.ts';

export const logEntry = z.object({
  /** `e12` is event 12, `s12` the interval of a state that began: no two entries of a file have the same. */
  id: z.string(),
  atMs: epochMs,
  /** noun.verb for an event (device.restarted), subject.state for a change of state (interface.down, snmp.refused). */
  kind: z.string(),
  /** Null for what the console itself did, and for what is told of a device that is gone. */
  deviceId: rowId.nullable(),
  interfaceId: rowId.nullable(),
  linkId: rowId.nullable(),
  incidentId: rowId.nullable(),
  /** Device text inside is text. */
  text: z.string(),
});
export type LogEntry = z.infer<typeof logEntry>;

/** A place in the log: what lies before it are events and states whose time and id are smaller. */
export const logPlace = z.strictObject({
  atMs: epochMs,
  eventId: z.int().nonnegative(),
  stateId: z.int().nonnegative(),
});
export type LogPlace = z.infer<typeof logPlace>;

const kinds = z.array(z.string().max(60)).max(300);
const deviceIds = z.array(rowId).max(20_000);

/** A plain word: an entry has it in its text, or is of one of these kinds or devices, whose names hold the word. */
const word = z.strictObject({ text: z.string().max(200), kinds, deviceIds, negated: z.boolean() });

/** What must hold of an entry; what is absent does not matter. */
export const logFilter = {
  kinds: kinds.optional(),
  notKinds: kinds.optional(),
  deviceIds: deviceIds.optional(),
  notDeviceIds: deviceIds.optional(),
  words: z.array(word).max(20).optional(),
};
const filter = z.object(logFilter);
export type LogFilter = z.infer<typeof filter>;

export const logPage = z.object({
  /** Newest first. */
  entries: z.array(logEntry),
  /** Where to go on; null at the end. One answer looks at so much and no more: a page may be short, even empty, in between. */
  next: logPlace.nullable(),
  /** How far back this answer has looked. */
  reachedMs: epochMs,
});
export type LogPage = z.infer<typeof logPage>;

export const logCalls = {
  /** The newest entries of [fromMs, toMs) that pass the filter, or those before a place. */
  'log.read': call(
    {
      fromMs: epochMs,
      toMs: epochMs,
      before: logPlace.optional(),
      limit: z.int().min(1).max(2000).default(200),
      ...logFilter,
    },
    logPage,
  ),
};

export const logTopics = {
  /** One item, which changes whenever the log has something new. */
  log: topic({}, z.object({ id: z.literal('log'), changes: z.int() })),
};
