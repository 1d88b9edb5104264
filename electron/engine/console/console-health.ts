/** The console's own health: the engine measures itself, so that a late poll is never mistaken for a quiet network. */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { ConsoleHealth } from '../../../shared/contract/settings.ts';
import type { Clock } from '../../host/host.ts';
import { HealthHistory } from './health-history.ts';
import { Collection } from '../network/collection.ts';
import type { Traffic } from '../poll/poll-deps.ts';
import type { Poller } from '../poll/poller.ts';
import type { Store } from '../store/store.ts';

const EVERY_MS = 2000;
/** Polls that start this late, or an event loop this slow, are worth a word. (product: numbers to beat) */
const SLOW_LOOP_MS = 20;
/** Trouble that is over is no trouble: polls that were late longer ago than this are not counted. */
const LATE_WINDOW_MS = 5 * 60_000;

interface Deps {
  readonly clock: Clock;
  readonly store: {
    onFailure(listener: (error: Error) => void): unknown;
    stats(): Pick<ReturnType<Store['stats']>, 'writeQueue' | 'fileBytes'>;
  };
  readonly poller: Pick<Poller, 'totals'>;
  readonly traffic: Readonly<Traffic>;
}

export class ConsoleHealthKeeper {
  readonly items = new Collection<ConsoleHealth>();
  readonly history = new HealthHistory();
  readonly #deps: Deps;
  readonly #delay = monitorEventLoopDelay({ resolution: 5 });
  #cancel: () => void = () => {};
  #before = { monotonicMs: 0, requests: 0, timeouts: 0, cpu: process.cpuUsage() };
  #storeProblem: string | null = null;
  /** How many polls had been late since the start, at each look of the window. */
  #lateAt: { monotonicMs: number; total: number }[] = [];

  constructor(deps: Deps) {
    this.#deps = deps;
    deps.store.onFailure((error) => {
      this.#storeProblem = error.message;
      this.#measure();
    });
  }

  start(): void {
    this.#delay.enable();
    this.#before = { ...this.#before, monotonicMs: performance.now() };
    this.#measure();
    this.#schedule();
  }

  close(): void {
    this.#cancel();
    this.#delay.disable();
  }

  #schedule(): void {
    this.#cancel = this.#deps.clock.after(EVERY_MS, () => {
      this.#measure();
      this.#schedule();
    });
  }

  #measure(): void {
    const { clock, store, poller } = this.#deps;
    const rates = this.#ratesSinceLast();
    const totals = poller.totals();
    const stats = store.stats();
    if (stats.writeQueue === 0) this.#storeProblem = null;
    const loopDelayP99Ms = Math.max(0, this.#delay.percentile(99) / 1e6 - 5);
    this.#delay.reset();
    const late = this.#lateLately(totals.late);
    const problems = this.#problems(late, loopDelayP99Ms);
    const health: ConsoleHealth = {
      id: 'console',
      atMs: clock.now(),
      healthy: problems.length === 0,
      problems,
      pollsLate: late,
      pollsRunning: totals.running,
      queueLength: totals.queued,
      loopDelayP99Ms,
      ...rates,
      memoryBytes: process.memoryUsage().rss,
      fileBytes: stats.fileBytes,
      writeQueue: stats.writeQueue,
    };
    this.items.put([health]);
    this.history.note(health);
  }

  #lateLately(total: number): number {
    const monotonicMs = this.#deps.clock.monotonic();
    const first = this.#lateAt.findIndex((look) => monotonicMs - look.monotonicMs <= LATE_WINDOW_MS);
    this.#lateAt = [...(first < 0 ? [] : this.#lateAt.slice(first)), { monotonicMs, total }];
    return total - (this.#lateAt[0]?.total ?? total);
  }

  #problems(late: number, loopDelayP99Ms: number): string[] {
    const problems: string[] = [];
    if (this.#storeProblem !== null) problems.push(`The network file cannot be written: ${this.#storeProblem}`);
    if (late > 0)
      problems.push(
        `${late} polls were late in the last 5 minutes. Lengthen the intervals under Settings, Polling, or poll fewer devices.`,
      );
    if (loopDelayP99Ms > 5 * SLOW_LOOP_MS)
      problems.push(`The engine is short of processor time (${Math.round(loopDelayP99Ms)} ms behind).`);
    return problems;
  }

  #ratesSinceLast(): Pick<ConsoleHealth, 'requestsPerSecond' | 'timeoutsPerSecond' | 'cpuPercent'> {
    const { requests, timeouts } = this.#deps.traffic;
    const monotonicMs = performance.now();
    const seconds = Math.max(0.001, (monotonicMs - this.#before.monotonicMs) / 1000);
    const cpu = process.cpuUsage(this.#before.cpu);
    const result = {
      requestsPerSecond: (requests - this.#before.requests) / seconds,
      timeoutsPerSecond: (timeouts - this.#before.timeouts) / seconds,
      cpuPercent: (cpu.user + cpu.system) / 1e4 / seconds,
    };
    this.#before = { monotonicMs, requests, timeouts, cpu: process.cpuUsage() };
    return result;
  }
}
