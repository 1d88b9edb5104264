/**
 * Several interfaces as a stack: each part on what lies under it, and their sum. A sum with an unknown part is unknown: its
 * line breaks and the moment is hatched, while the known parts are still drawn. Pure.
 */
import type { Comparison, PercentileChoice } from '../../shared/contract/boards.ts';
import type { Stack } from '../../shared/contract/series.ts';
import { axisUnit } from './axis-units.ts';
import { ghostOf } from './comparison.ts';
import { gapSpans, type Span } from './gap-spans.ts';
import type { GraphMark } from './graph-marks.ts';
import { bareModel, negative, nothing, peakOf, type Column, type GraphModel, type StackArea } from './graph-model.ts';
import type { TrafficView } from './interface-metrics.ts';
import { percentileLevels } from './percentile-levels.ts';
import { valueAxis } from './value-axis.ts';

export interface StackPart {
  readonly key: string;
  readonly out: Column;
  readonly in: Column;
}

export interface StackSums {
  readonly parts: readonly StackPart[];
  readonly out: Column;
  readonly in: Column;
}

const LINE_PX = 30;
const DENSEST = 0.85;
const THINNEST = 0.25;

export const partKey = (interfaceId: number): string => `port-${interfaceId}`;

/** How dense part number `index` of `count` is drawn. */
export function partAlpha(index: number, count: number): number {
  return count < 2 ? DENSEST : DENSEST - ((DENSEST - THINNEST) * index) / (count - 1);
}

/** Null where any part is null: who does not know a part does not know the sum. */
export function sumOf(columns: readonly Column[], length: number): Column {
  if (columns.length === 0) return Array.from({ length }, () => null);
  return Array.from({ length }, (_, index) => {
    let sum: number | null = 0;
    for (const column of columns) {
      const value = column[index] ?? null;
      if (value === null) return null;
      sum += value;
    }
    return sum;
  });
}

/** Parts that are not hidden, in the order asked for, and their sums. */
export function stackSums(stack: Stack | undefined, view: TrafficView, hidden: ReadonlySet<string>): StackSums {
  const parts = (stack?.parts ?? [])
    .map(({ interfaceId, means }) => ({
      key: partKey(interfaceId),
      out: means[view.out] ?? nothing,
      in: means[view.in] ?? nothing,
    }))
    .filter(({ key }) => !hidden.has(key));
  const length = stack?.atMs.length ?? 0;
  return {
    parts,
    out: sumOf(
      parts.map((part) => part.out),
      length,
    ),
    in: sumOf(
      parts.map((part) => part.in),
      length,
    ),
  };
}

/** Fields between running totals; an unknown part adds nothing and has no field of its own there. */
function areas(parts: readonly StackPart[], tone: 'out' | 'in', alphaOf: (key: string) => number): StackArea[] {
  const sign = tone === 'out' ? 1 : -1;
  const total: number[] = [];
  return parts.map((part) => {
    const [low, high]: [(number | null)[], (number | null)[]] = [[], []];
    part[tone].forEach((value, index) => {
      const under = total[index] ?? 0;
      low.push(value === null ? null : sign * under);
      high.push(value === null ? null : sign * (under + value));
      total[index] = under + (value ?? 0);
    });
    return { low, high, tone, alpha: alphaOf(part.key) };
  });
}

export interface StackModelInput {
  readonly stack: Stack | undefined;
  readonly past: Stack | undefined;
  readonly compare: Comparison;
  readonly percentile: PercentileChoice;
  readonly view: TrafficView;
  readonly range: Span;
  readonly nowMs: number;
  readonly marks: readonly GraphMark[];
  readonly plotHeight: number;
  readonly hidden: ReadonlySet<string>;
}

function highestOfAreas(all: readonly StackArea[]): number {
  return Math.max(0, ...all.map(({ high }) => peakOf(high.map((value) => (value === null ? null : Math.abs(value))))));
}

/** Columns: sum out, sum in (negative). The percentile is that of the whole sum: with a part hidden there is none. */
export function stackModel(input: StackModelInput): GraphModel {
  const { stack, past, compare, percentile, view, range, nowMs, marks, plotHeight, hidden } = input;
  const sums = stackSums(stack, view, hidden);
  const before = stackSums(past, view, hidden);
  const keys = (stack?.parts ?? []).map(({ interfaceId }) => partKey(interfaceId));
  const alphaOf = (key: string): number => partAlpha(keys.indexOf(key), keys.length);
  const [above, below] = [areas(sums.parts, 'out', alphaOf), areas(sums.parts, 'in', alphaOf)];
  const whole = sums.parts.length === keys.length;
  const p95 = (metric: string): number | null => (whole ? (stack?.p95[metric] ?? null) : null);
  const levels = percentileLevels({ out: p95(view.out), in: p95(view.in) }, percentile, view.format);
  const ghosted = compare !== 'none' && past !== undefined;
  const up = Math.max(highestOfAreas(above), ghosted ? peakOf(before.out) : 0);
  const down = Math.max(highestOfAreas(below), ghosted ? peakOf(before.in) : 0);
  const atMs = stack?.atMs ?? [];
  const stepMs = stack?.stepMs ?? 1;
  const known = (index: number): boolean => (sums.out[index] ?? null) !== null && (sums.in[index] ?? null) !== null;
  return {
    ...bareModel,
    ...range,
    stepMs,
    atMs,
    columns: [sums.out, negative(sums.in)],
    axis: valueAxis(up, down, plotHeight / LINE_PX),
    unit: axisUnit(view.quantity, Math.max(up, down)),
    gaps: gapSpans(atMs, known, stepMs, Math.min(range.toMs, nowMs)),
    levels,
    marks,
    ghost: ghostOf(past, compare, [before.out, negative(before.in)]),
    areas: [...above, ...below],
  };
}
