/** From the engine's series of an interface to what is drawn: out above zero, in below. Pure. */
import type { Comparison, PercentileChoice } from '../../shared/contract/boards.ts';
import type { Series } from '../../shared/contract/series.ts';
import { axisUnit } from './axis-units.ts';
import { ghostOf } from './comparison.ts';
import { gapSpans, runs, type Span } from './gap-spans.ts';
import type { GraphMark } from './graph-marks.ts';
import { bareModel, negative, nothing, peakOf, type Column, type GraphModel } from './graph-model.ts';
import type { TrafficView } from './interface-metrics.ts';
import { percentileLevels } from './percentile-levels.ts';
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
  /** Directions that are left out; none by default. */
  readonly hidden?: ReadonlySet<string> | undefined;
  /** Both by default. */
  readonly percentile?: PercentileChoice | undefined;
  /** The series of the earlier time, and which time that is. */
  readonly past?: Series | undefined;
  readonly compare?: Comparison | undefined;
}

/** A rate above this share of the speed is suspect. (contract: quality) */
const SUSPECT_SHARE = 1.2;
const LINE_PX = 30;
const nobody: ReadonlySet<string> = new Set();
const noDirection: Direction = { mean: nothing, min: nothing, max: nothing, p95: null };

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

/** Hidden directions keep their place: uPlot wants as many values as there are times. */
function shown({ out, in: into, suspect }: Traffic, hidden: ReadonlySet<string>): Traffic {
  const blank = (one: Direction): Direction => ({ ...noDirection, mean: one.mean.map(() => null) });
  return { out: hidden.has('out') ? blank(out) : out, in: hidden.has('in') ? blank(into) : into, suspect };
}

const drawn = ({ out, in: into }: Traffic): readonly Column[] => [
  out.mean,
  out.max,
  out.min,
  negative(into.mean),
  negative(into.max),
  negative(into.min),
];

export function interfaceModel(input: InterfaceModelInput): GraphModel {
  const { series, past, view, range, nowMs, marks, plotHeight, hidden = nobody } = input;
  const { percentile = 'both', compare = 'none' } = input;
  const all = trafficOf(input);
  const traffic = shown(all, hidden);
  const before = shown(trafficOf({ ...input, series: past }), hidden);
  const { out, in: into, suspect } = traffic;
  const atMs = series?.atMs ?? [];
  const stepMs = series?.stepMs ?? 1;
  const ghosted = compare !== 'none' && past !== undefined;
  const levels = percentileLevels({ out: out.p95, in: into.p95 }, percentile, view.format);
  const highest = (tone: 'out' | 'in'): number =>
    Math.max(
      peakOf(traffic[tone].max, suspect),
      ...levels.filter((level) => level.tone === tone).map(({ value }) => Math.abs(value)),
      ghosted ? peakOf(before[tone].mean, before.suspect) : 0,
    );
  const [up, down] = [highest('out'), highest('in')];
  const known = (index: number): boolean =>
    (all.out.mean[index] ?? null) !== null || (all.in.mean[index] ?? null) !== null;
  return {
    ...bareModel,
    ...range,
    stepMs,
    atMs,
    columns: drawn(traffic),
    axis: valueAxis(up, down, plotHeight / LINE_PX),
    unit: axisUnit(view.quantity, Math.max(up, down)),
    gaps: gapSpans(atMs, known, stepMs, Math.min(range.toMs, nowMs)),
    suspects: runs(atMs.length, suspect).map(([first, last]) => ({
      fromMs: atMs[first] ?? 0,
      toMs: (atMs[last] ?? 0) + stepMs,
    })),
    levels,
    marks,
    ghost: ghostOf(past, compare, [before.out.mean, negative(before.in.mean)]),
  };
}
