/** Beside an earlier time: how far it lies back, what it is called, and where its points come to lie. Pure. */
import type { Comparison } from '../../shared/contract/boards.ts';
import type { Series, Stack } from '../../shared/contract/series.ts';
import type { Column, GraphGhost } from './graph-model.ts';

const DAY_MS = 86_400_000;

/** Whole days of 24 hours: on the day of a clock change, an hour of the day is compared with its neighbour. */
export const comparisonShiftMs: Readonly<Record<Comparison, number>> = { none: 0, day: DAY_MS, week: 7 * DAY_MS };

export const comparisonNames: Readonly<Record<Comparison, string>> = {
  none: 'Nothing',
  day: 'The day before',
  week: 'The week before',
};

/** "a day before", for a legend and a tooltip. */
export const comparisonWords: Readonly<Record<Comparison, string>> = {
  none: '',
  day: 'a day before',
  week: 'a week before',
};

/** The same question, that much earlier; null where nothing is compared or asked. */
export function earlier<Q extends { readonly fromMs: number; readonly toMs: number }>(
  asked: Q | null,
  compare: Comparison,
): Q | null {
  const shift = comparisonShiftMs[compare];
  if (asked === null || shift === 0 || asked.fromMs < shift) return null;
  return { ...asked, fromMs: asked.fromMs - shift, toMs: asked.toMs - shift };
}

export function ghostOf(
  past: Pick<Series | Stack, 'atMs'> | undefined,
  compare: Comparison,
  columns: readonly Column[],
): GraphGhost | null {
  if (past === undefined || compare === 'none') return null;
  const shift = comparisonShiftMs[compare];
  return { atMs: past.atMs.map((at) => at + shift), columns };
}

/**
 * Index of the point that holds at a moment: the newest that is not later, unless it is more than a step and a half old.
 * Null where the series has nothing there.
 */
export function indexAt(atMs: readonly number[], momentMs: number, stepMs: number): number | null {
  let [low, high] = [0, atMs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((atMs[middle] ?? 0) <= momentMs) low = middle + 1;
    else high = middle;
  }
  const at = atMs[low - 1];
  return at === undefined || momentMs - at > 1.5 * stepMs ? null : low - 1;
}
