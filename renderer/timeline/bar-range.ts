/** What stretch of time the bar shows, and how it is zoomed and moved. Pure. */
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export const SHORTEST_SPAN_MS = 5 * MINUTE_MS;
export const LONGEST_SPAN_MS = 366 * DAY_MS;

/** Room to the right of now, hatched: what is planned will stand there. */
const FUTURE_SHARE = 0.07;

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The stretch of the graphs and, while it follows now, a bit of the future. */
export function barSpan(spanMs: number, endMs: number | null, nowMs: number): Span {
  const toMs = endMs ?? nowMs;
  return { fromMs: toMs - spanMs, toMs: endMs === null ? toMs + Math.round(spanMs * FUTURE_SHARE) : toMs };
}

export function zoomedSpan(spanMs: number, factor: number): number {
  return Math.round(Math.min(LONGEST_SPAN_MS, Math.max(SHORTEST_SPAN_MS, spanMs * factor)));
}

/** The end of a stretch that was moved by `byMs`; null where it has come to now and follows it again. */
export function movedEnd(endMs: number | null, byMs: number, nowMs: number): number | null {
  const next = Math.round((endMs ?? nowMs) + byMs);
  return next >= nowMs ? null : Math.max(0, next);
}

/** The end of a stretch of `spanMs` in which `aboutMs` keeps its place. */
export function zoomedEnd(shown: Span, spanMs: number, aboutMs: number, nowMs: number): number | null {
  const share = (shown.toMs - aboutMs) / (shown.toMs - shown.fromMs);
  const next = Math.round(aboutMs + share * spanMs);
  return next >= nowMs ? null : next;
}

/** The stretch between two moments, in whichever order, as span and end. */
export function spanOfRange(
  aMs: number,
  bMs: number,
  nowMs: number,
): { readonly spanMs: number; readonly endMs: number | null } {
  const toMs = Math.round(Math.min(Math.max(aMs, bMs), nowMs));
  const spanMs = zoomedSpan(toMs - Math.min(aMs, bMs), 1);
  return { spanMs, endMs: toMs >= nowMs ? null : toMs };
}
