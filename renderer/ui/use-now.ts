/** The page's clock: one timer for everything that shows an age. */
import { useSyncExternalStore } from 'react';

const TICK_MS = 1000;
const listeners = new Set<() => void>();
let nowMs = Date.now();
let timer: number | undefined;

function tick(): void {
  nowMs = Date.now();
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= window.setInterval(tick, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
  };
}

/** Milliseconds since 1970, to the second or to `stepMs` (a graph needs no new range each second). */
export function useNow(stepMs: number = TICK_MS): number {
  return useSyncExternalStore(follow, () => Math.floor(nowMs / stepMs) * stepMs);
}
