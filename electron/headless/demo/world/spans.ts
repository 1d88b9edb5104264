/** Stretches of time during which something holds: sorted, disjoint, the end not included. */

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Sorts and joins what overlaps or touches. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: { fromMs: number; toMs: number }[] = [];
  for (const span of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    if (span.toMs <= span.fromMs) continue;
    const last = joined.at(-1);
    if (last !== undefined && span.fromMs <= last.toMs) last.toMs = Math.max(last.toMs, span.toMs);
    else joined.push({ ...span });
  }
  return joined;
}

/** How many spans begin at or before a moment. */
export function begunBy(spans: readonly Span[], atMs: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.fromMs ?? Infinity) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function holdsAt(spans: readonly Span[], atMs: number): boolean {
  const last = spans[begunBy(spans, atMs) - 1];
  return last !== undefined && atMs < last.toMs;
}

/** The last moment, at or before `atMs`, when a span began or ended; null when none had begun. */
export function lastEdge(spans: readonly Span[], atMs: number): number | null {
  const last = spans[begunBy(spans, atMs) - 1];
  if (last === undefined) return null;
  return last.toMs <= atMs ? last.toMs : last.fromMs;
}

/** Milliseconds of a stretch that the spans cover. */
export function coveredMs(spans: readonly Span[], fromMs: number, toMs: number): number {
  let sum = 0;
  for (const span of spansWithin(spans, fromMs, toMs)) sum += span.toMs - span.fromMs;
  return sum;
}

/** The parts of the spans that lie inside a stretch. */
export function spansWithin(spans: readonly Span[], fromMs: number, toMs: number): Span[] {
  const inside: Span[] = [];
  for (let i = Math.max(0, begunBy(spans, fromMs) - 1); i < spans.length; i += 1) {
    const span = spans[i];
    if (span === undefined || span.fromMs >= toMs) break;
    const from = Math.max(span.fromMs, fromMs);
    const to = Math.min(span.toMs, toMs);
    if (to > from) inside.push({ fromMs: from, toMs: to });
  }
  return inside;
}
