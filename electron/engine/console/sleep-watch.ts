/**
 * Notices that this machine slept (or was starved so long that it makes no difference): a timer that comes far too late by
 * the wall clock. Hosts that hear of sleep from the system call suspend and resume themselves; this serves the others, and
 * catches what the system did not tell.
 */
import type { Clock } from '../../host/host.ts';

const LOOK_EVERY_MS = 5000;
const LATE_MS = 30_000;

/** `onWake` hears when the pause began and how long it was. Returns what ends the watch. */
export function watchForSleep(clock: Clock, onWake: (fromMs: number, sleptMs: number) => void): () => void {
  let cancel = (): void => {};
  const look = (beforeMs: number): void => {
    cancel = clock.after(LOOK_EVERY_MS, () => {
      const nowMs = clock.now();
      const sleptMs = nowMs - beforeMs - LOOK_EVERY_MS;
      if (sleptMs >= LATE_MS) onWake(beforeMs, sleptMs);
      look(nowMs);
    });
  };
  look(clock.now());
  return () => cancel();
}
