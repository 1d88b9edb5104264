/** From the engine's series of a device to smoke: median, spread, loss. Pure. */
import type { Comparison } from '../../shared/contract/boards.ts';
import type { Series } from '../../shared/contract/series.ts';
import { axisUnit } from './axis-units.ts';
import { ghostOf } from './comparison.ts';
import { gapSpans, type Span } from './gap-spans.ts';
import type { GraphMark } from './graph-marks.ts';
import { bareModel, nothing, type Column, type GraphModel } from './graph-model.ts';
import { valueAxis } from './value-axis.ts';

/** Columns of the latency model: the line, then three layers of smoke from the outermost to the innermost. */
export const MEDIAN = 0;
export const smokeLayers = [
  { high: 1, low: 2 },
  { high: 3, low: 4 },
  { high: 5, low: 6 },
] as const;

export interface LatencyModelInput {
  readonly series: Series | undefined;
  readonly range: Span;
  readonly nowMs: number;
  readonly plotHeight: number;
  readonly marks?: readonly GraphMark[] | undefined;
  readonly past?: Series | undefined;
  readonly compare?: Comparison | undefined;
}

const LINE_PX = 28;
/** One slow answer of many hours must not press all others onto the floor. */
const PEAK_QUANTILE = 0.995;

function highest(values: Column): number {
  const known = Float64Array.from(values.filter((value) => value !== null)).sort();
  const peak = known.at(-1) ?? 0;
  const usual = known[Math.floor((known.length - 1) * PEAK_QUANTILE)] ?? peak;
  return peak > 4 * usual ? 2 * usual : peak;
}

/** A value that clips is drawn up to the edge; the tooltip tells its number. */
export function latencyModel(input: LatencyModelInput): GraphModel {
  const { series, range, nowMs, plotHeight, marks = [], past, compare = 'none' } = input;
  const column = (metric: string, of: 'mean' | 'min' | 'max'): Column => series?.columns[metric]?.[of] ?? nothing;
  const median = column('rttAvg', 'mean');
  const loss = column('loss', 'mean');
  const atMs = series?.atMs ?? [];
  const stepMs = series?.stepMs ?? 1;
  const peak = highest(column('rttMax', 'max').length > 0 ? column('rttMax', 'max') : median);
  const asked = (index: number): boolean => (median[index] ?? null) !== null || (loss[index] ?? null) !== null;
  return {
    ...bareModel,
    ...range,
    stepMs,
    atMs,
    columns: [
      median,
      column('rttMax', 'max'),
      column('rttMin', 'min'),
      column('rttMax', 'mean'),
      column('rttMin', 'mean'),
      column('rttAvg', 'max'),
      column('rttAvg', 'min'),
    ],
    axis: valueAxis(peak, null, plotHeight / LINE_PX),
    unit: axisUnit('milliseconds', peak),
    gaps: gapSpans(atMs, asked, stepMs, Math.min(range.toMs, nowMs), stepMs),
    marks,
    loss,
    ghost: ghostOf(past, compare, [past?.columns['rttAvg']?.mean ?? nothing]),
  };
}
