import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earlier, ghostOf, indexAt } from '../../../../renderer/graphs/comparison.ts';
import { interfaceModel } from '../../../../renderer/graphs/interface-model.ts';
import { trafficViews } from '../../../../renderer/graphs/interface-metrics.ts';
import { ghostRows } from '../../../../renderer/graphs/traffic-rows.ts';

const DAY = 86_400_000;
const series = (startMs: number, outBps: readonly (number | null)[]) => ({
  resolution: 'samples' as const,
  stepMs: 60_000,
  atMs: outBps.map((_, index) => startMs + index * 60_000),
  columns: { outBps: { mean: [...outBps], min: [...outBps], max: [...outBps] } },
  coverage: 100,
  p95: {},
});

describe('beside an earlier time', () => {
  test('the same stretch is asked for, that much earlier; nothing where nothing is compared', () => {
    const asked = { fromMs: 10 * DAY, toMs: 11 * DAY, maxPoints: 5 };
    expect(earlier(asked, 'week')).toEqual({ fromMs: 3 * DAY, toMs: 4 * DAY, maxPoints: 5 });
    expect(earlier(asked, 'none')).toBeNull();
    expect(earlier({ ...asked, fromMs: DAY }, 'week')).toBeNull();
  });

  test('what was then is moved onto now, and a gap of then stays one', () => {
    const ghost = ghostOf({ atMs: [0, 60_000] }, 'day', [[1, null]]);
    expect(ghost).toEqual({ atMs: [DAY, DAY + 60_000], columns: [[1, null]] });
  });

  test('the axis has room for both', () => {
    const model = interfaceModel({
      series: series(DAY, [1e6, 1e6]),
      past: series(0, [8e6, null]),
      compare: 'day',
      view: trafficViews.traffic,
      speedBps: null,
      range: { fromMs: DAY, toMs: DAY + 120_000 },
      nowMs: DAY + 120_000,
      marks: [],
      plotHeight: 200,
    });
    expect(model.axis.max).toBeGreaterThanOrEqual(8e6);
    const rows = (index: number) =>
      ghostRows({ compare: 'day', format: String, model, past: { stepMs: 60_000 }, index }, [
        { name: 'out', values: [8e6, null] },
      ]);
    expect(rows(0)).toEqual([{ name: 'out, a day before', tone: 'past', text: '8000000' }]);
    expect(rows(1)[0]?.text).toBe('null');
  });
});

describe('the point at a moment', () => {
  test('is the newest one that is not later, and none in a hole', () => {
    const atMs = [0, 60, 120, 300];
    expect([59, 60, 125, 220, 300, 350, 400].map((moment) => indexAt(atMs, moment, 60))).toEqual([
      0,
      1,
      2,
      null,
      3,
      3,
      null,
    ]);
    expect(indexAt(atMs, -1, 60)).toBeNull();
    expect(indexAt([], 5, 60)).toBeNull();
  });

  test('is found wherever it lies', () => {
    const times = fc.uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(times, fc.nat(100_000), (unsorted, moment) => {
        const atMs = unsorted.toSorted((a, b) => a - b);
        const wanted = atMs.findLastIndex((at) => at <= moment);
        const found = indexAt(atMs, moment, 1000);
        const old = wanted < 0 || moment - (atMs[wanted] ?? 0) > 1500;
        expect(found).toBe(old ? null : wanted);
      }),
    );
  });
});
