import type { DeviceMetric, Series } from '../../shared/contract/series.ts';
import { axisUnit, deviceQuantity } from './axis-units.ts';
import { gapSpans, type Span } from './gap-spans.ts';
import type { Column, GraphModel } from './graph-model.ts';
import { valueAxis } from './value-axis.ts';

export interface DeviceModelInput {
  readonly series: Series | undefined;
  readonly metric: DeviceMetric;
  readonly range: Span;
  readonly nowMs: number;
  readonly plotHeight: number;
}

const LINE_PX = 28;
const nothing: Column = [];
/** Percent fills its scale: half a processor looks like half. Divided by the headroom that the axis adds. */
const FULL_PERCENT = 100 / 1.05;

/** Columns: mean, max, min. Pure. */
export function deviceModel({ series, metric, range, nowMs, plotHeight }: DeviceModelInput): GraphModel {
  const column = series?.columns[metric];
  const mean = column?.mean ?? nothing;
  const max = column?.max ?? nothing;
  const atMs = series?.atMs ?? [];
  const stepMs = series?.stepMs ?? 1;
  const quantity = deviceQuantity[metric];
  const highest = max.reduce<number>((peak, value) => Math.max(peak, value ?? 0), 0);
  const peak = quantity === 'percent' ? Math.max(FULL_PERCENT, highest / 1.05) : highest;
  return {
    ...range,
    stepMs,
    atMs,
    columns: [mean, max, column?.min ?? nothing],
    axis: valueAxis(peak, null, plotHeight / LINE_PX),
    unit: axisUnit(quantity, peak),
    gaps: gapSpans(atMs, (index) => (mean[index] ?? null) !== null, stepMs, Math.min(range.toMs, nowMs)),
    suspects: [],
    levels: [],
    marks: [],
    loss: nothing,
  };
}
