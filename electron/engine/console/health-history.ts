/** The last hour of the console's health in steps of ten seconds: bounded, in memory, gone with the engine. */
import type { ConsolePoint } from '../../../shared/contract/console.ts';
import type { ConsoleHealth } from '../../../shared/contract/settings.ts';

const STEP_MS = 10_000;
const POINTS = 360;

/** The worst of both; rates as they were last. */
const merged = (before: ConsolePoint, now: ConsolePoint): ConsolePoint => ({
  ...now,
  atMs: before.atMs,
  loopDelayP99Ms: Math.max(before.loopDelayP99Ms, now.loopDelayP99Ms),
  cpuPercent: Math.max(before.cpuPercent, now.cpuPercent),
  memoryBytes: Math.max(before.memoryBytes, now.memoryBytes),
  queueLength: Math.max(before.queueLength, now.queueLength),
  writeQueue: Math.max(before.writeQueue, now.writeQueue),
});

const pointOf = (health: ConsoleHealth): ConsolePoint => ({
  atMs: health.atMs,
  loopDelayP99Ms: health.loopDelayP99Ms,
  cpuPercent: health.cpuPercent,
  memoryBytes: health.memoryBytes,
  requestsPerSecond: health.requestsPerSecond,
  timeoutsPerSecond: health.timeoutsPerSecond,
  queueLength: health.queueLength,
  writeQueue: health.writeQueue,
});

export class HealthHistory {
  readonly #points: ConsolePoint[] = [];

  note(health: ConsoleHealth): void {
    const now = pointOf(health);
    const last = this.#points.at(-1);
    if (last !== undefined && now.atMs >= last.atMs && now.atMs - last.atMs < STEP_MS) {
      this.#points[this.#points.length - 1] = merged(last, now);
      return;
    }
    this.#points.push(now);
    if (this.#points.length > POINTS) this.#points.shift();
  }

  all(): ConsolePoint[] {
    return [...this.#points];
  }
}
