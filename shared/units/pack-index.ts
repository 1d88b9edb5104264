/**
 * An index of up to four numbers as the one number that a part is known by. Numbers of 1000 and more do not fit behind the first: null.
 * One number alone stays what it is, as entPhysicalIndex does.
 */
export const packIndex = (index: readonly number[]): number | null => {
  const [first, ...rest] = index;
  if (first === undefined || first <= 0 || rest.length > 3 || rest.some((arc) => arc > 999)) return null;
  return rest.reduce((packed, arc) => packed * 1000 + arc, first);
};

/** The numbers that went in: how many, the caller knows. */
export const unpackIndex = (packed: number, count: number): readonly number[] => {
  const index: number[] = [];
  let left = packed;
  for (; index.length < count - 1; left = Math.floor(left / 1000)) index.unshift(left % 1000);
  return [left, ...index];
};
