/** A graph of one interface or device: what to read, from where, and the shape the contract wants. */
import type { Series } from '../../../../shared/contract/series.ts';
import type { Connection } from '../connection.ts';
import { chooseResolution } from '../samples/choose-resolution.ts';
import type { Choice } from '../samples/choose-resolution.ts';
import { coverageOf, graphOfBuckets, graphOfPoints, percentile95, usualInterval } from '../samples/down-sample.ts';
import type { Graph } from '../samples/down-sample.ts';
import { mergeRolled, rollUp, SLOT_MS } from '../samples/roll-up.ts';
import type { Rolled } from '../samples/roll-up.ts';
import type { SampleKind } from '../samples/sample-kinds.ts';
import type { Samples } from '../samples/samples.ts';
import type { GraphRange } from '../store.ts';
import { readMark } from '../writes/marks.ts';
import { onlyMetrics, readRolled, readSamples } from './read-samples.ts';

export interface SeriesQuery extends GraphRange {
  readonly kind: SampleKind;
  readonly id: number;
  /** Keys of metrics. */
  readonly metrics: readonly string[];
}

interface Read {
  readonly graph: Graph;
  /** Means of 5 minutes over the whole range, for the percentile; null where they no longer exist. */
  readonly fiveMinutes: readonly Rolled[] | null;
}

const rowsOf = (samples: Samples, keep: (index: number) => boolean): Samples => {
  const pick = <T>(column: readonly T[]): T[] => column.filter((_, index) => keep(index));
  return { at: pick(samples.at), quality: pick(samples.quality), values: samples.values.map(pick) };
};

/** Rows in which at least one metric of the group was measured; of interfaces every row counts, it says "unknown". */
const measured = (kind: SampleKind, samples: Samples, group: string): Samples => {
  if (!kind.merges) return samples;
  const columns = samples.values.filter((_, index) => kind.metrics[index]?.group === group);
  return rowsOf(samples, (index) => columns.some((column) => (column[index] ?? null) !== null));
};

const pointsOf = (samples: Samples): Rolled[] =>
  samples.at.map((at, index) => ({
    at,
    samples: 1,
    suspects: 0,
    metrics: samples.values.map((column) => {
      const value = column[index] ?? null;
      return { min: value, max: value, sum: value ?? 0, n: value === null ? 0 : 1 };
    }),
  }));

/** A step on which each bucket gets a measurement, even when polls are not quite regular. */
const safeStep = (stepMs: number, intervalMs: number, widthMs: number): number =>
  stepMs >= 2 * intervalMs ? stepMs : Math.ceil((2 * intervalMs) / widthMs) * widthMs;

const fromSamples = (connection: Connection, query: SeriesQuery, wanted: readonly number[], choice: Choice): Read => {
  const { kind, id, fromMs, toMs, maxPoints } = query;
  const scales = wanted.map((index) => kind.metrics[index]?.scale ?? 1);
  const groups = [...new Set(wanted.map((index) => kind.metrics[index]?.group ?? ''))];
  const all = readSamples(connection, kind, id, { fromMs, toMs });
  const parts = groups.map((group) => measured(kind, all, group));
  const interval = Math.max(0, ...parts.map((part) => usualInterval(part.at) ?? 0)) || choice.stepMs;
  const single = parts.length === 1 ? parts[0] : undefined;
  const samples = onlyMetrics(single ?? all, wanted);
  const fiveMinutes = rollUp(samples, SLOT_MS);
  if (single !== undefined) {
    const graph = graphOfPoints(pointsOf(samples), interval, scales);
    if (graph.atMs.length <= maxPoints) return { graph, fiveMinutes };
  }
  const stepMs = safeStep(choice.stepMs, interval, interval);
  return { graph: graphOfBuckets(rollUp(samples, stepMs), { fromMs, toMs, stepMs }, scales), fiveMinutes };
};

const fromRollUps = (
  connection: Connection,
  query: SeriesQuery,
  wanted: readonly number[],
  choice: Choice & { resolution: '5m' | '1h' | '1d' },
  fiveFromMs: number,
): Read => {
  const { kind, id, fromMs, toMs } = query;
  const scales = wanted.map((index) => kind.metrics[index]?.scale ?? 1);
  const rolled = readRolled(connection, kind, choice.resolution, wanted, id, query);
  const width = { '5m': SLOT_MS, '1h': 12 * SLOT_MS, '1d': 288 * SLOT_MS }[choice.resolution];
  const interval = usualInterval(rolled.map(({ at }) => at)) ?? width;
  const stepMs = interval > width ? safeStep(choice.stepMs, interval, width) : choice.stepMs;
  const graph = graphOfBuckets(mergeRolled(rolled, stepMs), { fromMs, toMs, stepMs }, scales);
  if (choice.resolution === '5m') return { graph, fiveMinutes: rolled };
  if (fiveFromMs > fromMs) return { graph, fiveMinutes: null };
  return { graph, fiveMinutes: readRolled(connection, kind, '5m', wanted, id, query) };
};

const nothing = (choice: Choice, metrics: readonly string[]): Series => ({
  resolution: choice.resolution,
  stepMs: choice.stepMs,
  atMs: [],
  columns: Object.fromEntries(metrics.map((key) => [key, { mean: [], min: [], max: [] }])),
  coverage: 0,
  p95: Object.fromEntries(metrics.map((key) => [key, null])),
});

/** Call it inside a read transaction: marks and rows must be of one moment. */
export function readSeries(connection: Connection, query: SeriesQuery): Series {
  const { kind, metrics } = query;
  const exists = (part: 'samples' | '5m' | '1h'): number =>
    readMark(connection, `${kind.name}.pruned.${part}`) ?? -Infinity;
  const existsFrom = { samples: exists('samples'), '5m': exists('5m'), '1h': exists('1h') };
  const choice = chooseResolution(query, existsFrom);
  const wanted = metrics.map((key) => kind.metrics.findIndex((metric) => metric.key === key)).filter((at) => at >= 0);
  if (query.toMs <= query.fromMs || wanted.length === 0) return nothing(choice, metrics);
  const { resolution } = choice;
  const { graph, fiveMinutes } =
    resolution === 'samples'
      ? fromSamples(connection, query, wanted, choice)
      : fromRollUps(connection, query, wanted, { ...choice, resolution }, existsFrom['5m']);
  const p95 = (column: number, index: number): number | null =>
    fiveMinutes === null ? null : percentile95(fiveMinutes, column, kind.metrics[index]?.scale ?? 1);
  const keys = wanted.map((index) => kind.metrics[index]?.key ?? '');
  return {
    resolution,
    stepMs: graph.stepMs,
    atMs: graph.atMs,
    columns: Object.fromEntries(
      keys.map((key, column) => [key, graph.columns[column] ?? { mean: [], min: [], max: [] }]),
    ),
    coverage: coverageOf(graph.columns),
    p95: Object.fromEntries(keys.map((key, column) => [key, p95(column, wanted[column] ?? 0)])),
  };
}
