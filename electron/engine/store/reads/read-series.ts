/** A graph of one interface or device: what to read, from where, and the shape the contract wants. */
import type { Series } from '../../../../shared/contract/series.ts';
import type { Connection } from '../connection.ts';
import { chooseResolution, WIDTH_MS } from '../samples/choose-resolution.ts';
import type { Choice } from '../samples/choose-resolution.ts';
import {
  coverageOf,
  graphOfBuckets,
  graphOfPoints,
  meansOf,
  percentile95,
  usualInterval,
} from '../samples/down-sample.ts';
import type { Graph } from '../samples/down-sample.ts';
import { floorTo, rollUp, SLOT_MS } from '../samples/roll-up.ts';
import type { Rolled } from '../samples/roll-up.ts';
import type { SampleKind } from '../samples/sample-kinds.ts';
import type { Level } from '../samples/sample-statements.ts';
import type { Samples } from '../samples/samples.ts';
import type { GraphRange, PercentileWish, TimeRange } from '../store.ts';
import { readMark } from '../writes/marks.ts';
import { onlyMetrics, readMeans, readRolled, readRolledTimes, readSamples } from './read-samples.ts';
import type { Range, RolledQuery } from './read-samples.ts';

export interface SeriesQuery extends GraphRange, PercentileWish {
  readonly kind: SampleKind;
  readonly id: number;
  /** Keys of metrics. */
  readonly metrics: readonly string[];
}

