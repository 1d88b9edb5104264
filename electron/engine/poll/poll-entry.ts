/** What the scheduler remembers of one job, and what can be said of that without a clock. */
import { formatAge, formatDuration } from '../../../shared/units/durations.ts';
import type { Due } from './due-heap.ts';
import { KEPT_DURATIONS, REFUSALS_UNTIL_STOPPED, backedOffMs, p95, phaseOf, stretchOf } from './poll-job.ts';
import type { PollJob, PollOutcome } from './poll-job.ts';

export interface Entry extends Due {
  readonly job: PollJob;
  readonly phase: number;
  failures: number;
  refusals: number;
  stretch: number;
  durationsMs: number[];
  lastStartedAtMs: number | null;
  lastDurationMs: number | null;
  lastOutcome: PollOutcome | null;
  running: Running | null;
  queuedSinceMs: number | null;
  waiters: ((outcome: PollOutcome) => void)[];
  removed: boolean;
}

export interface Running {
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/** A job that has never run. Device and class give its phase, so the classes of a device are spread too. */
export function newEntry(job: PollJob): Entry {
  return {
    job,
    phase: phaseOf(`${job.deviceId} ${job.class}`),
    dueMs: 0,
    place: -1,
    failures: 0,
    refusals: 0,
    stretch: 1,
    durationsMs: [],
    lastStartedAtMs: null,
    lastDurationMs: null,
    lastOutcome: null,
    running: null,
    queuedSinceMs: null,
    waiters: [],
    removed: false,
  };
}

export const isStopped = (entry: Entry): boolean => entry.refusals >= REFUSALS_UNTIL_STOPPED;
export const backsOff = (entry: Entry): boolean => entry.job.class !== 'reachability' && entry.failures > 1;
export const channelOf = (job: PollJob): string =>
  job.channel ?? (job.class === 'config' ? 'ssh' : job.class === 'reachability' ? 'icmp' : 'snmp');

/** Tells those who wait for this run how it ended. */
export function answer(entry: Entry, outcome: PollOutcome): void {
  for (const resolve of entry.waiters.splice(0)) resolve(outcome);
}

/** Keeps how a run ended. True when the device answered, so that its other jobs of this channel need not back off any more. */
export function judgeRun(entry: Entry, outcome: PollOutcome, durationMs: number): boolean {
  entry.lastOutcome = outcome;
  entry.lastDurationMs = durationMs;
  if (outcome === 'deferred') return false;
  entry.refusals = outcome === 'refused' ? entry.refusals + 1 : 0;
  entry.failures = outcome === 'failed' ? entry.failures + 1 : 0;
  if (outcome === 'failed' || outcome === 'refused') return false;
  entry.durationsMs = [...entry.durationsMs.slice(1 - KEPT_DURATIONS), durationMs];
  entry.stretch = stretchOf(entry.job.intervalMs(), entry.durationsMs, entry.stretch);
  return true;
}

/** Why it is asked otherwise than the settings say; null when it is not. */
export function tunedText(entry: Entry): string | null {
  if (isStopped(entry)) {
    return `stopped: the device refused the credential ${entry.refusals} times. Test it under Settings, Credentials`;
  }
  const intervalMs = entry.job.intervalMs();
  if (backsOff(entry)) {
    const everyMs = backedOffMs(intervalMs * entry.stretch, entry.failures);
    return `asked every ${formatAge(everyMs)} instead of ${formatAge(intervalMs)}: no answer ${entry.failures} times`;
  }
  if (entry.stretch === 1) return entry.job.why?.() ?? null;
  const typical = formatDuration(p95(entry.durationsMs));
  return `every ${formatAge(intervalMs * entry.stretch)} instead of ${formatAge(intervalMs)}: a run takes ${typical} (95th percentile)`;
}
