/** Longer lines are matched by their beginning only: patterns are bounded by the line's length too. */
export const MAX_MATCHED_CHARACTERS = 2000;

export const fits = (line: string, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => pattern.test(line.slice(0, MAX_MATCHED_CHARACTERS)));
