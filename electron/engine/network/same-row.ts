/** Whether a row would be written as it stands already: columns hold plain values, so each is compared by itself. */
export function sameRow<R extends object>(before: R | undefined, now: R): boolean {
  if (before === undefined) return false;
  const columns = Object.keys(now) as (keyof R)[];
  return columns.every((column) => before[column] === now[column]);
}
