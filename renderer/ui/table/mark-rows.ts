/** Which rows are marked for what is done to many at once, as file managers have it. Pure. */
import type { RowKey } from './table-lines.ts';

export type Marked = ReadonlySet<RowKey>;

export const NOTHING_MARKED: Marked = new Set();

/** Marks one or takes its mark away. The first mark takes the active row along, as Ctrl and click do elsewhere. */
export function toggleMark(marked: Marked, key: RowKey, active: RowKey | null): Marked {
  const start = marked.size === 0 && active !== null && active !== key ? [active] : [...marked];
  return new Set(marked.has(key) ? start.filter((one) => one !== key) : [...start, key]);
}

/** Everything between two rows in the order shown; `also` keeps what was marked before. */
export function markRange(keys: readonly RowKey[], from: RowKey | null, to: RowKey, also?: Marked): Marked {
  const [a, b] = [from === null ? -1 : keys.indexOf(from), keys.indexOf(to)];
  const range = b < 0 ? [] : keys.slice(a < 0 ? b : Math.min(a, b), Math.max(a, b) + 1);
  return new Set([...(also ?? []), ...range]);
}

/** What is marked and still shown. */
export function marksIn(marked: Marked, keys: Iterable<RowKey>): Marked {
  const left = new Set<RowKey>();
  for (const key of keys) if (marked.has(key)) left.add(key);
  return left.size === marked.size ? marked : left;
}
