/** Adding up what several interfaces carried. Pure. A sum with an unknown part is unknown, and so left out. */
import type { Rolled } from './roll-up.ts';

/** Mean of a bucket's first metric in stored units; null where unknown, or where a suspect rate lies in it. */
const meanOf = ({ metrics, suspects }: Rolled): number | null => {
  const { sum, n } = metrics[0] ?? { sum: 0, n: 0 };
  return n > 0 && suspects === 0 ? sum / n : null;
};

/** Sums of the means of those buckets that every part has. `parts` are lists of buckets of one width, of one metric each. */
export function sumOfMeans(parts: readonly (readonly Rolled[])[]): number[] {
  const sums = new Map<number, { sum: number; parts: number }>();
  for (const part of parts) {
    for (const bucket of part) {
      const mean = meanOf(bucket);
      if (mean === null) continue;
      const before = sums.get(bucket.at) ?? { sum: 0, parts: 0 };
      sums.set(bucket.at, { sum: before.sum + mean, parts: before.parts + 1 });
    }
  }
  return [...sums.values()].flatMap((one) => (one.parts === parts.length ? [one.sum] : []));
}
