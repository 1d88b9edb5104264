/** Where a link begins and ends: at the edges of what it joins, beside its parallel links. */
import type { Line, Point } from './plane.ts';

/** What a link can end at. */
export interface Outline extends Point {
  readonly round: boolean;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Between a node's edge and the end of its links. */
const GAP = 4;

/** How far from `start` along the unit direction the outline is left; 0 when `start` lies outside of it. */
function leavesAfter(outline: Outline, start: Point, ux: number, uy: number): number {
  const x = start.x - outline.x;
  const y = start.y - outline.y;
  if (outline.round) {
    const radius = outline.halfWidth + GAP;
    const along = x * ux + y * uy;
    const inside = along * along - (x * x + y * y - radius * radius);
    return inside < 0 ? 0 : Math.max(0, Math.sqrt(inside) - along);
  }
  const byX = ux === 0 ? Infinity : (Math.sign(ux) * (outline.halfWidth + GAP) - x) / ux;
  const byY = uy === 0 ? Infinity : (Math.sign(uy) * (outline.halfHeight + GAP) - y) / uy;
  return Math.max(0, Math.min(byX, byY));
}

/**
 * The visible line between two nodes. `offset` moves it sideways, positive to the left of the way from a to b as seen on a
 * screen. Null where the two stand so close that nothing of it is left.
 */
export function linkLine(a: Outline, b: Outline, offset: number): Line | null {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return null;
  const ux = (b.x - a.x) / length;
  const uy = (b.y - a.y) / length;
  const shift = { x: uy * offset, y: -ux * offset };
  const start = { x: a.x + shift.x, y: a.y + shift.y };
  const end = { x: b.x + shift.x, y: b.y + shift.y };
  const fromStart = leavesAfter(a, start, ux, uy);
  const fromEnd = leavesAfter(b, end, -ux, -uy);
  if (fromStart + fromEnd >= length - 2) return null;
  return {
    from: { x: start.x + ux * fromStart, y: start.y + uy * fromStart },
    to: { x: end.x - ux * fromEnd, y: end.y - uy * fromEnd },
  };
}
