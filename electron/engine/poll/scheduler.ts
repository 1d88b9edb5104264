/**
 * Decides what is asked when. One heap of due times, one timer.
 *
 * - Phase: a job runs at a fixed phase of its interval, given by a hash of device and class, so 5,000 devices are spread
 *   over the minute and start-to-start spacing holds whatever a run took. A slot that was missed is skipped, never made up.
 * - One job per device at a time: the classes of a device queue behind each other. Reachability is exempt, because a slow
 *   walk must not hide that the device died. Over all devices a cap holds, read anew each time.
 * - A dead agent is asked at 1x, 2x, 4x … its interval up to 15 minutes; one success brings all jobs of that device and
 *   channel back to their cadence at once. ICMP never backs off. A refused credential stops the job after three times.
 * - A job that takes more than 0.8 of its interval (p95) is stretched by the next step, and `tuned` says so.
 * - After sleep everything is spread anew and nothing is caught up.
 */
import type { PollStatus } from '../../../shared/contract/devices.ts';
import type { Clock, Log } from '../../host/host.ts';
import { DueHeap } from './due-heap.ts';
import { answer, backsOff, channelOf, isStopped, judgeRun, newEntry, tunedText } from './poll-entry.ts';
import type { Entry } from './poll-entry.ts';
import { backedOffMs, nextSlot } from './poll-job.ts';
import type { PollJob, PollOutcome } from './poll-job.ts';
import { PollLags, totalsOf, tunedJobs, type SchedulerTotals, type TunedJob } from './poll-totals.ts';
import { PollQueue } from './poll-queue.ts';
import { runWithDeadline } from './run-with-deadline.ts';

export interface SchedulerOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Jobs under way at once over all devices, reachability not counted. */
  readonly concurrency: () => number;
}

export class Scheduler implements AsyncDisposable {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #entries = new Map<string, Entry>();
  readonly #byDevice = new Map<number, Set<Entry>>();
  readonly #heap = new DueHeap<Entry>();
  readonly #queue: PollQueue<Entry>;
  #cancelTimer: (() => void) | null = null;
  #timerDueMs = Infinity;
  #state: 'running' | 'suspended' | 'closed' = 'running';
  readonly #lags = new PollLags();

  constructor(options: SchedulerOptions) {
    this.#clock = options.clock;
    this.#log = options.log;
    this.#queue = new PollQueue(options.concurrency);
  }

