/** From the engine's series of a device to one line with its band. Pure. */
import type { Comparison } from '../../shared/contract/boards.ts';
import type { DeviceMetric, Series } from '../../shared/contract/series.ts';
import { axisUnit, deviceQuantity } from './axis-units.ts';
import { ghostOf } from './comparison.ts';
import { gapSpans, type Span } from './gap-spans.ts';
import type { GraphMark } from './graph-marks.ts';
import { bareModel, nothing, peakOf, type GraphModel } from './graph-model.ts';
import { valueAxis } from './value-axis.ts';

export interface DeviceModelInput {
  readonly series: Series | undefined;
  readonly metric: DeviceMetric;
  readonly range: Span;
  readonly nowMs: number;
  readonly plotHeight: number;
  readonly marks?: readonly GraphMark[] | undefined;
  readonly past?: Series | undefined;
  readonly compare?: Comparison | undefined;
}

const LINE_PX = 28;
/** Percent fills its scale: half a processor looks like half. Divided by the headroom that the axis adds. */
const FULL_PERCENT = 100 / 1.05;

/** Columns: mean, max, min. */
export function deviceModel(input: DeviceModelInput): GraphModel {
  const { series, metric, range, nowMs, plotHeight, marks = [], past, compare = 'none' } = input;
  const column = series?.columns[metric];
  const mean = column?.mean ?? nothing;
  const max = column?.max ?? nothing;
  const ghost = ghostOf(past, compare, [past?.columns[metric]?.mean ?? nothing]);
  const atMs = series?.atMs ?? [];
  const stepMs = series?.stepMs ?? 1;
  const quantity = deviceQuantity[metric];
  const highest = Math.max(peakOf(max), ...(ghost?.columns ?? []).map((values) => peakOf(values)));
  const peak = quantity === 'percent' ? Math.max(FULL_PERCENT, highest / 1.05) : highest;
  return {
    ...bareModel,
    ...range,
    stepMs,
    atMs,
    columns: [mean, max, column?.min ?? nothing],
    axis: valueAxis(peak, null, plotHeight / LINE_PX),
    unit: axisUnit(quantity, peak),
    gaps: gapSpans(atMs, (index) => (mean[index] ?? null) !== null, stepMs, Math.min(range.toMs, nowMs)),
    marks,
    ghost,
  };
}
