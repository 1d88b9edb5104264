/** Moves the playhead on while it plays, some times a second: smooth enough for the eye, and no work for every frame. */
import { usePlayhead } from '../state/playhead.ts';

const STEP_MS = 200;

let timer: ReturnType<typeof setInterval> | null = null;

/** `elapsedMs` of real time later at the speed of play; null where now is reached. Pure. */
export function playedTo(atMs: number, speed: number, elapsedMs: number, nowMs: number): number | null {
  const next = Math.round(atMs + speed * elapsedMs);
  return next >= nowMs ? null : next;
}

function step(elapsedMs: number): void {
  const { atMs, speed, goToMoment, goToNow } = usePlayhead.getState();
  if (atMs === null) return;
  const next = playedTo(atMs, speed, elapsedMs, Date.now());
  if (next === null) goToNow();
  else goToMoment(next);
}

function follow(): void {
  const { playing } = usePlayhead.getState();
  if (playing === (timer !== null)) return;
  if (timer !== null) {
    clearInterval(timer);
    timer = null;
    return;
  }
  let lastMs = performance.now();
  timer = setInterval(() => {
    const nowMs = performance.now();
    step(nowMs - lastMs);
    lastMs = nowMs;
  }, STEP_MS);
}

/** Called once by main.tsx. */
export function followPlayback(): void {
  usePlayhead.subscribe(follow);
}
