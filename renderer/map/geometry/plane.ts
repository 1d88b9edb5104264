/** Points, rectangles and lines of the map's plane. World coordinates: pixels at zoom 1, y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Line {
  readonly from: Point;
  readonly to: Point;
}

export const middleOf = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

export function rectAround(centre: Point, halfWidth: number, halfHeight: number): Rect {
  return {
    left: centre.x - halfWidth,
    top: centre.y - halfHeight,
    right: centre.x + halfWidth,
    bottom: centre.y + halfHeight,
  };
}

/** The rectangle with these two opposite corners. */
export function rectBetween(a: Point, b: Point): Rect {
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    bottom: Math.max(a.y, b.y),
  };
}

export function grow(rect: Rect, by: number): Rect {
  return { left: rect.left - by, top: rect.top - by, right: rect.right + by, bottom: rect.bottom + by };
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function contains(rect: Rect, { x, y }: Point): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
}

/** The smallest rectangle around all; null around nothing. */
export function around(rects: Iterable<Rect>): Rect | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const rect of rects) {
    left = Math.min(left, rect.left);
    top = Math.min(top, rect.top);
    right = Math.max(right, rect.right);
    bottom = Math.max(bottom, rect.bottom);
  }
  return left === Infinity ? null : { left, top, right, bottom };
}

export function distanceToLine(point: Point, { from, to }: Line): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / squared;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}

/**
 * Whether any part of the line lies in the rectangle. Most lines lie wholly to one side: that is told first. The others meet it
 * unless all four corners lie on the same side of them.
 */
export function lineMeets({ from, to }: Line, { left, top, right, bottom }: Rect): boolean {
  if (from.x < left && to.x < left) return false;
  if (from.x > right && to.x > right) return false;
  if (from.y < top && to.y < top) return false;
  if (from.y > bottom && to.y > bottom) return false;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const nearLeft = dy * (left - from.x);
  const nearRight = dy * (right - from.x);
  const nearTop = dx * (top - from.y);
  const nearBottom = dx * (bottom - from.y);
  const least = Math.min(nearLeft, nearRight) - Math.max(nearTop, nearBottom);
  const most = Math.max(nearLeft, nearRight) - Math.min(nearTop, nearBottom);
  return least <= 0 && most >= 0;
}
