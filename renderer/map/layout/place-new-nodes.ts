/** A new device is placed near its neighbours; nothing else moves. */
import type { Point } from '../geometry/plane.ts';
import { freePlace } from './free-place.ts';
import type { LayoutEdge, LayoutPlace } from './layout-types.ts';

/** As far as two devices of a row stand apart. */
const STEP = 120;

const meanOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

/** One step out of its only neighbour, away from where that one's other neighbours are. */
function outwards(neighbour: Point, others: readonly Point[]): Point {
  if (others.length === 0) return { x: neighbour.x, y: neighbour.y + STEP };
  const towards = meanOf(others);
  const length = Math.hypot(neighbour.x - towards.x, neighbour.y - towards.y);
  if (length < 1) return { x: neighbour.x, y: neighbour.y + STEP };
  const scale = STEP / length;
  return {
    x: neighbour.x + (neighbour.x - towards.x) * scale,
    y: neighbour.y + (neighbour.y - towards.y) * scale,
  };
}

function wantedPlace(
  id: number,
  near: ReadonlyMap<number, readonly number[]>,
  known: ReadonlyMap<number, Point>,
): Point {
  const neighbours = (near.get(id) ?? []).filter((other) => known.has(other));
  const places = neighbours.flatMap((other) => known.get(other) ?? []);
  const [only, ...more] = neighbours;
  const place = only === undefined ? undefined : known.get(only);
  if (only !== undefined && place && more.length === 0) {
    const others = (near.get(only) ?? []).filter((other) => other !== id).flatMap((other) => known.get(other) ?? []);
    return outwards(place, others);
  }
  if (places.length > 0) return meanOf(places);
  // Nobody knows it: below everything, where it disturbs nothing.
  const all = [...known.values()];
  if (all.length === 0) return { x: 0, y: 0 };
  return { x: Math.min(...all.map(({ x }) => x)), y: Math.max(...all.map(({ y }) => y)) + STEP };
}

/** Places for `newIds`, those with the most placed neighbours first. Deterministic. */
export function placeNewNodes(
  newIds: readonly number[],
  edges: readonly LayoutEdge[],
  known: ReadonlyMap<number, Point>,
): readonly LayoutPlace[] {
  const near = new Map<number, number[]>();
  for (const { a, b } of edges) {
    near.set(a, [...(near.get(a) ?? []), b]);
    near.set(b, [...(near.get(b) ?? []), a]);
  }
  const all = new Map(known);
  const waiting = new Set([...newIds].filter((id) => !known.has(id)).sort((a, b) => a - b));
  const placed: LayoutPlace[] = [];
  const score = (id: number): number => (near.get(id) ?? []).filter((other) => all.has(other)).length;
  while (waiting.size > 0) {
    const [first, ...rest] = [...waiting];
    if (first === undefined) break;
    const next = rest.reduce((best, id) => (score(id) > score(best) ? id : best), first);
    const place = freePlace(wantedPlace(next, near, all), [...all.values()]);
    all.set(next, place);
    waiting.delete(next);
    placed.push({ id: next, ...place });
  }
  return placed;
}
