/** The outline of an in-row graph in pixels, scaled to itself. Pure. */
import { runs } from './gap-spans.ts';

export interface SparkInput {
  readonly atMs: readonly number[];
  readonly values: readonly (number | null)[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly width: number;
}

export interface SparkPoint {
  readonly x: number;
  readonly value: number;
}

/** Pieces of known values; a piece of one point is a dash of one pixel. Points outside the stretch are left out. */
export function sparkPieces({ atMs, values, fromMs, toMs, width }: SparkInput): readonly (readonly SparkPoint[])[] {
  const span = toMs - fromMs;
  if (span <= 0) return [];
  const inside = (index: number): boolean => {
    const at = atMs[index];
    return at !== undefined && at >= fromMs && at <= toMs && values[index] !== null && values[index] !== undefined;
  };
  return runs(atMs.length, inside).map(([first, last]) => {
    const points: SparkPoint[] = [];
    for (let index = first; index <= last; index += 1) {
      points.push({ x: (((atMs[index] ?? 0) - fromMs) / span) * width, value: values[index] ?? 0 });
    }
    const only = points.length === 1 ? points[0] : undefined;
    return only === undefined ? points : [only, { x: only.x + 1, value: only.value }];
  });
}

/** Highest known value; 0 without any. */
export function sparkPeak(values: readonly (number | null)[]): number {
  return values.reduce<number>((peak, value) => (value !== null && value > peak ? value : peak), 0);
}
