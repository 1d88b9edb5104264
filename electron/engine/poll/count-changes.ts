/** How many lines of a configuration are new and how many are gone against the one before. Pure. */
import { diffArrays } from 'diff';

/** A comparison takes time by the square of its edits; past these it would hold the engine for more than some 10 ms. */
const MAX_EDITS = 500;

export interface LineCounts {
  readonly added: number;
  readonly removed: number;
}

/** Lines without a partner on the other side, wherever they stand: what moved counts for nothing. */
function countUnmatched(before: readonly string[], after: readonly string[]): LineCounts {
  const left = new Map<string, number>();
  for (const line of before) left.set(line, (left.get(line) ?? 0) + 1);
  let added = 0;
  for (const line of after) {
    const count = left.get(line) ?? 0;
    if (count === 0) added += 1;
    else left.set(line, count - 1);
  }
  return { added, removed: before.length - (after.length - added) };
}

/** By the shortest way from one to the other; where they differ in more than 500 lines, by lines without a partner. */
export function countChanges(before: string, after: string): LineCounts {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const parts = diffArrays(old, now, { maxEditLength: MAX_EDITS });
  if (parts === undefined) return countUnmatched(old, now);
  let [added, removed] = [0, 0];
  for (const part of parts) {
    if (part.added) added += part.count;
    else if (part.removed) removed += part.count;
  }
  return { added, removed };
}
