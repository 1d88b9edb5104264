/** Roll-ups: from samples, and from finer roll-ups by their weights. Pure; buckets lie on UTC edges. */
import type { Samples } from './samples.ts';
import { SUSPECT } from './sample-kinds.ts';

export const MINUTE_MS = 60_000;
export const SLOT_MS = 5 * MINUTE_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const floorTo = (atMs: number, widthMs: number): number => Math.floor(atMs / widthMs) * widthMs;

/** Stored integers. `n` of the bucket's samples had a value; with none, min and max are null and sum is 0. */
export interface RolledMetric {
  readonly min: number | null;
  readonly max: number | null;
  readonly sum: number;
  readonly n: number;
}

export interface Rolled {
  readonly at: number;
  /** How many samples fell into the bucket; unknown ones are samples - n. */
  readonly samples: number;
  readonly suspects: number;
  readonly metrics: readonly RolledMetric[];
}

const NOTHING: RolledMetric = { min: null, max: null, sum: 0, n: 0 };

const smaller = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);
const larger = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

const addMetric = (a: RolledMetric, b: RolledMetric): RolledMetric => ({
  min: smaller(a.min, b.min),
  max: larger(a.max, b.max),
  sum: a.sum + b.sum,
  n: a.n + b.n,
});

const rollColumn = (column: readonly (number | null)[], first: number, end: number): RolledMetric => {
  let [min, max, sum, n] = [Infinity, -Infinity, 0, 0];
  for (let index = first; index < end; index += 1) {
    const value = column[index] ?? null;
    if (value === null) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
    n += 1;
  }
  return n === 0 ? NOTHING : { min, max, sum, n };
};

/** Buckets of `widthMs` that have samples, in order of time. */
export function rollUp(samples: Samples, widthMs: number): Rolled[] {
  const buckets: Rolled[] = [];
  for (let first = 0; first < samples.at.length;) {
    const at = floorTo(samples.at[first] ?? 0, widthMs);
    let end = first;
    while (end < samples.at.length && (samples.at[end] ?? 0) < at + widthMs) end += 1;
    buckets.push({
      at,
      samples: end - first,
      suspects: samples.quality.slice(first, end).filter((quality) => quality === SUSPECT).length,
      metrics: samples.values.map((column) => rollColumn(column, first, end)),
    });
    first = end;
  }
  return buckets;
}

const addRolled = (a: Rolled, b: Rolled): Rolled => ({
  at: a.at,
  samples: a.samples + b.samples,
  suspects: a.suspects + b.suspects,
  metrics: a.metrics.map((metric, index) => addMetric(metric, b.metrics[index] ?? NOTHING)),
});

/** Coarser buckets out of finer ones: by weights, never as an average of averages. */
export function mergeRolled(fine: readonly Rolled[], widthMs: number): Rolled[] {
  const buckets = new Map<number, Rolled>();
  for (const one of fine) {
    const at = floorTo(one.at, widthMs);
    const before = buckets.get(at);
    buckets.set(at, before === undefined ? { ...one, at } : addRolled(before, one));
  }
  return [...buckets.values()].sort((a, b) => a.at - b.at);
}

/** A roll-up as the values of its row: at, samples, suspects, then min, max, sum, n of each metric. */
export function encodeRolled(rolled: Rolled): (number | null)[] {
  const metrics = rolled.metrics.flatMap(({ min, max, sum, n }) => [min, max, sum, n]);
  return [rolled.at, rolled.samples, rolled.suspects, ...metrics];
}

export function decodeRolled(row: readonly (number | null)[]): Rolled {
  const metrics: RolledMetric[] = [];
  for (let index = 3; index + 3 < row.length; index += 4) {
    metrics.push({
      min: row[index] ?? null,
      max: row[index + 1] ?? null,
      sum: row[index + 2] ?? 0,
      n: row[index + 3] ?? 0,
    });
  }
  return { at: row[0] ?? 0, samples: row[1] ?? 0, suspects: row[2] ?? 0, metrics };
}
