import type { Clock } from '../../electron/host/host.ts';

interface Timer {
  readonly dueMs: number;
  readonly order: number;
  readonly run: () => void;
}

export interface FakeClock extends Clock {
  /** Lets time pass: timers run in their order, and after each what they awaited gets its turn. */
  advance(milliseconds: number): Promise<void>;
  /** Moves the wall clock only, as a correction by NTP does. */
  jumpWall(milliseconds: number): void;
  /** Timers that are set and have not run. */
  pending(): number;
}

/** Lets everything that is already resolved run on, without time passing. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clock that stands still until it is told to go on. Starts at wall time `startMs`, monotonic 0. */
export const fakeClock = (startMs = 1_700_000_000_000): FakeClock => {
  let monotonicMs = 0;
  let wallOffsetMs = startMs;
  let order = 0;
  const timers = new Set<Timer>();
  const next = (untilMs: number): Timer | null => {
    let found: Timer | null = null;
    for (const timer of timers) {
      if (timer.dueMs > untilMs) continue;
      if (found === null || timer.dueMs < found.dueMs || (timer.dueMs === found.dueMs && timer.order < found.order)) {
        found = timer;
      }
    }
    return found;
  };
  return {
    now: () => wallOffsetMs + monotonicMs,
    monotonic: () => monotonicMs,
    after: (delayMs, run) => {
      const timer = { dueMs: monotonicMs + Math.max(0, delayMs), order: (order += 1), run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance: async (milliseconds) => {
      const untilMs = monotonicMs + milliseconds;
      await settle();
      for (let timer = next(untilMs); timer !== null; timer = next(untilMs)) {
        timers.delete(timer);
        monotonicMs = Math.max(monotonicMs, timer.dueMs);
        timer.run();
        await settle();
      }
      monotonicMs = untilMs;
      await settle();
    },
    jumpWall: (milliseconds) => {
      wallOffsetMs += milliseconds;
    },
    pending: () => timers.size,
  };
};
