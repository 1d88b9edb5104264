/** A new device is placed near its neighbours, one that nobody knows in the grid below; nothing else moves. */
import type { Point } from '../geometry/plane.ts';
import { freePlace } from './free-place.ts';
import { looseGrid } from './loose-grid.ts';
import type { LayoutEdge, LayoutPlace } from './layout-types.ts';

/** As far as two devices of a row stand apart. */
const STEP = 120;

type Near = ReadonlyMap<number, readonly number[]>;

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

function wantedPlace(id: number, near: Near, known: ReadonlyMap<number, Point>): Point {
  const neighbours = (near.get(id) ?? []).filter((other) => known.has(other));
  const places = neighbours.flatMap((other) => known.get(other) ?? []);
  const [only, ...more] = neighbours;
  const place = only === undefined ? undefined : known.get(only);
  if (only !== undefined && place && more.length === 0) {
    const others = (near.get(only) ?? []).filter((other) => other !== id).flatMap((other) => known.get(other) ?? []);
    return outwards(place, others);
  }
  // The first of its kind: whoever links to it will stand around it.
  return places.length > 0 ? meanOf(places) : belowAll([...known.values()]);
}

function belowAll(all: readonly Point[]): Point {
  if (all.length === 0) return { x: 0, y: 0 };
  return { x: Math.min(...all.map(({ x }) => x)), y: Math.max(...all.map(({ y }) => y)) + STEP };
}

function nearOf(edges: readonly LayoutEdge[]): Near {
  const near = new Map<number, number[]>();
  const join = (from: number, to: number): void => {
    const ids = near.get(from);
    if (ids) ids.push(to);
    else near.set(from, [to]);
  };
  for (const { a, b } of edges) {
    if (a === b) continue;
    join(a, b);
    join(b, a);
  }
  return near;
}

/** Places for `newIds`, those with the most placed neighbours first, those without any link last. Deterministic. */
export function placeNewNodes(
  newIds: readonly number[],
  edges: readonly LayoutEdge[],
  known: ReadonlyMap<number, Point>,
): readonly LayoutPlace[] {
  const near = nearOf(edges);
  const fresh = newIds.filter((id) => !known.has(id)).sort((a, b) => a - b);
  const linked = placeLinked(
    fresh.filter((id) => near.has(id)),
    near,
    known,
  );
  const all = [...known, ...linked.map((place) => [place.id, place] as const)];
  const places = looseGrid(
    fresh.filter((id) => !near.has(id)),
    all.flatMap(([id, place]) => (near.has(id) ? [place] : [])),
    all.flatMap(([id, place]) => (near.has(id) ? [] : [place])),
  );
  return [...linked, ...places];
}

function placeLinked(ids: readonly number[], near: Near, known: ReadonlyMap<number, Point>): readonly LayoutPlace[] {
  const all = new Map(known);
  const waiting = new Set(ids);
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
