/** The graph of a sensor: its line, its limits as levels, an axis that need not begin at 0. Pure. */
import type { Sensor } from '../../shared/contract/hardware.ts';
import type { Series } from '../../shared/contract/series.ts';
import { gapSpans, type Span } from '../graphs/gap-spans.ts';
import type { Column, GraphLevel, GraphModel } from '../graphs/graph-model.ts';
import { roundStep, type ValueAxis } from '../graphs/value-axis.ts';
import { sensorText } from './sensor-value.ts';

const nothing: Column = [];
const LINE_PX = 28;
const HEADROOM = 0.06;
/** Kinds whose zero means nothing to be near to, or too far away to see a change against. */
const FREE: ReadonlySet<string> = new Set(['dbm', 'voltage', 'signal', 'snr', 'frequency', 'temperature']);

/** From the top down, as their labels stand. */
const LEVELS = [
  ['highCritical', 'critical', 'criticalText'],
  ['highWarning', 'warning', 'minorText'],
  ['lowWarning', 'warning', 'minorText'],
  ['lowCritical', 'critical', 'criticalText'],
] as const;

export function limitLevels(sensor: Sensor): readonly GraphLevel[] {
  return LEVELS.flatMap(([key, word, tone]) => {
    const value = sensor.limits?.[key] ?? null;
    return value === null ? [] : [{ value, tone, text: `${word} ${sensorText(sensor, value)}` }];
  });
}

/** Round ends around what is drawn; limits far outside would flatten the line, so only those within reach count. */
export function sensorAxis(
  values: readonly number[],
  levels: readonly number[],
  free: boolean,
  lines: number,
): ValueAxis {
  const [least, most] = [Math.min(...values, Infinity), Math.max(...values, -Infinity)];
  const base = values.length === 0 ? levels : [...values, ...levels.filter((level) => isNear(level, least, most))];
  const low = Math.min(...base, ...(free ? [] : [0]));
  const high = Math.max(...base, ...(free ? [] : [0]));
  if (!Number.isFinite(low) || !Number.isFinite(high)) return { min: 0, max: 1, splits: [0, 1], stepValue: 1 };
  const span = high - low || Math.abs(high) * 0.1 || 1;
  const stepValue = roundStep((span * (1 + 2 * HEADROOM)) / Math.max(1, lines));
  const from = Math.floor((low - (free || low < 0 ? span * HEADROOM : 0)) / stepValue);
  const to = Math.ceil((high + span * HEADROOM) / stepValue);
  const splits = Array.from({ length: to - from + 1 }, (_, at) => (from + at) * stepValue);
  return { min: from * stepValue, max: to * stepValue, splits, stepValue };
}

const REACH = 3;
/** Within a few times the value's own size of it: a limit of 70 °C belongs to 38 °C, one of -128 does not. */
const isNear = (level: number, least: number, most: number): boolean => {
  const size = Math.max(Math.abs(least), Math.abs(most), most - least);
  return level >= least - REACH * size && level <= most + REACH * size;
};

export interface SensorModelInput {
  readonly sensor: Sensor;
  readonly series: Series | undefined;
  readonly range: Span;
  readonly nowMs: number;
  readonly plotHeight: number;
}

/** Columns: mean, max, min. */
export function sensorModel({ sensor, series, range, nowMs, plotHeight }: SensorModelInput): GraphModel {
  // A current below one ampere is drawn in the unit in which it is said.
  const factor = sensor.kind === 'current' && Math.abs(sensor.value ?? 0) < 1 ? 1000 : 1;
  const scaled = (column: Column): Column => column.map((value) => (value === null ? null : value * factor));
  const column = series?.columns['value'];
  const mean = scaled(column?.mean ?? nothing);
  const [max, min] = [scaled(column?.max ?? nothing), scaled(column?.min ?? nothing)];
  const atMs = series?.atMs ?? [];
  const stepMs = series?.stepMs ?? 1;
  const levels = limitLevels(sensor).map((level) => ({ ...level, value: level.value * factor }));
  const values = [...max, ...min].filter((value) => value !== null);
  const axis = sensorAxis(
    values,
    levels.map(({ value }) => value),
    FREE.has(sensor.kind),
    plotHeight / LINE_PX,
  );
  const unit = factor === 1000 ? 'mA' : (sensor.unit ?? '');
  return {
    ...range,
    stepMs,
    atMs,
    columns: [mean, max, min],
    axis,
    // A narrow graph has room for "°C", not for "rpm".
    unit: { divisor: 1, name: unit, short: unit.length > 2 ? '' : unit, signed: true },
    gaps: gapSpans(atMs, (index) => (mean[index] ?? null) !== null, stepMs, Math.min(range.toMs, nowMs)),
    suspects: [],
    levels: levels.filter(({ value }) => value >= axis.min && value <= axis.max),
    marks: [],
    loss: nothing,
    ghost: null,
    areas: [],
  };
}
