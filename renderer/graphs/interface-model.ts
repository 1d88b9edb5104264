/** From the engine's series of an interface to what is drawn: out above zero, in below. Pure. */
import type { Series } from '../../shared/contract/series.ts';
import { axisUnit } from './axis-units.ts';
import { gapSpans, runs, type Span } from './gap-spans.ts';
import type { GraphMark } from './graph-marks.ts';
import type { Column, GraphLevel, GraphModel } from './graph-model.ts';
import type { TrafficView } from './interface-metrics.ts';
import { valueAxis } from './value-axis.ts';

export interface Direction {
  readonly mean: Column;
  readonly min: Column;
  readonly max: Column;
  readonly p95: number | null;
}

/** Both directions in the unit that is shown (percent of speed for use). */
export interface Traffic {
  readonly out: Direction;
  readonly in: Direction;
  readonly suspect: (index: number) => boolean;
}

export interface InterfaceModelInput {
  readonly series: Series | undefined;
  readonly view: TrafficView;
  readonly speedBps: number | null;
  readonly range: Span;
  /** Where the present is: nothing later can be a gap. */
  readonly nowMs: number;
  readonly marks: readonly GraphMark[];
  readonly plotHeight: number;
}

/** A rate above this share of the speed is suspect. (contract: quality) */
const SUSPECT_SHARE = 1.2;
const LINE_PX = 30;
const nothing: Column = [];

function direction(series: Series | undefined, metric: string, divisor: number): Direction {
  const column = series?.columns[metric];
  const scaled = (values: Column | undefined): Column =>
    divisor === 1 ? (values ?? nothing) : (values ?? nothing).map((value) => (value === null ? null : value / divisor));
  const p95 = series?.p95[metric] ?? null;
  return {
    mean: scaled(column?.mean),
    min: scaled(column?.min),
    max: scaled(column?.max),
    p95: p95 === null ? null : p95 / divisor,
  };
}

export function trafficOf({
  series,
  view,
  speedBps,
}: Pick<InterfaceModelInput, 'series' | 'view' | 'speedBps'>): Traffic {
  const divisor = view.quantity === 'percent' && speedBps !== null ? speedBps / 100 : 1;
  const out = direction(series, view.out, divisor);
  const into = direction(series, view.in, divisor);
  const limit =
    view.quantity === 'percent' ? SUSPECT_SHARE * 100 : SUSPECT_SHARE * (speedBps ?? Number.POSITIVE_INFINITY);
  const rates = view.quantity === 'bits' || view.quantity === 'percent';
  const suspect = (index: number): boolean =>
    rates && ((out.max[index] ?? 0) > limit || (into.max[index] ?? 0) > limit);
  return { out, in: into, suspect };
}

function peak(values: Column, suspect: (index: number) => boolean): number {
  let highest = 0;
  values.forEach((value, index) => {
    if (value !== null && value > highest && !suspect(index)) highest = value;
  });
  return highest;
}

const negative = (values: Column): Column => values.map((value) => (value === null ? null : -value));

function levels(traffic: Traffic, view: TrafficView): readonly GraphLevel[] {
  const { out, in: into } = traffic;
  const found: GraphLevel[] = [];
  if (out.p95 !== null && out.p95 > 0)
    found.push({ value: out.p95, text: `p95 out ${view.format(out.p95)}`, tone: 'out' });
  if (into.p95 !== null && into.p95 > 0)
    found.push({ value: -into.p95, text: `p95 in ${view.format(into.p95)}`, tone: 'in' });
  return found;
}

export function interfaceModel(input: InterfaceModelInput): GraphModel {
  const { series, view, range, nowMs, marks, plotHeight } = input;
  const traffic = trafficOf(input);
  const { out, in: into, suspect } = traffic;
  const atMs = series?.atMs ?? [];
  const stepMs = series?.stepMs ?? 1;
  const up = Math.max(peak(out.max, suspect), out.p95 ?? 0);
  const down = Math.max(peak(into.max, suspect), into.p95 ?? 0);
  const known = (index: number): boolean => (out.mean[index] ?? null) !== null || (into.mean[index] ?? null) !== null;
  return {
    ...range,
    stepMs,
    atMs,
    columns: [out.mean, out.max, out.min, negative(into.mean), negative(into.max), negative(into.min)],
    axis: valueAxis(up, down, plotHeight / LINE_PX),
    unit: axisUnit(view.quantity, Math.max(up, down)),
    gaps: gapSpans(atMs, known, stepMs, Math.min(range.toMs, nowMs)),
    suspects: runs(atMs.length, suspect).map(([first, last]) => ({
      fromMs: atMs[first] ?? 0,
      toMs: (atMs[last] ?? 0) + stepMs,
    })),
    levels: levels(traffic, view),
    marks,
    loss: nothing,
  };
}
