/** The words of scheduling: what a job is, how a run of it may end, and the pure rules for when it runs next. */

/**
 * `deferred`: it could not be tried now (cancelled, no credential) and says nothing of the device. `refused`: the device
 * answers, but not to our credential: after three of these the job stops until `restore` or `runNow`.
 */
export type PollOutcome = 'ok' | 'partial' | 'failed' | 'deferred' | 'refused';

export interface PollJob {
  /** Unique among all jobs. */
  readonly key: string;
  readonly deviceId: number;
  /** `reachability` is exempt from back-off, from the device's queue and from the global cap. */
  readonly class: 'reachability' | 'counters' | 'health' | 'topology' | 'config' | (string & {});
  /** What is asked of: a success by one channel restores the cadence of the device's jobs of that channel only. */
  readonly channel?: 'snmp' | 'ssh' | 'icmp' | undefined;
  /**
   * Key of a job of the same device that this one follows: it is due right after a slot of that one. Agents keep their tables
   * for some seconds (net-snmp: 3 s), so a slow table read just before the counters would make their rates a lie.
   */
  readonly behind?: string | undefined;
  /** Read again before each run, so that a changed setting needs no new job. */
  readonly intervalMs: () => number;
  /** Why the interval is longer than the setting says; null when it is not. */
  readonly why?: (() => string | null) | undefined;
  /** After this the signal aborts; 5 s later the job's place is given away even if it has not ended. */
  readonly deadlineMs: number;
  readonly run: (signal: AbortSignal) => Promise<PollOutcome>;
}

const LONGEST_BACKOFF_MS = 15 * 60_000;
const STRETCH_STEPS = [1, 2, 4, 8] as const;
const STRETCH_SHARE = 0.8;
const RELAX_SHARE = 0.5;
const FEWEST_DURATIONS = 5;
export const KEPT_DURATIONS = 20;
export const REFUSALS_UNTIL_STOPPED = 3;

/** FNV-1a: spreads neighbouring ids over the whole interval. Between 0 and 1. */
export function phaseOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (hash >>> 0) / 2 ** 32;
}

/** The next moment after `afterMs` that lies at this phase of the interval: starts are spaced by it, whatever runs took. */
export function nextSlot(afterMs: number, intervalMs: number, phase: number): number {
  const offset = phase * intervalMs;
  return (Math.floor((afterMs - offset) / intervalMs) + 1) * intervalMs + offset;
}

/** 1x, 2x, 4x … the interval after 1, 2, 3 … failures, up to 15 minutes; never shorter than the interval itself. */
export function backedOffMs(intervalMs: number, failures: number): number {
  const factor = 2 ** Math.min(Math.max(failures - 1, 0), 30);
  return Math.max(intervalMs, Math.min(intervalMs * factor, LONGEST_BACKOFF_MS));
}

/** 95th percentile; null with fewer than five. */
export function p95(durationsMs: readonly number[]): number | null {
  if (durationsMs.length < FEWEST_DURATIONS) return null;
  const sorted = durationsMs.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? null;
}

/**
 * By how much to stretch the interval of a job whose runs take too long for it. Goes back only when runs have become much
 * shorter than the shorter interval, so that it does not swing.
 */
export function stretchOf(intervalMs: number, durationsMs: readonly number[], before: number): number {
  const typicalMs = p95(durationsMs);
  if (typicalMs === null) return before;
  const longest = STRETCH_STEPS.at(-1) ?? before;
  const needed = STRETCH_STEPS.find((step) => typicalMs <= STRETCH_SHARE * intervalMs * step) ?? longest;
  if (needed >= before) return needed;
  return STRETCH_STEPS.find((step) => step < before && typicalMs <= RELAX_SHARE * intervalMs * step) ?? before;
}
