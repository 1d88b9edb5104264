import { describe, expect, test } from 'vitest';
import type { Series } from '../../../../shared/contract/series.ts';
import { interfaceModel, trafficOf } from '../../../../renderer/graphs/interface-model.ts';
import { offeredKinds, trafficViews } from '../../../../renderer/graphs/interface-metrics.ts';
import { deviceModel } from '../../../../renderer/graphs/device-model.ts';
import { latencyModel } from '../../../../renderer/graphs/latency-model.ts';
import { sparkPieces } from '../../../../renderer/graphs/spark-shape.ts';
import { summary } from '../../../../renderer/graphs/summary.ts';
import { spread, trafficRows } from '../../../../renderer/graphs/traffic-rows.ts';

type Values = readonly (number | null)[];
const column = (values: Values) => ({ mean: [...values], min: [...values], max: [...values] });

function seriesOf(
  columns: Readonly<Record<string, Values>>,
  p95: Readonly<Record<string, number | null>> = {},
): Series {
  const length = Object.values(columns)[0]?.length ?? 0;
  return {
    resolution: 'samples',
    stepMs: 60_000,
    atMs: Array.from({ length }, (_, index) => index * 60_000),
    columns: Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, column(values)])),
    coverage: 100,
    p95: { ...p95 },
  };
}

const range = { fromMs: 0, toMs: 300_000 };
const base = { range, nowMs: 300_000, marks: [], plotHeight: 200 };

describe('traffic', () => {
  const series = seriesOf(
    { outBps: [1e9, null, 2e9, 90e9, 1e9], inBps: [3e9, null, 4e9, 1e9, 3e9] },
    { outBps: 2e9, inBps: 4e9 },
  );
  const input = { ...base, series, view: trafficViews.traffic, speedBps: 10e9 };

  test('in lies below zero, and a gap stays unknown in both directions', () => {
    const model = interfaceModel(input);
    expect(model.columns[0]?.slice(0, 3)).toEqual([1e9, null, 2e9]);
    expect(model.columns[3]?.slice(0, 3)).toEqual([-3e9, null, -4e9]);
    expect(model.gaps).toEqual([{ fromMs: 0, toMs: 120_000 }]);
  });

  test('a rate above 1.2 times the speed is suspect and does not stretch the axis', () => {
    const model = interfaceModel(input);
    expect(model.suspects).toEqual([{ fromMs: 180_000, toMs: 240_000 }]);
    expect(model.axis.max).toBeLessThan(10e9);
    expect(interfaceModel({ ...input, speedBps: null }).suspects).toEqual([]);
  });

  test('percentiles have their number, below zero too', () => {
    expect(interfaceModel(input).levels).toEqual([
      { value: 2e9, text: 'p95 out 2.00 Gbit/s', tone: 'out' },
      { value: -4e9, text: 'p95 in 4.00 Gbit/s', tone: 'in' },
    ]);
  });

  test('use is a share of the speed, offered only where the speed is known', () => {
    const traffic = trafficOf({ ...input, view: trafficViews.use });
    expect(traffic.out.mean[0]).toBe(10);
    expect(offeredKinds(null)).not.toContain('use');
    expect(offeredKinds(10e9)).toContain('use');
  });

  test('exact values of a point, or that there are none', () => {
    const traffic = trafficOf(input);
    expect(trafficRows(trafficViews.traffic, traffic, 0).map(({ text }) => text)).toEqual([
      '1.00 Gbit/s',
      '3.00 Gbit/s',
    ]);
    expect(trafficRows(trafficViews.traffic, traffic, 1)).toEqual([{ name: 'gap', tone: 'neutral', text: 'no value' }]);
    expect(trafficRows(trafficViews.traffic, traffic, 3).at(-1)?.name).toBe('suspect');
  });

  test('says itself in one sentence', () => {
    const said = summary('Traffic', interfaceModel(input), {
      up: 'out',
      down: 'in',
      format: trafficViews.traffic.format,
    });
    expect(said).toContain('out 1.00 Gbit/s');
    expect(said).toContain('in 3.00 Gbit/s, highest 4.00 Gbit/s');
    expect(said).toContain('1 gap');
  });

  test('nothing measured is an empty graph, not zeros', () => {
    const model = interfaceModel({ ...input, series: undefined });
    expect(model.columns.every((values) => values.length === 0)).toBe(true);
    expect(model.gaps).toEqual([]);
  });
});

describe('answer time', () => {
  test('without an answer there is loss, without a probe there is a gap', () => {
    const rtt = [2, null, null, 2, 2];
    const series = seriesOf({ rttMin: rtt, rttAvg: rtt, rttMax: rtt, loss: [0, 100, null, 0, 10] });
    const model = latencyModel({ ...base, series });
    expect(model.gaps).toEqual([{ fromMs: 120_000, toMs: 180_000 }]);
    expect(model.loss).toEqual([0, 100, null, 0, 10]);
  });

  test('one slow answer does not press all others onto the floor', () => {
    const rtt = Array.from({ length: 400 }, (_, index) => (index === 7 ? 900 : 2));
    const series = seriesOf({ rttMin: rtt, rttAvg: rtt, rttMax: rtt, loss: rtt.map(() => 0) });
    expect(latencyModel({ ...base, series }).axis.max).toBeLessThan(10);
  });
});

test('percent fills its scale', () => {
  const model = deviceModel({ ...base, metric: 'cpu', series: seriesOf({ cpu: [12, 14, null, 15, 12] }) });
  expect([model.axis.min, model.axis.max]).toEqual([0, 100]);
});

test('spreads name their unit once', () => {
  expect(spread(11.9e9, 13.2e9, trafficViews.traffic.format)).toBe('11.9 to 13.2 Gbit/s');
  expect(spread(900e6, 1.2e9, trafficViews.traffic.format)).toBe('900 Mbit/s to 1.20 Gbit/s');
  expect(spread(5, 5, trafficViews.traffic.format)).toBeUndefined();
});

test('an in-row line breaks at a gap, and a lonely value is a dash', () => {
  const pieces = sparkPieces({
    atMs: [0, 10, 20, 30, 40],
    values: [1, 2, null, 3, null],
    fromMs: 0,
    toMs: 40,
    width: 40,
  });
  expect(pieces).toEqual([
    [
      { x: 0, value: 1 },
      { x: 10, value: 2 },
    ],
    [
      { x: 30, value: 3 },
      { x: 31, value: 3 },
    ],
  ]);
});