interface Read {
  readonly graph: Graph;
  /** Means of 5 minutes over the whole range, a list a metric, for the percentile; null where they no longer exist. */
  readonly means: readonly (readonly number[])[] | null;
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

/**
 * A step on which each bucket gets a measurement even when polls are not quite regular, and as many as its neighbours:
 * a whole number of intervals, at least two.
 */
export const safeStep = (stepMs: number, intervalMs: number): number =>
  Math.max(2, Math.ceil(stepMs / intervalMs)) * intervalMs;

/** Polls are meant to be some whole number of seconds apart. */
export const wholeSeconds = (ms: number): number => Math.max(1000, Math.round(ms / 1000) * 1000);

/** The range with its first and last bucket whole: half a bucket would look like a dip or a gap. */
export const wholeBuckets = ({ fromMs, toMs }: GraphRange, stepMs: number): Range => ({
  fromMs: floorTo(fromMs, stepMs),
  toMs: floorTo(toMs - 1, stepMs) + stepMs,
});

/** From when on each resolution still has its rows. */
export function whatExists(connection: Connection, kind: SampleKind): Record<'samples' | '5m' | '1h', number> {
  const from = (part: 'samples' | '5m' | '1h'): number =>
    readMark(connection, `${kind.name}.pruned.${part}`) ?? -Infinity;
  return { samples: from('samples'), '5m': from('5m'), '1h': from('1h') };
}

/** Where metrics stand in their kind. */
export const placesOf = (kind: SampleKind, metrics: readonly string[]): number[] =>
  metrics.map((key) => kind.metrics.findIndex((metric) => metric.key === key)).filter((at) => at >= 0);

export const scalesOf = (kind: SampleKind, wanted: readonly number[]): number[] =>
  wanted.map((index) => kind.metrics[index]?.scale ?? 1);

const fromSamples = (connection: Connection, query: SeriesQuery, wanted: readonly number[], choice: Choice): Read => {
  const { kind, id, maxPoints } = query;
  const scales = scalesOf(kind, wanted);
  const groups = [...new Set(wanted.map((index) => kind.metrics[index]?.group ?? ''))];
  const all = readSamples(connection, kind, id, query);
  const parts = groups.map((group) => measured(kind, all, group));
  const intervals = parts.flatMap((part) => usualInterval(part.at) ?? []);
  const interval = intervals.length === 0 ? choice.stepMs : wholeSeconds(Math.max(...intervals));
  const fiveMinutes = query.percentile === false ? null : rollUp(onlyMetrics(all, wanted), SLOT_MS);
  const means = fiveMinutes === null ? null : wanted.map((_, column) => meansOf(fiveMinutes, column));
  const single = parts.length === 1 ? parts[0] : undefined;
  if (single !== undefined && single.at.length <= maxPoints) {
    const graph = graphOfPoints(pointsOf(onlyMetrics(single, wanted)), interval, scales);
    if (graph.atMs.length <= maxPoints) return { graph, means };
  }
  const stepMs = safeStep(choice.stepMs, interval);
  const range = wholeBuckets(query, stepMs);
  const samples = onlyMetrics(readSamples(connection, kind, id, range), wanted);
  return { graph: graphOfBuckets(rollUp(samples, stepMs), { ...range, stepMs }, scales), means };
};

const fromRollUps = (
  connection: Connection,
  query: SeriesQuery,
  wanted: readonly number[],
  choice: Choice & { resolution: Level },
  fiveFromMs: number,
): Read => {
  const { kind, id, fromMs } = query;
  const rolled: RolledQuery = { kind, id, level: choice.resolution, metrics: wanted };
  const width = WIDTH_MS[choice.resolution];
  const interval = usualInterval(readRolledTimes(connection, rolled, query)) ?? width;
  const wide = interval <= width || choice.stepMs >= 2 * interval;
  const stepMs = wide ? choice.stepMs : safeStep(choice.stepMs, interval);
  const range = wholeBuckets(query, stepMs);
  const buckets = readRolled(connection, rolled, range, stepMs);
  const graph = graphOfBuckets(buckets, { ...range, stepMs }, scalesOf(kind, wanted));
  if (query.percentile === false || fiveFromMs > fromMs) return { graph, means: null };
  return { graph, means: wanted.map((metric) => readMeans(connection, rolled, metric, query)) };
};

const nothing = (choice: Choice, metrics: readonly string[]): Series => ({
  resolution: choice.resolution,
  stepMs: choice.stepMs,
  atMs: [],
  columns: Object.fromEntries(metrics.map((key) => [key, { mean: [], min: [], max: [] }])),
  coverage: 0,
  p95: Object.fromEntries(metrics.map((key) => [key, null])),
});

/** Without the graph. Null where means of 5 minutes do not exist (any more) for the whole range. */
export function readPercentiles(
  connection: Connection,
  query: TimeRange & Pick<SeriesQuery, 'kind' | 'id' | 'metrics'>,
): Record<string, number | null> {
  const { kind, id, metrics, fromMs } = query;
  const exists = whatExists(connection, kind)['5m'] <= fromMs;
  const p95 = (metric: number): number | null => {
    if (!exists) return null;
    const value = percentile95(readMeans(connection, { kind, id, level: '5m', metrics: [metric] }, metric, query));
    return value === null ? null : value / (kind.metrics[metric]?.scale ?? 1);
  };
  return Object.fromEntries(placesOf(kind, metrics).map((metric) => [kind.metrics[metric]?.key ?? '', p95(metric)]));
}

/** Call it inside a read transaction: marks and rows must be of one moment. */
export function readSeries(connection: Connection, query: SeriesQuery): Series {
  const { kind, metrics } = query;
  const existsFrom = whatExists(connection, kind);
  const choice = chooseResolution(query, existsFrom);
  const wanted = placesOf(kind, metrics);
  if (query.toMs <= query.fromMs || wanted.length === 0) return nothing(choice, metrics);
  const { resolution } = choice;
  const { graph, means } =
    resolution === 'samples'
      ? fromSamples(connection, query, wanted, choice)
      : fromRollUps(connection, query, wanted, { ...choice, resolution }, existsFrom['5m']);
  const p95 = (column: number, index: number): number | null => {
    const value = means === null ? null : percentile95(means[column] ?? []);
    return value === null ? null : value / (kind.metrics[index]?.scale ?? 1);
  };
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
