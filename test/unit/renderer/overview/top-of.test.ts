import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { topOf } from '../../../../renderer/overview/top-of.ts';

test('the highest few are those that sorting everything would give', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer())), fc.integer({ min: 1, max: 10 }), (values, count) => {
      const items = values.map((score, at) => ({ score, at }));
      const scored = items.filter((item): item is { score: number; at: number } => item.score !== null);
      const sorted = scored.toSorted((a, b) => b.score - a.score || a.at - b.at).slice(0, count);
      expect(topOf(items, count, (item) => item.score)).toEqual(sorted);
    }),
  );
});
