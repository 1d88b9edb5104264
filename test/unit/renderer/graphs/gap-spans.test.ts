import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapSpans, runs } from '../../../../renderer/graphs/gap-spans.ts';

const knownIn = (values: readonly (number | null)[]) => (index: number) => (values[index] ?? null) !== null;

test('a gap reaches from the last value, or from the end of its column, to the next', () => {
  const values = [1, 2, null, null, 3];
  expect(gapSpans([0, 60, 120, 180, 240], knownIn(values), 60, 240)).toEqual([{ fromMs: 60, toMs: 240 }]);
  expect(gapSpans([0, 60, 120, 180, 240], knownIn(values), 60, 240, 60)).toEqual([{ fromMs: 120, toMs: 240 }]);
});

test('what lies before the first value is no gap, and a late sample is none yet', () => {
  const values = [null, null, 1, 2];
  expect(gapSpans([0, 60, 120, 180], knownIn(values), 60, 320)).toEqual([]);
});

test('silence until now is a gap', () => {
  expect(gapSpans([0, 60], knownIn([1, 1]), 60, 600)).toEqual([{ fromMs: 60, toMs: 600 }]);
});

test('no span covers a known point, and spans follow each other', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 60 }), (values) => {
      const atMs = values.map((_, index) => index * 10);
      const spans = gapSpans(atMs, knownIn(values), 10, values.length * 10);
      spans.forEach((span, index) => {
        expect(span.toMs).toBeGreaterThan(span.fromMs);
        expect(span.fromMs).toBeGreaterThanOrEqual(spans[index - 1]?.toMs ?? 0);
        const covered = atMs.filter((at, at_) => at > span.fromMs && at < span.toMs && knownIn(values)(at_));
        expect(covered).toEqual([]);
      });
    }),
  );
});

test('runs are whole and apart', () => {
  expect(runs(6, (index) => [1, 2, 4, 5].includes(index))).toEqual([
    [1, 2],
    [4, 5],
  ]);
  expect(runs(0, () => true)).toEqual([]);
});
