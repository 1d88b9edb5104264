/** What a graph says in one sentence, for those who do not see it. Pure. */
import type { Column, GraphModel } from './graph-model.ts';

export interface SummaryWords {
  readonly up: string;
  readonly down?: string | undefined;
  readonly format: (value: number | null) => string;
}

function newest(values: Column | undefined): number | null {
  const value = values?.findLast((one) => one !== null) ?? null;
  return value === null ? null : Math.abs(value);
}

function highest(values: Column | undefined): number | null {
  const known = (values ?? []).filter((value) => value !== null).map(Math.abs);
  return known.length === 0 ? null : known.reduce((peak, value) => Math.max(peak, value));
}

/** Columns as in mirroredStyle or singleStyle: mean, max, min of each direction. */
export function summary(name: string, model: GraphModel, words: SummaryWords): string {
  const part = (word: string, first: number): string =>
    `${word} ${words.format(newest(model.columns[first]))}, highest ${words.format(highest(model.columns[first + 1] ?? model.columns[first]))}`;
  const directions = words.down === undefined ? [part(words.up, 0)] : [part(words.up, 0), part(words.down, 3)];
  const gaps = model.gaps.length === 0 ? [] : [model.gaps.length === 1 ? '1 gap' : `${model.gaps.length} gaps`];
  const levels = model.levels.map(({ text }) => text);
  return `${name}: ${[...directions, ...levels, ...gaps].join('; ')}.`;
}
