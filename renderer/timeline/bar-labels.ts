/** Where the words of a bar stand, so that none lies on another bar or on other words. Pure. */
import type { Bar } from './lane-bars.ts';

export interface BarLabel {
  readonly bar: Bar;
  readonly text: string;
  readonly x: number;
  /** Inside a bar the text takes the colour that reads on it. */
  readonly inside: boolean;
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

const INSIDE_PX = 7;
const BESIDE_PX = 5;
const SPACE_PX = 6;
/** Shorter than this a cut text says nothing. */
const LEAST_TEXT_PX = 36;
/** A lane holds some twenty labels; whoever comes after these finds no room anyway. */
const MOST_TRIED = 60;
const severityRank = { critical: 4, major: 3, minor: 2, info: 1 } as const;

export type MeasureText = (text: string) => number;

/** Open before closed, then the more severe, then the newer. */
function byNeed(a: Bar, b: Bar): number {
  return (
    Number(b.open) - Number(a.open) ||
    severityRank[b.incident.severity] - severityRank[a.incident.severity] ||
    b.incident.openedAtMs - a.incident.openedAtMs
  );
}

/** Longest beginning of the text that fits, with an ellipsis; null where too little is left. */
export function cutText(text: string, room: number, measure: MeasureText): string | null {
  if (measure(text) <= room) return text;
  if (room < LEAST_TEXT_PX) return null;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${text.slice(0, middle).trimEnd()}…`) <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? null : `${text.slice(0, low).trimEnd()}…`;
}

function free(place: Extent, taken: readonly Extent[], bounds: Extent): boolean {
  if (place.from < bounds.from || place.to > bounds.to) return false;
  return taken.every((one) => place.to <= one.from || place.from >= one.to);
}

/** Stretches that bars cover: many short bars are few stretches. */
function merged(bars: readonly Extent[]): Extent[] {
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of bars.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

/** Inside the bar only where no other bar is painted over the words. */
function insideRoom(bar: Bar, others: readonly Bar[]): number {
  const start = bar.from + INSIDE_PX;
  const end = others
    .filter((other) => other.to > start && other.from < bar.to)
    .reduce((nearest, other) => Math.min(nearest, other.from - 2), bar.to - 4);
  return end - start;
}

function placeLabel(
  bar: Bar,
  others: readonly Bar[],
  taken: readonly Extent[],
  bounds: Extent,
  measure: MeasureText,
): BarLabel | null {
  const text = bar.incident.title;
  const width = measure(text);
  const room = insideRoom(bar, others);
  const inside = { bar, inside: true, x: bar.from + INSIDE_PX };
  if (width <= room) return { ...inside, text };
  const right = { from: bar.to + BESIDE_PX, to: bar.to + BESIDE_PX + width };
  if (free(right, taken, bounds)) return { bar, inside: false, x: right.from, text };
  const left = { from: bar.from - BESIDE_PX - width, to: bar.from - BESIDE_PX };
  if (free(left, taken, bounds)) return { bar, inside: false, x: left.from, text };
  const short = cutText(text, room, measure);
  return short === null ? null : { ...inside, text: short };
}

/** Labels of one lane, within `bounds`; bars that find no room stay without, and say it on hover. */
export function laneLabels(bars: readonly Bar[], bounds: Extent, measure: MeasureText): readonly BarLabel[] {
  const taken: Extent[] = merged(bars);
  const labels: BarLabel[] = [];
  for (const bar of bars.toSorted(byNeed).slice(0, MOST_TRIED)) {
    const others = bars.filter((other) => other !== bar);
    const label = placeLabel(bar, others, taken, bounds, measure);
    if (label === null) continue;
    labels.push(label);
    taken.push({ from: label.x - SPACE_PX, to: label.x + measure(label.text) + SPACE_PX });
  }
  return labels;
}
