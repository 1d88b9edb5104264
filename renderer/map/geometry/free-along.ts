/** Where on a line a box stands clear of other boxes: at its middle, else as near to it as there is room. */
import { overlaps, rectAround, type Line, type Point, type Rect } from './plane.ts';
import type { GridIndex } from './rect-index.ts';

/** Shares of the line, the middle first; its ends are left to nodes and points. */
const PLACES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

export function freeAlong(
  { from, to }: Line,
  { halfWidth, halfHeight }: { readonly halfWidth: number; readonly halfHeight: number },
  taken: GridIndex<Rect>,
): Point | null {
  for (const part of PLACES) {
    const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    const rect = rectAround(at, halfWidth, halfHeight);
    if (!taken.near(rect).some((other) => overlaps(other, rect))) return at;
  }
  return null;
}
