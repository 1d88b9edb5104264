import { describe, expect, test } from 'vitest';
import {
  coverageOf,
  graphOfBuckets,
  graphOfPoints,
  meansOf,
  percentile95,
  usualInterval,
} from '../../../../../../electron/engine/store/samples/down-sample.ts';
import { chooseResolution } from '../../../../../../electron/engine/store/samples/choose-resolution.ts';
import { DAY_MS, HOUR_MS } from '../../../../../../electron/engine/store/samples/roll-up.ts';
import type { Rolled } from '../../../../../../electron/engine/store/samples/roll-up.ts';

const point = (at: number, value: number | null, suspects = 0): Rolled => ({
  at,
  samples: 1,
  suspects,
  metrics: [{ min: value, max: value, sum: value ?? 0, n: value === null ? 0 : 1 }],
});

describe('points', () => {
  test('a missed poll leaves a null, a late one does not', () => {
    const graph = graphOfPoints([point(0, 1), point(60, 2), point(130, 3), point(250, 4)], 60, [1]);
    expect(graph.atMs).toEqual([0, 60, 130, 190, 250]);
    expect(graph.columns[0]?.mean).toEqual([1, 2, 3, null, 4]);
  });

  test('where the interval was changed on the way, neither half is a row of gaps', () => {
    const slow = Array.from({ length: 16 }, (_, index) => index * 300);
    const fast = Array.from({ length: 200 }, (_, index) => 16 * 300 + index * 60).filter((_, index) => index !== 100);
    const points = [...slow, ...fast].map((at) => point(at, 1));
    const nulls = graphOfPoints(points, 60, [1]).columns[0]?.mean.filter((value) => value === null);
    expect(nulls?.length).toBe(1);
  });

  test('values come back in their unit', () => {
    expect(graphOfPoints([point(0, 1500)], 60, [1000]).columns[0]?.max).toEqual([1.5]);
  });
});

describe('buckets', () => {
  test('an empty bucket and one of unknown values are null', () => {
    const graph = graphOfBuckets([point(0, 7), point(20, null)], { fromMs: 0, toMs: 30, stepMs: 10 }, [1]);
    expect(graph.atMs).toEqual([0, 10, 20]);
    expect(graph.columns[0]).toEqual({ mean: [7, null, null], min: [7, null, null], max: [7, null, null] });
    expect(coverageOf(graph.columns)).toBeCloseTo(100 / 3);
  });

  test('a mean is weighted, and peaks are kept', () => {
    const bucket: Rolled = { at: 0, samples: 4, suspects: 0, metrics: [{ min: 1, max: 90, sum: 100, n: 4 }] };
    const { columns } = graphOfBuckets([bucket], { fromMs: 0, toMs: 10, stepMs: 10 }, [1]);
    expect(columns).toEqual([{ mean: [25], min: [1], max: [90] }]);
  });
});

test('the usual interval is not misled by a gap', () => {
  expect(usualInterval([0, 60, 120, 180, 9000, 9060])).toBe(60);
  expect(usualInterval([5])).toBeNull();
});

test('where the interval was shortened on the way, the longer one counts', () => {
  const slow = Array.from({ length: 40 }, (_, index) => index * 60);
  const fast = Array.from({ length: 200 }, (_, index) => 40 * 60 + index * 10);
  expect(usualInterval([...slow, ...fast])).toBe(60);
  const oftenMissed = Array.from({ length: 200 }, (_, index) => index * 10).filter((_, index) => index % 5 !== 0);
  expect(usualInterval(oftenMissed)).toBe(10);
});

describe('95th percentile', () => {
  test('leaves out the highest 5 percent', () => {
    expect(percentile95(Array.from({ length: 100 }, (_, index) => 100 - index))).toBe(95);
  });

  test('needs three means', () => {
    expect(percentile95([1, 2, 3])).toBe(3);
    expect(percentile95([1, 2])).toBeNull();
  });

  test('suspect and unknown buckets have no mean', () => {
    expect(meansOf([point(0, 1), point(1, null), point(2, 1e15, 1)], 0)).toEqual([1]);
  });
});

describe('resolution', () => {
  const all = { samples: -Infinity, '5m': -Infinity, '1h': -Infinity };
  const range = (days: number, maxPoints: number) => ({ fromMs: 100 * DAY_MS, toMs: (100 + days) * DAY_MS, maxPoints });

  test.each([
    [1, 800, 'samples'],
    [7, 800, '5m'],
    [90, 800, '1h'],
    [3650, 800, '1d'],
  ])('%d days on %d points come from %s', (days, maxPoints, resolution) => {
    const choice = chooseResolution(range(days, maxPoints), all);
    expect(choice.resolution).toBe(resolution);
    expect((days * DAY_MS) / choice.stepMs).toBeLessThanOrEqual(maxPoints - 1);
  });

  test('what is pruned is read from the next coarser', () => {
    const choice = chooseResolution(range(1, 4000), { ...all, samples: 101 * DAY_MS, '5m': 101 * DAY_MS });
    expect(choice).toEqual({ resolution: '1h', stepMs: HOUR_MS });
  });
});
