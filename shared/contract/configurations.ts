/** Kept running configurations of all devices. Whatever is answered has its secrets masked. */
import { z } from 'zod';
import { call } from './define.ts';
import { epochMs, rowId } from './common.ts';
import { configRevision, revisionWhy } from './devices.ts';

/** A device's newest configuration in short. */
export const configSummary = z.object({
  deviceId: rowId,
  revisionId: rowId,
  /** When the newest one was kept: the last change, unless it is the only one. */
  atMs: epochMs,
  /** How many are kept. */
  revisions: z.int().positive(),
  profile: z.string().nullable(),
  why: revisionWhy.nullable(),
  credential: z.string().nullable(),
  linesAdded: z.int().nullable(),
  linesRemoved: z.int().nullable(),
});
export type ConfigSummary = z.infer<typeof configSummary>;

/** The lines of one device's newest configuration that hold a text. */
export const configMatch = z.object({
  deviceId: rowId,
  revisionId: rowId,
  /** The first 20 of them: number of the line from 1, and its text, cut at 300 characters. */
  lines: z.array(z.object({ line: z.int().positive(), text: z.string() })),
  /** How many lines match in all. */
  count: z.int().positive(),
});
export type ConfigMatch = z.infer<typeof configMatch>;

export const configCalls = {
  /** One configuration. */
  'config.read': call(
    { revisionId: rowId },
    z.object({
      revision: configRevision,
      text: z.string(),
      /** Lines that change by themselves (clock, counters, checksums), by their number from 0: no change of the device. */
      volatileLines: z.array(z.int()),
    }),
  ),
  /** Every device that has a configuration. */
  'config.list': call({}, z.array(configSummary)),
  /**
   * Looks for a text, upper and lower case alike, in the newest configuration of some devices: those after a device's id. Go on
   * with `next` until it is null; who stops asking has cancelled. `searched`: how many were looked through this time.
   */
  'config.search': call(
    { text: z.string().trim().min(2).max(200), afterDeviceId: z.int().nonnegative().default(0) },
    z.object({ matches: z.array(configMatch), searched: z.int(), next: rowId.nullable() }),
  ),
};
