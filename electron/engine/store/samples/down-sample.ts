/**
 * From samples or roll-ups to the columns of a graph. Pure. Two rules: a bucket without a known value is null and is never
 * bridged, and a step is never finer than what was measured, because then every other bucket would look like a gap.
 */
import type { Rolled, RolledMetric } from './roll-up.ts';
import { floorTo } from './roll-up.ts';

/** Columns of one metric, in the units of the contract. */
export interface GraphColumn {
  readonly mean: (number | null)[];
  readonly min: (number | null)[];
  readonly max: (number | null)[];
}

export interface Graph {
  readonly stepMs: number;
  readonly atMs: number[];
  readonly columns: readonly GraphColumn[];
}

const PARTS = 8;
const LEAST_OF_PART = 8;

/** Lower median; null of nothing. */
const medianOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
};

/**
 * The usual distance between measurements: the median of the differences, the longest one of all parts of the range, because
 * the interval may have been changed on the way and the older half must not look like a row of gaps. Null with fewer than two.
 */
export function usualInterval(at: readonly number[]): number | null {
  const differences = at.slice(1).map((time, index) => time - (at[index] ?? 0));
  const parts = Math.min(PARTS, Math.max(1, Math.floor(differences.length / LEAST_OF_PART)));
  const size = Math.ceil(differences.length / parts);
  const medians = Array.from({ length: parts }, (_, part) =>
    medianOf(differences.slice(part * size, (part + 1) * size)),
  );
  const known = medians.filter((median) => median !== null);
  return known.length === 0 ? null : Math.max(...known);
}

const emptyColumns = (metrics: number): GraphColumn[] =>
  Array.from({ length: metrics }, () => ({ mean: [], min: [], max: [] }));

const push = (column: GraphColumn, metric: RolledMetric | undefined, scale: number): void => {
  const known = metric !== undefined && metric.n > 0;
  column.mean.push(known ? metric.sum / metric.n / scale : null);
  column.min.push(known && metric.min !== null ? metric.min / scale : null);
  column.max.push(known && metric.max !== null ? metric.max / scale : null);
};

const pushPoint = (
  graph: { atMs: number[]; columns: GraphColumn[] },
  at: number,
  point: Rolled | null,
  scales: readonly number[],
): void => {
  graph.atMs.push(at);
  graph.columns.forEach((column, index) => push(column, point?.metrics[index], scales[index] ?? 1));
};

/** A missed poll leaves at least twice the interval; a late one less than this. */
const GAP = 1.8;
/** Differences on each side that say what is usual at one place: the interval may change on the way. */
const NEIGHBOURS = 6;

/** The usual distance around each difference; that of the whole where there are too few. */
function localIntervals(differences: readonly number[], intervalMs: number): readonly number[] {
  if (differences.length <= 2 * NEIGHBOURS) return differences.map(() => intervalMs);
  return differences.map((_, index) => {
    const around = differences.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1);
    return medianOf(around) ?? intervalMs;
  });
}

/**
 * Points at the very times of the samples, with a null point in each gap. For when there are few enough of them.
 * `points` hold one sample each, in order of time.
 */
export function graphOfPoints(points: readonly Rolled[], intervalMs: number, scales: readonly number[]): Graph {
  const graph = { stepMs: intervalMs, atMs: [] as number[], columns: emptyColumns(scales.length) };
  const differences = points.slice(1).map((point, index) => point.at - (points[index]?.at ?? 0));
  const usual = localIntervals(differences, intervalMs);
  points.forEach((point, index) => {
    const difference = differences[index - 1];
    const interval = usual[index - 1];
    if (difference !== undefined && interval !== undefined && difference > GAP * interval) {
      pushPoint(graph, point.at - difference + interval, null, scales);
    }
    pushPoint(graph, point.at, point, scales);
  });
  return graph;
}

/** Every bucket of the range, on edges that are multiples of `stepMs`. `buckets` are of just that width, in order of time. */
export function graphOfBuckets(
  buckets: readonly Rolled[],
  range: { fromMs: number; toMs: number; stepMs: number },
  scales: readonly number[],
): Graph {
  const { fromMs, toMs, stepMs } = range;
  const graph = { stepMs, atMs: [] as number[], columns: emptyColumns(scales.length) };
  const byTime = new Map(buckets.map((bucket) => [bucket.at, bucket]));
  for (let at = floorTo(fromMs, stepMs); at < toMs; at += stepMs) {
    pushPoint(graph, at, byTime.get(at) ?? null, scales);
  }
  return graph;
}

/** Percent of a graph's points that have a known value, over all its columns. */
export function coverageOf(columns: readonly GraphColumn[]): number {
  const values = columns.flatMap((column) => column.mean);
  if (values.length === 0) return 0;
  return (100 * values.filter((value) => value !== null).length) / values.length;
}

/** Means of one metric's buckets, in stored units, without those that hold a suspect rate. */
export function meansOf(buckets: readonly Rolled[], metric: number): number[] {
  return buckets.flatMap((bucket) => {
    const { sum, n } = bucket.metrics[metric] ?? { sum: 0, n: 0 };
    return n > 0 && bucket.suspects === 0 ? [sum / n] : [];
  });
}

/**
 * 95th percentile by the billing rule: of the means of 5 minutes, sorted, the highest 5 percent are left out and the next one
 * counts. Null with fewer than 3.
 */
export function percentile95(means: readonly number[]): number | null {
  if (means.length < 3) return null;
  const sorted = Float64Array.from(means).sort();
  return sorted[Math.ceil(0.95 * sorted.length) - 1] ?? null;
}
