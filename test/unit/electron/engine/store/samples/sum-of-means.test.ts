import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rolled } from '../../../../../../electron/engine/store/samples/roll-up.ts';
import { sumOfMeans } from '../../../../../../electron/engine/store/samples/sum-of-means.ts';

const bucket = (at: number, sum: number, n: number, suspects = 0): Rolled => ({
  at,
  samples: n,
  suspects,
  metrics: [{ min: null, max: null, sum, n }],
});

const byValue = (a: number, b: number): number => a - b;

test('a sum of means is made where every part is known, and nowhere else', () => {
  const parts = [[bucket(0, 10, 2), bucket(5, 8, 1)], [bucket(0, 3, 1)]];
  expect(sumOfMeans(parts)).toEqual([8]);
});

test('unknown and suspect buckets make the sum unknown', () => {
  expect(sumOfMeans([[bucket(0, 1, 1)], [bucket(0, 0, 0)]])).toEqual([]);
  expect(sumOfMeans([[bucket(0, 1, 1)], [bucket(0, 9, 1, 1)]])).toEqual([]);
});

test('the sum of a single part is its means, whatever they are', () => {
  const buckets = fc.uniqueArray(fc.record({ at: fc.nat(500), sum: fc.nat(1e9), n: fc.nat(9) }), {
    selector: ({ at }) => at,
  });
  fc.assert(
    fc.property(buckets, (all) => {
      const known = all.filter(({ n }) => n > 0);
      const part = all.map(({ at, sum, n }) => bucket(at, sum, n));
      expect(sumOfMeans([part]).toSorted(byValue)).toEqual(known.map(({ sum, n }) => sum / n).toSorted(byValue));
    }),
  );
});