  /** Adds a job; its first run is at its next slot, within one interval. Throws if the key is taken. */
  add(job: PollJob): void {
    if (this.#state === 'closed') return;
    if (this.#entries.has(job.key)) throw new Error(`poll job ${job.key} exists already`);
    const entry = newEntry(job);
    this.#entries.set(job.key, entry);
    const siblings = this.#byDevice.get(job.deviceId);
    if (siblings === undefined) this.#byDevice.set(job.deviceId, new Set([entry]));
    else siblings.add(entry);
    this.#schedule(entry);
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** Forgets a job; a run under way is aborted and its outcome ignored. */
  remove(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    entry.removed = true;
    this.#entries.delete(key);
    this.#heap.remove(entry);
    this.#dequeue(entry);
    const siblings = this.#byDevice.get(entry.job.deviceId);
    siblings?.delete(entry);
    if (siblings?.size === 0) this.#byDevice.delete(entry.job.deviceId);
    entry.running?.abort.abort(new Error('the job was removed'));
    answer(entry, 'deferred');
  }

  /** Runs a job as soon as its device and the cap allow; a run under way counts. Answers how it ended. */
  runNow(key: string): Promise<PollOutcome> {
    const entry = this.#entries.get(key);
    if (entry === undefined || this.#state !== 'running') return Promise.resolve('deferred');
    const { promise, resolve } = Promise.withResolvers<PollOutcome>();
    entry.waiters.push(resolve);
    entry.refusals = 0;
    if (entry.running !== null) return promise;
    const sinceMs = entry.queuedSinceMs ?? this.#clock.monotonic();
    this.#heap.remove(entry);
    this.#dequeue(entry);
    this.#enqueue(entry, sinceMs, 'first');
    this.#pump();
    return promise;
  }

  /** Ends back-off and stops of a device's jobs (of one channel, if named): it answers again, or its credential changed. */
  restore(deviceId: number, channel?: PollJob['channel']): void {
    for (const entry of this.#byDevice.get(deviceId) ?? []) {
      if (channel !== undefined && channelOf(entry.job) !== channel) continue;
      this.#restoreEntry(entry);
    }
  }

  /** Computes every due time anew: call it after intervals changed. */
  respread(): void {
    if (this.#state !== 'running') return;
    for (const entry of this.#entries.values()) {
      if (entry.running === null && entry.queuedSinceMs === null) this.#schedule(entry);
    }
  }

  /** The computer goes to sleep: what runs is aborted, nothing starts until `resume`. */
  suspend(): void {
    if (this.#state !== 'running') return;
    this.#state = 'suspended';
    this.#stopTimer();
    for (const entry of this.#entries.values()) {
      this.#heap.remove(entry);
      this.#dequeue(entry);
      entry.running?.abort.abort(new Error('the computer goes to sleep'));
      answer(entry, 'deferred');
    }
  }

  /** Awake again: everything is spread over its interval from now; what was missed stays missed. */
  resume(): void {
    if (this.#state !== 'suspended') return;
    this.#state = 'running';
    this.respread();
  }

  /** All jobs of one device for the page. */
  status(deviceId: number): PollStatus[] {
    return [...(this.#byDevice.get(deviceId) ?? [])].map((entry) => this.#status(entry));
  }

  /** The interval a job has now, with stretch but without back-off; null for an unknown job. */
  intervalOf(key: string): number | null {
    const entry = this.#entries.get(key);
    return entry === undefined ? null : entry.job.intervalMs() * entry.stretch;
  }

  totals(): SchedulerTotals {
    return { ...totalsOf([...this.#entries.values()]), ...this.#lags.totals(), queued: this.#queue.length };
  }

  /** Jobs that are asked otherwise than the settings say, each with why: at most `limit`. */
  tuned(limit: number): TunedJob[] {
    return tunedJobs(this.#entries.values(), limit);
  }

  /** Aborts what runs and waits until it has ended (5 s at most each). */
  async close(): Promise<void> {
    this.#state = 'closed';
    this.#stopTimer();
    const running = [...this.#entries.values()].map((entry) => entry.running).filter((run) => run !== null);
    for (const key of this.#entries.keys()) this.remove(key);
    await Promise.all(running.map((run) => run.done));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #schedule(entry: Entry): void {
    if (entry.removed || this.#state !== 'running') return;
    if (isStopped(entry)) {
      this.#heap.remove(entry);
      return;
    }
    const intervalMs = entry.job.intervalMs() * entry.stretch;
    const waitMs = backsOff(entry) ? backedOffMs(intervalMs, entry.failures) : intervalMs;
    const nowMs = this.#clock.monotonic();
    entry.dueMs = this.#behindLeader(entry, nextSlot(nowMs + (waitMs - intervalMs), intervalMs, entry.phase));
    this.#heap.put(entry);
    this.#arm();
  }

  /** The first moment from `dueMs` on at which the job that this one follows has just become due. */
  #behindLeader(entry: Entry, dueMs: number): number {
    const leader = entry.job.behind === undefined ? undefined : this.#entries.get(entry.job.behind);
    if (leader === undefined) return dueMs;
    return nextSlot(dueMs - 1, leader.job.intervalMs() * leader.stretch, leader.phase) + 1;
  }

  #arm(): void {
    const dueMs = this.#heap.peek()?.dueMs ?? Infinity;
    if (dueMs === Infinity || this.#state !== 'running') return;
    if (this.#cancelTimer !== null && this.#timerDueMs <= dueMs) return;
    this.#stopTimer();
    this.#timerDueMs = dueMs;
    this.#cancelTimer = this.#clock.after(Math.max(0, Math.ceil(dueMs - this.#clock.monotonic())), () => this.#fire());
  }

  #stopTimer(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#timerDueMs = Infinity;
  }

  #fire(): void {
    this.#stopTimer();
    const nowMs = this.#clock.monotonic();
    for (let entry = this.#heap.peek(); entry !== undefined && entry.dueMs <= nowMs; entry = this.#heap.peek()) {
      this.#heap.pop();
      this.#enqueue(entry, entry.dueMs, 'last');
    }
    this.#pump();
    this.#arm();
  }

  #enqueue(entry: Entry, sinceMs: number, where: 'first' | 'last'): void {
    entry.queuedSinceMs = sinceMs;
    this.#queue.add(entry, where);
  }

  #dequeue(entry: Entry): void {
    if (entry.queuedSinceMs === null) return;
    entry.queuedSinceMs = null;
    this.#queue.drop(entry);
  }

  #pump(): void {
    for (let entry = this.#queue.take(); entry !== null; entry = this.#queue.take()) this.#start(entry);
  }

  #start(entry: Entry): void {
    const startMs = this.#clock.monotonic();
    this.#lags.note(startMs - (entry.queuedSinceMs ?? startMs), entry.job.intervalMs() * entry.stretch, startMs);
    entry.queuedSinceMs = null;
    entry.lastStartedAtMs = this.#clock.now();
    const abort = new AbortController();
    const run = runWithDeadline(entry.job, abort, { clock: this.#clock, log: this.#log });
    const done = run.then((outcome) => this.#ended(entry, outcome, startMs));
    entry.running = { abort, done };
  }

  #ended(entry: Entry, outcome: PollOutcome, startMs: number): void {
    entry.running = null;
    this.#queue.release(entry);
    if (!entry.removed && this.#state === 'running') {
      const answered = judgeRun(entry, outcome, this.#clock.monotonic() - startMs);
      if (answered) this.#restoreSiblings(entry);
      this.#schedule(entry);
    }
    answer(entry, outcome);
    if (this.#state === 'running') this.#pump();
  }

  #restoreSiblings(entry: Entry): void {
    for (const sibling of this.#byDevice.get(entry.job.deviceId) ?? []) {
      if (sibling !== entry && channelOf(sibling.job) === channelOf(entry.job)) this.#restoreEntry(sibling);
    }
  }

  #restoreEntry(entry: Entry): void {
    if (entry.failures === 0 && !isStopped(entry)) return;
    entry.failures = 0;
    entry.refusals = 0;
    if (entry.running === null && entry.queuedSinceMs === null) this.#schedule(entry);
  }

  #status(entry: Entry): PollStatus {
    const waiting = entry.running === null && entry.place >= 0;
    const dueInMs = entry.dueMs - this.#clock.monotonic();
    return {
      job: entry.job.class,
      intervalMs: Math.round(entry.job.intervalMs() * entry.stretch),
      lastStartedAtMs: entry.lastStartedAtMs,
      lastDurationMs: entry.lastDurationMs,
      lastOutcome: entry.lastOutcome,
      nextDueAtMs: waiting ? Math.round(this.#clock.now() + Math.max(0, dueInMs)) : null,
      tuned: tunedText(entry),
    };
  }
}
