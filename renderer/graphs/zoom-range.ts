/** Zooming and moving a stretch of time inside the one that the time bar shows. Pure. */

export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Finer than a poll there is nothing to see. */
export const SHORTEST_STRETCH_MS = 60_000;

function within(stretch: Stretch, outer: Stretch): Stretch {
  const span = Math.round(Math.min(stretch.toMs - stretch.fromMs, outer.toMs - outer.fromMs));
  const fromMs = Math.min(Math.max(Math.round(stretch.fromMs), outer.fromMs), outer.toMs - span);
  return { fromMs, toMs: fromMs + span };
}

/** Factor below 1 shows less; `aboutMs` stays where it is on the screen. Null when all of `outer` is shown again. */
export function zoomStretch(shown: Stretch, outer: Stretch, factor: number, aboutMs: number): Stretch | null {
  const span = Math.max(SHORTEST_STRETCH_MS, (shown.toMs - shown.fromMs) * factor);
  if (span >= outer.toMs - outer.fromMs) return null;
  const share = (aboutMs - shown.fromMs) / (shown.toMs - shown.fromMs);
  const fromMs = aboutMs - share * span;
  return within({ fromMs, toMs: fromMs + span }, outer);
}

/** Moves by a share of what is shown: 0.25 is a quarter to the right. */
export function moveStretch(shown: Stretch, outer: Stretch, share: number): Stretch {
  const by = (shown.toMs - shown.fromMs) * share;
  return within({ fromMs: shown.fromMs + by, toMs: shown.toMs + by }, outer);
}

/** What was dragged over; never shorter than can be told apart. */
export function dragStretch(aMs: number, bMs: number, outer: Stretch): Stretch {
  const middle = (aMs + bMs) / 2;
  const half = Math.max(Math.abs(aMs - bMs), SHORTEST_STRETCH_MS) / 2;
  return within({ fromMs: middle - half, toMs: middle + half }, outer);
}
