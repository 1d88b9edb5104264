/** The outline around a root and what hangs behind it: the convex hull of their rectangles with the corners cut. */
import { grow, type Point, type Rect } from './plane.ts';

const cross = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

function halfHull(sorted: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of sorted) {
    for (;;) {
      const last = hull.at(-1);
      const before = hull.at(-2);
      if (last === undefined || before === undefined || cross(before, last, point) > 0) break;
      hull.pop();
    }
    hull.push(point);
  }
  hull.pop();
  return hull;
}

/** Convex hull (Andrew's monotone chain), without points on its edges. */
export function convexHull(points: readonly Point[]): readonly Point[] {
  if (points.length < 3) return points;
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  return [...halfHull(sorted), ...halfHull(sorted.toReversed())];
}

function cutCorners({ left, top, right, bottom }: Rect, cut: number): Point[] {
  return [
    { x: left + cut, y: top },
    { x: right - cut, y: top },
    { x: right, y: top + cut },
    { x: right, y: bottom - cut },
    { x: right - cut, y: bottom },
    { x: left + cut, y: bottom },
    { x: left, y: bottom - cut },
    { x: left, y: top + cut },
  ];
}

/** `padding` pixels around each rectangle; corners are cut by half of that. Empty around nothing. */
export function blastOutline(rects: readonly Rect[], padding: number): readonly Point[] {
  return convexHull(rects.flatMap((rect) => cutCorners(grow(rect, padding), padding / 2)));
}
