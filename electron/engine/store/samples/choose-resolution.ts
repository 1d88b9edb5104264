/** Which store a graph is read from, by its range, by how many points it can show, and by what still exists. Pure. */
import { DAY_MS, HOUR_MS, SLOT_MS } from './roll-up.ts';
import type { Level } from './sample-statements.ts';

export type Resolution = 'samples' | Level;

export const WIDTH_MS: { readonly [R in Resolution]: number } = {
  samples: 1,
  '5m': SLOT_MS,
  '1h': HOUR_MS,
  '1d': DAY_MS,
};

const FINEST_FIRST: readonly Resolution[] = ['samples', '5m', '1h', '1d'];

export interface Choice {
  readonly resolution: Resolution;
  /** Smallest step that keeps within maxPoints: a multiple of the resolution's width. */
  readonly stepMs: number;
}

/** `existsFrom` says from when on each resolution still has its rows; days exist for ever. */
export function chooseResolution(
  range: { fromMs: number; toMs: number; maxPoints: number },
  existsFrom: Readonly<Record<'samples' | '5m' | '1h', number>>,
): Choice {
  // One point is lost to the edges of buckets.
  const wantedMs = Math.ceil((range.toMs - range.fromMs) / Math.max(1, range.maxPoints - 1));
  const exists = (resolution: Resolution): boolean => resolution === '1d' || existsFrom[resolution] <= range.fromMs;
  const fits = FINEST_FIRST.filter((resolution) => WIDTH_MS[resolution] <= Math.max(1, wantedMs));
  const resolution = fits.filter(exists).at(-1) ?? FINEST_FIRST.find(exists) ?? '1d';
  const width = WIDTH_MS[resolution];
  return { resolution, stepMs: Math.max(width, Math.ceil(wantedMs / width) * width) };
}
