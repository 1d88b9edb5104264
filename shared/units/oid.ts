/** Object identifiers as dotted decimal text: the order an agent walks them in. */

/** Negative, 0 or positive: compares number by number, and a prefix comes before what it begins. */
export function compareOids(a: string, b: string): number {
  const left = arcsOf(a);
  const right = arcsOf(b);
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** True when `oid` lies under `prefix` or is it: whole numbers, so 1.3.61 is not under 1.3.6. */
export function isUnder(oid: string, prefix: string): boolean {
  const long = bare(oid);
  const short = bare(prefix);
  return long === short || long.startsWith(`${short}.`);
}

const bare = (oid: string): string => (oid.startsWith('.') ? oid.slice(1) : oid);
const arcsOf = (oid: string): number[] => bare(oid).split('.').map(Number);
