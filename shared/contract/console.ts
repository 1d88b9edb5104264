/** The console watched by itself, in detail: what was over the last hour, and what is slow. */
import { z } from 'zod';
import { call } from './define.ts';
import { epochMs, rowId } from './common.ts';

/** The worst of a short while: values are maxima of it, rates its means. */
export const consolePoint = z.object({
  atMs: epochMs,
  loopDelayP99Ms: z.number(),
  cpuPercent: z.number(),
  memoryBytes: z.number(),
  requestsPerSecond: z.number(),
  timeoutsPerSecond: z.number(),
  queueLength: z.int(),
  writeQueue: z.int(),
});
export type ConsolePoint = z.infer<typeof consolePoint>;

export const consoleDetail = z.object({
  /** Oldest first, an hour at most. */
  history: z.array(consolePoint),
  jobs: z.object({
    total: z.int(),
    running: z.int(),
    queued: z.int(),
    /** Since the engine started. */
    started: z.int(),
    late: z.int(),
    worstLagMs: z.number(),
    stretched: z.int(),
    backedOff: z.int(),
    stopped: z.int(),
  }),
  /** Jobs that are asked otherwise than the settings say, 500 at most. */
  tuned: z.array(z.object({ deviceId: rowId, job: z.string(), why: z.string() })),
  /** The slowest reads and writes of the network file since the start, slowest first. */
  slowest: z.array(z.object({ name: z.string(), ms: z.number() })),
  lastCommitMs: z.number(),
  pinger: z.string(),
});
export type ConsoleDetail = z.infer<typeof consoleDetail>;

export const consoleCalls = {
  'console.detail': call({}, consoleDetail),
};
