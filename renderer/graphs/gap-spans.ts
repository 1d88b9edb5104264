/** Where a graph has no value. Pure. A gap is said, never bridged. */

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A value may be this many steps late before its absence at the live end counts. */
const LATE_STEPS = 2.5;

/**
 * Spans between known values, and from the last known value to `endMs` when that is too long ago to be lateness. What lies
 * before the first known value is no gap: nobody measured then.
 *
 * @param known whether point i has a value
 * @param holdMs how long a value is drawn: 0 for a line, its step for a column
 */
export function gapSpans(
  atMs: readonly number[],
  known: (index: number) => boolean,
  stepMs: number,
  endMs: number,
  holdMs = 0,
): readonly Span[] {
  const spans: Span[] = [];
  let last: number | null = null;
  let open = false;
  atMs.forEach((at, index) => {
    if (!known(index)) {
      open = true;
      return;
    }
    if (open && last !== null) spans.push({ fromMs: Math.min(last + holdMs, at), toMs: at });
    last = at;
    open = false;
  });
  if (last !== null && endMs - last > LATE_STEPS * stepMs) spans.push({ fromMs: last + holdMs, toMs: endMs });
  return spans;
}

/** Runs of neighbouring indices for which `holds`, as [first, last]. */
export function runs(length: number, holds: (index: number) => boolean): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let first: number | null = null;
  for (let index = 0; index <= length; index += 1) {
    if (index < length && holds(index)) first ??= index;
    else if (first !== null) {
      found.push([first, index - 1]);
      first = null;
    }
  }
  return found;
}
