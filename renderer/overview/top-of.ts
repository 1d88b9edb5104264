/**
 * The `count` highest of many, highest first, in one pass: thousands are looked at each second and a handful is shown. What
 * has no score is left out. Of equals the first comes first. Pure.
 */
export function topOf<T>(items: Iterable<T>, count: number, scoreOf: (item: T) => number | null): readonly T[] {
  const best: { readonly item: T; readonly score: number }[] = [];
  for (const item of items) {
    const score = scoreOf(item);
    if (score === null || Number.isNaN(score)) continue;
    if (best.length === count && score <= (best.at(-1)?.score ?? Number.NEGATIVE_INFINITY)) continue;
    const at = best.findIndex((other) => score > other.score);
    best.splice(at === -1 ? best.length : at, 0, { item, score });
    if (best.length > count) best.pop();
  }
  return best.map(({ item }) => item);
}
