/** What one graph has to say, in every form that it is shown or saved in: plot, legend, tooltip, table, CSV, picture. Pure. */
import type { Column, GraphModel } from './graph-model.ts';
import type { PlotStyle } from './plot-style.ts';

export type Format = (value: number | null) => string;

/** One column of the table and of the CSV file. */
export interface DataColumn {
  readonly title: string;
  /** Of the raw value: "bit/s". */
  readonly unit: string;
  readonly values: Column;
  readonly format: Format;
}

export type SwatchTone = 'out' | 'in' | 'up' | 'neutral' | 'loss' | 'suspect' | 'past';

export interface TooltipRow {
  readonly name: string;
  /** "12.4 Gbit/s", or why there is none. */
  readonly text: string;
  /** "11.9 to 13.2 Gbit/s" */
  readonly detail?: string | undefined;
  readonly tone: SwatchTone;
  /** How dense its part of a stack is drawn; 1 where absent. */
  readonly alpha?: number | undefined;
}

/** A line that can be switched off and looked at alone. */
export interface LegendSeries {
  /** What is switched; parts of a stack have one for both directions. */
  readonly key: string;
  /** Cannot be switched off: a sum. */
  readonly fixed?: boolean | undefined;
  readonly name: string;
  readonly tone: SwatchTone;
  /** How dense a part of a stack is drawn; 1 elsewhere. */
  readonly alpha: number;
  readonly means: Column;
  /** Highest values behind the means; the means themselves where there are none. */
  readonly highest: Column;
  /** Undefined where there is none to speak of; null where it is unknown. */
  readonly p95: number | null | undefined;
  readonly format: Format;
}

export interface LegendSign {
  readonly text: string;
  readonly sign: 'line' | 'band' | 'dash' | 'triangle' | 'ghost';
  readonly tone: SwatchTone;
}

export interface GraphContent {
  /** What it measures: "Traffic". */
  readonly name: string;
  /** Of what, for a saved file: "ng-dist-1 Ethernet1/1". */
  readonly subject: string;
  readonly model: GraphModel;
  readonly style: PlotStyle;
  readonly series: readonly LegendSeries[];
  readonly signs: readonly LegendSign[];
  readonly columns: readonly DataColumn[];
  readonly rows: (index: number) => readonly TooltipRow[];
  /** For who does not see it. */
  readonly spoken: string;
}

export interface Figures {
  readonly last: number | null;
  readonly mean: number | null;
  readonly max: number | null;
}

/** Of what is drawn: the newest known value, the mean of the known ones, the highest. */
export function figuresOf(means: Column, highest: Column): Figures {
  let [sum, known] = [0, 0];
  let max: number | null = null;
  for (const value of means) {
    if (value === null) continue;
    sum += value;
    known += 1;
  }
  for (const value of highest) if (value !== null && (max === null || value > max)) max = value;
  const last = means.findLast((value) => value !== null) ?? null;
  return { last, mean: known === 0 ? null : sum / known, max };
}

/** Which lines are left out: one more or one less. The last one stays: an empty graph would look like a gap. */
export function toggled(hidden: ReadonlySet<string>, key: string, all: readonly string[]): ReadonlySet<string> {
  const next = new Set(hidden);
  if (!next.delete(key)) next.add(key);
  return all.every((one) => next.has(one)) ? hidden : next;
}

/** All but one left out; all shown again where it was alone already. */
export function soloed(hidden: ReadonlySet<string>, key: string, all: readonly string[]): ReadonlySet<string> {
  const others = all.filter((one) => one !== key);
  const alone = !hidden.has(key) && others.every((one) => hidden.has(one));
  return alone ? new Set() : new Set(others);
}
