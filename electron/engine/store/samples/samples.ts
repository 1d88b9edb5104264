/** Samples of one interface or device in columns, in order of time: how they are packed, rolled up and drawn. */

/** Values are stored integers, one column a metric; null is unknown. */
export interface Samples {
  readonly at: number[];
  /** Index into qualityWords. */
  readonly quality: number[];
  readonly values: (number | null)[][];
}

export const noSamples = (metrics: number): Samples => ({
  at: [],
  quality: [],
  values: Array.from({ length: metrics }, () => []),
});

/** Appends a row [at, quality, …values] as SQLite gives it. */
export function appendRow(samples: Samples, row: readonly (number | null)[]): void {
  samples.at.push(row[0] ?? 0);
  samples.quality.push(row[1] ?? 0);
  samples.values.forEach((column, index) => column.push(row[2 + index] ?? null));
}

const rowOf = (samples: Samples, index: number): (number | null)[] => [
  samples.at[index] ?? 0,
  samples.quality[index] ?? 0,
  ...samples.values.map((column) => column[index] ?? null),
];

const together = (older: readonly (number | null)[], newer: readonly (number | null)[]): (number | null)[] =>
  newer.map((value, index) => value ?? older[index] ?? null);

/**
 * One series out of two. Where both have a row of the same millisecond, that of `newer` replaces the other, or with `merges`
 * adds what it knows.
 */
export function mergeSamples(older: Samples, newer: Samples, merges: boolean): Samples {
  if (newer.at.length === 0) return older;
  if (older.at.length === 0) return newer;
  const rows = new Map(older.at.map((at, index) => [at, rowOf(older, index)]));
  newer.at.forEach((at, index) => {
    const row = rowOf(newer, index);
    const before = rows.get(at);
    rows.set(at, merges && before !== undefined ? together(before, row) : row);
  });
  const merged = noSamples(newer.values.length);
  for (const at of [...rows.keys()].sort((a, b) => a - b)) appendRow(merged, rows.get(at) ?? []);
  return merged;
}

const lowerBound = (at: readonly number[], wanted: number): number => {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** What lies in [fromMs, toMs). */
export function sliceSamples(samples: Samples, fromMs: number, toMs: number): Samples {
  const first = lowerBound(samples.at, fromMs);
  const end = lowerBound(samples.at, toMs);
  if (first === 0 && end === samples.at.length) return samples;
  return {
    at: samples.at.slice(first, end),
    quality: samples.quality.slice(first, end),
    values: samples.values.map((column) => column.slice(first, end)),
  };
}

/** Appends all of `more`, which begins after `samples` ends. */
export function appendSamples(samples: Samples, more: Samples): void {
  for (const at of more.at) samples.at.push(at);
  for (const quality of more.quality) samples.quality.push(quality);
  samples.values.forEach((column, index) => {
    for (const value of more.values[index] ?? []) column.push(value);
  });
}
