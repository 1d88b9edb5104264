/** What can be said of all jobs together: how many, how late, which of them are asked otherwise than the settings say. */
import { isStopped, tunedText, type Entry } from './poll-entry.ts';

export interface SchedulerTotals {
  readonly jobs: number;
  readonly running: number;
  /** Due, and waiting for their device or for the cap. */
  readonly queued: number;
  readonly started: number;
  /** Runs since the start that began more than one interval after they were due. */
  readonly late: number;
  /** The longest wait between due and start among runs of the last minute or two. */
  readonly worstLagMs: number;
  readonly stretched: number;
  readonly backedOff: number;
  readonly stopped: number;
}

export interface TunedJob {
  readonly deviceId: number;
  readonly job: string;
  readonly why: string;
}

const LAG_WINDOW_MS = 60_000;

/** How long runs waited between due and start. */
export class PollLags {
  #started = 0;
  #late = 0;
  #window = { sinceMs: 0, worstMs: 0, previousMs: 0 };

  note(lagMs: number, intervalMs: number, nowMs: number): void {
    this.#started += 1;
    if (lagMs > intervalMs) this.#late += 1;
    if (nowMs - this.#window.sinceMs > LAG_WINDOW_MS) {
      this.#window = { sinceMs: nowMs, worstMs: 0, previousMs: this.#window.worstMs };
    }
    this.#window.worstMs = Math.max(this.#window.worstMs, lagMs);
  }

  totals(): Pick<SchedulerTotals, 'started' | 'late' | 'worstLagMs'> {
    const { worstMs, previousMs } = this.#window;
    return { started: this.#started, late: this.#late, worstLagMs: Math.max(worstMs, previousMs) };
  }
}

export function totalsOf(entries: readonly Entry[]) {
  const count = (test: (entry: Entry) => boolean) => entries.reduce((sum, entry) => sum + (test(entry) ? 1 : 0), 0);
  return {
    jobs: entries.length,
    running: count((entry) => entry.running !== null),
    stretched: count((entry) => entry.stretch > 1),
    backedOff: count((entry) => entry.failures > 1),
    stopped: count(isStopped),
  };
}

export function tunedJobs(entries: Iterable<Entry>, limit: number): TunedJob[] {
  const found: TunedJob[] = [];
  for (const entry of entries) {
    const why = tunedText(entry);
    if (why !== null) found.push({ deviceId: entry.job.deviceId, job: entry.job.class, why });
    if (found.length >= limit) break;
  }
  return found;
}
