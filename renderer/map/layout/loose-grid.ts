/**
 * Devices that nobody links to stand in a tidy grid below the rest: while a discovery runs that is most of them, and one
 * below the other they would make a map a mile high.
 */
import { around, type Point } from '../geometry/plane.ts';
import { isFree } from './free-place.ts';
import type { LayoutPlace } from './layout-types.ts';

export const LOOSE_STEP = { x: 120, y: 96 } as const;
const LEAST_COLUMNS = 8;
const MOST_COLUMNS = 24;
/** Between the network and the grid. */
const BELOW = 120;

function columnsFor(width: number, count: number): number {
  const asWide = Math.floor(width / LOOSE_STEP.x) + 1;
  const square = Math.ceil(Math.sqrt(count * 2));
  return Math.min(MOST_COLUMNS, Math.max(LEAST_COLUMNS, asWide, square));
}

/**
 * Free places for `ids` in their order, row by row. `linked` is what the grid lies below, `loose` what stands in it already.
 */
export function looseGrid(
  ids: readonly number[],
  linked: readonly Point[],
  loose: readonly Point[],
): readonly LayoutPlace[] {
  const box = around(linked.map(({ x, y }) => ({ left: x, right: x, top: y, bottom: y })));
  const start = loose.length === 0 ? null : around(loose.map(({ x, y }) => ({ left: x, right: x, top: y, bottom: y })));
  const left = start?.left ?? box?.left ?? 0;
  const top = start?.top ?? (box ? box.bottom + BELOW : 0);
  const columns = columnsFor(box ? box.right - box.left : 0, ids.length + loose.length);
  const taken: Point[] = [...linked, ...loose];
  const places: LayoutPlace[] = [];
  for (let cell = 0; places.length < ids.length; cell += 1) {
    const place = { x: left + (cell % columns) * LOOSE_STEP.x, y: top + Math.floor(cell / columns) * LOOSE_STEP.y };
    const id = ids[places.length];
    if (id === undefined) break;
    if (!isFree(place, taken)) continue;
    taken.push(place);
    places.push({ id, ...place });
  }
  return places;
}
