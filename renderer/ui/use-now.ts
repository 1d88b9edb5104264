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

const moments = new Set<() => void>();
let stoodAtMs: number | null = null;

/** From now on ages are counted to this moment; null counts them to now again. */
export function standAt(atMs: number | null): void {
  stoodAtMs = atMs;
  for (const listener of moments) listener();
}

function followMoment(listener: () => void): () => void {
  moments.add(listener);
  return () => void moments.delete(listener);
}

/** The moment that ages are counted to. */
export function useMoment(): number {
  const nowMs = useNow();
  return useSyncExternalStore(followMoment, () => stoodAtMs) ?? nowMs;
}

/** Milliseconds since 1970, to the second or to `stepMs` (a graph needs no new range each second). */
export function useNow(stepMs: number = TICK_MS): number {
  return useSyncExternalStore(follow, () => Math.floor(nowMs / stepMs) * stepMs);
}
