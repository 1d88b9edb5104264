import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Stack } from '../../../../shared/contract/series.ts';
import { trafficViews } from '../../../../renderer/graphs/interface-metrics.ts';
import { stackContent } from '../../../../renderer/graphs/stack-content.ts';
import { partKey, stackModel, stackSums, sumOf } from '../../../../renderer/graphs/stack-model.ts';

type Values = (number | null)[];
const stackOf = (...parts: Values[]): Stack => ({
  resolution: '5m',
  stepMs: 300_000,
  atMs: (parts[0] ?? []).map((_, index) => index * 300_000),
  parts: parts.map((outBps, index) => ({ interfaceId: index + 1, means: { outBps, inBps: outBps } })),
  p95: { outBps: 70, inBps: 70 },
});
const view = trafficViews.traffic;
const base = {
  past: undefined,
  compare: 'none' as const,
  percentile: 'both' as const,
  view,
  range: { fromMs: 0, toMs: 1_200_000 },
  nowMs: 1_200_000,
  marks: [],
  plotHeight: 200,
  hidden: new Set<string>(),
};
const stack = stackOf([10, 20, null, 40], [1, 2, 3, 4]);

describe('a stack', () => {
  test('sums are unknown where a part is, and the moment is a gap', () => {
    const model = stackModel({ ...base, stack });
    expect(model.columns).toEqual([
      [11, 22, null, 44],
      [-11, -22, null, -44],
    ]);
    expect(model.gaps).toEqual([{ fromMs: 300_000, toMs: 900_000 }]);
  });

  test('each part lies on those under it; an unknown one has no field of its own', () => {
    const [first, second] = stackModel({ ...base, stack }).areas;
    expect(first).toMatchObject({ low: [0, 0, null, 0], high: [10, 20, null, 40], tone: 'out' });
    expect(second).toMatchObject({ low: [10, 20, 0, 40], high: [11, 22, 3, 44] });
  });

  test('a hidden part leaves sum, scale and percentile: that of the whole would be a lie', () => {
    const hidden = new Set([partKey(1)]);
    const model = stackModel({ ...base, stack, hidden });
    expect(model.columns[0]).toEqual([1, 2, 3, 4]);
    expect(model.axis.max).toBeLessThan(11);
    expect(model.levels).toEqual([]);
    expect(stackModel({ ...base, stack }).levels.map(({ value }) => value)).toEqual([70, -70]);
  });

  test('the tooltip tells the largest part first, and how many parts are unknown', () => {
    const ports = [1, 2].map((interfaceId) => ({ deviceId: 1, interfaceId, name: `p${interfaceId}` }));
    const content = stackContent({ ...base, stack: stackOf([1, null], [5, 6]) }, ports, 'both');
    const words = (index: number) => content.rows(index).map(({ name, text }) => `${name} ${text}`);
    expect(words(0).slice(0, 3)).toEqual(['sum out 6 bit/s', 'p2 5 bit/s', 'p1 1 bit/s']);
    expect(words(1)[0]).toBe('sum out unknown: 1 of 2 parts unknown');
    expect(words(1)[2]).toBe('p1 unknown');
    expect(content.columns.map(({ title }) => title)).toEqual([
      'Sum out',
      'Sum in',
      'p1 out',
      'p1 in',
      'p2 out',
      'p2 in',
    ]);
  });

  test('a sum is known exactly where all parts are, and never 0 for want of them', () => {
    const column = fc.array(fc.option(fc.nat(1e9), { nil: null }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 5 }), (columns) => {
        const sum = sumOf(columns, 12);
        sum.forEach((value, index) => {
          const values = columns.map((one) => one[index] ?? null);
          const wanted = values.includes(null) ? null : values.reduce((all: number, one) => all + (one ?? 0), 0);
          expect(value).toBe(wanted);
        });
      }),
    );
    expect(sumOf([], 2)).toEqual([null, null]);
    expect(stackSums(undefined, view, new Set()).out).toEqual([]);
  });
});
