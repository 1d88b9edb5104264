/** From incidents to bars in pixels. Pure. */
import type { Incident } from '../../shared/contract/incidents.ts';
import { severityRank, type Lane } from './incident-lanes.ts';

export interface BarScale {
  readonly fromMs: number;
  readonly toMs: number;
  readonly left: number;
  readonly width: number;
}

export interface Bar {
  readonly incident: Incident;
  readonly lane: number;
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
  /** False where it began before the stretch: then it has no left edge. */
  readonly begins: boolean;
}

export const LEAST_BAR_PX = 4;

export function xOf(scale: BarScale, atMs: number): number {
  return scale.left + ((atMs - scale.fromMs) / (scale.toMs - scale.fromMs)) * scale.width;
}

export function momentOf(scale: BarScale, x: number): number {
  return scale.fromMs + ((x - scale.left) / scale.width) * (scale.toMs - scale.fromMs);
}

/** A short one grows to the right to its least width, or to the left where the stretch ends. */
function barOf(incident: Incident, lane: number, scale: BarScale, nowMs: number): Bar | null {
  const right = scale.left + scale.width;
  const begin = xOf(scale, incident.openedAtMs);
  const end = xOf(scale, incident.closedAtMs ?? Math.max(nowMs, incident.openedAtMs));
  if (end < scale.left || begin > right) return null;
  const from = Math.min(Math.max(begin, scale.left), right - LEAST_BAR_PX);
  const to = Math.min(Math.max(end, from + LEAST_BAR_PX), right);
  return { incident, lane, from, to, open: incident.closedAtMs === null, begins: begin >= scale.left };
}

/** Bars that differ by less cover each other: of those the worst is painted last. */
const ALIKE_PX = 4;

const lengthOf = ({ from, to }: Bar): number => Math.round((to - from) / ALIKE_PX);

function byPainting(a: Bar, b: Bar): number {
  const longer = lengthOf(b) - lengthOf(a);
  return longer === 0 ? severityRank(b.incident.severity) - severityRank(a.incident.severity) : longer;
}

/** Bars in the order in which they are painted: long ones first, so that a short one is never hidden, nor a grave one by a mild one. */
export function laneBars(lanes: readonly Lane[], scale: BarScale, nowMs: number): readonly Bar[] {
  const bars = lanes.flatMap((lane, index) =>
    lane.incidents.map((incident) => barOf(incident, index, scale, nowMs)).filter((bar) => bar !== null),
  );
  return bars.toSorted(byPainting);
}

/** The bar under a point, the topmost first; `slack` widens it for the pointer. */
export function barAt(bars: readonly Bar[], lane: number, x: number, slack = 2): Bar | null {
  return bars.findLast((bar) => bar.lane === lane && x >= bar.from - slack && x <= bar.to + slack) ?? null;
}

/** In the order of time, for the keys and for the list that is read aloud. */
export function barsByTime(bars: readonly Bar[]): readonly Bar[] {
  return bars.toSorted((a, b) => a.incident.openedAtMs - b.incident.openedAtMs || a.incident.id - b.incident.id);
}
