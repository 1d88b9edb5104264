/** Which words of a changed line are new, and which are gone. Pure. */
import { diffWordsWithSpace } from 'diff';

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

export interface MarkedLine {
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
}

/** Longer lines (keys, certificates) are marked as a whole. */
const LONGEST = 500;
/** Two lines with less in common are two lines, and not one that was changed. */
const LEAST_COMMON = 0.3;

const whole = (text: string): readonly Piece[] => [{ text, marked: false }];

export function markWords(before: string, after: string): MarkedLine {
  const neither = { before: whole(before), after: whole(after) };
  if (before.length > LONGEST || after.length > LONGEST) return neither;
  const parts = diffWordsWithSpace(before, after);
  const common = parts.reduce(
    (sum, part) => (part.added || part.removed ? sum : sum + part.value.replaceAll(/\s/g, '').length),
    0,
  );
  if (common < LEAST_COMMON * Math.max(before.trim().length, after.trim().length)) return neither;
  return {
    before: parts.flatMap((part) => (part.added ? [] : [{ text: part.value, marked: part.removed }])),
    after: parts.flatMap((part) => (part.removed ? [] : [{ text: part.value, marked: part.added }])),
  };
}
