/** Where a time axis has its labels, ticks and lines, in the reader's zone. Pure. For graphs and the time bar. */
import { scaleTime } from 'd3-scale';
import { timeFormat } from 'd3-time-format';

export interface TimeTick {
  readonly atMs: number;
  readonly label: string;
}

export interface TimeTicks {
  readonly labelled: readonly TimeTick[];
  /** Ticks of every second or third label, for lines that reach through the whole plot. */
  readonly majorMs: readonly number[];
  /** Small ticks between the labels. */
  readonly minorMs: readonly number[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MINOR_A_LABEL = 3;
const LABELS_A_MAJOR = 2;

const second = timeFormat('%H:%M:%S');
const minute = timeFormat('%H:%M');
const weekday = timeFormat('%a %-d %b');
const monthDay = timeFormat('%-d %b');
const month = timeFormat('%b %Y');

function isMidnight(at: Date): boolean {
  return at.getHours() === 0 && at.getMinutes() === 0 && at.getSeconds() === 0;
}

/** Midnight is named by its day; `stepMs` is the distance of two labels. */
export function timeLabel(atMs: number, stepMs: number): string {
  const at = new Date(atMs);
  if (stepMs >= 27 * DAY_MS) return month(at);
  if (isMidnight(at)) return stepMs >= 4 * DAY_MS ? monthDay(at) : weekday(at);
  return stepMs < MINUTE_MS ? second(at) : minute(at);
}

function ticks(fromMs: number, toMs: number, count: number): readonly number[] {
  const dates = scaleTime([fromMs, toMs], [0, 1]).ticks(Math.max(1, count));
  return dates.map((date) => date.getTime());
}

/** The shortest distance: months and clock changes make them unequal. */
function shortestStep(atMs: readonly number[]): number {
  const steps = atMs.slice(1).map((at, index) => at - (atMs[index] ?? 0));
  return Math.min(...steps, Number.POSITIVE_INFINITY);
}

/** For a plot that is hardly wider than one label. */
function farEnough(atMs: readonly number[], leastMs: number): readonly number[] {
  const kept: number[] = [];
  for (const at of atMs) if (kept.length === 0 || at - (kept.at(-1) ?? 0) >= leastMs) kept.push(at);
  return kept;
}

/** Labels at round times, at least `labelPx` apart. */
export function timeTicks(fromMs: number, toMs: number, widthPx: number, labelPx = 80): TimeTicks {
  if (toMs <= fromMs || widthPx <= 0) return { labelled: [], majorMs: [], minorMs: [] };
  let count = Math.max(1, Math.floor(widthPx / labelPx));
  let at = ticks(fromMs, toMs, count);
  const pxOf = (ms: number): number => (ms / (toMs - fromMs)) * widthPx;
  while (count > 1 && pxOf(shortestStep(at)) < labelPx) {
    count -= 1;
    at = ticks(fromMs, toMs, count);
  }
  at = farEnough(at, (labelPx / widthPx) * (toMs - fromMs));
  const step = shortestStep(at);
  const stepMs = Number.isFinite(step) ? step : toMs - fromMs;
  const major = ticks(fromMs, toMs, Math.max(1, Math.floor(at.length / LABELS_A_MAJOR)));
  return {
    labelled: at.map((atMs) => ({ atMs, label: timeLabel(atMs, stepMs) })),
    majorMs: major.filter((atMs) => at.includes(atMs)),
    minorMs: ticks(fromMs, toMs, at.length * MINOR_A_LABEL).filter((atMs) => !at.includes(atMs)),
  };
}
