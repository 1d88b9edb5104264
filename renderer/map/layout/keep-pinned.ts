/** Fits a fresh layout to what people pinned: it is moved as a whole to lie near them, and makes room for them. */
import type { Point } from '../geometry/plane.ts';
import { freePlace, ROOM_X, ROOM_Y } from './free-place.ts';
import type { LayoutPlace } from './layout-types.ts';

const middle = (values: readonly number[]): number =>
  values.length === 0 ? 0 : ([...values].sort((a, b) => a - b)[values.length >> 1] ?? 0);

const collides = (a: Point, b: Point): boolean =>
  Math.abs(a.x - b.x) < ROOM_X * 0.6 && Math.abs(a.y - b.y) < ROOM_Y * 0.6;

/** Places of what is not pinned. */
export function keepPinned(fresh: readonly LayoutPlace[], pinned: readonly LayoutPlace[]): readonly LayoutPlace[] {
  if (pinned.length === 0) return fresh;
  const freshOf = new Map(fresh.map((place) => [place.id, place]));
  const moves = pinned.flatMap((pin) => {
    const place = freshOf.get(pin.id);
    return place ? [{ x: pin.x - place.x, y: pin.y - place.y }] : [];
  });
  const shift = { x: middle(moves.map(({ x }) => x)), y: middle(moves.map(({ y }) => y)) };
  const fixed = new Set(pinned.map(({ id }) => id));
  const moved = fresh.flatMap(({ id, x, y }) => (fixed.has(id) ? [] : [{ id, x: x + shift.x, y: y + shift.y }]));
  const taken: Point[] = [...pinned, ...moved];
  return moved.map((place) => {
    if (!pinned.some((pin) => collides(pin, place))) return place;
    return {
      id: place.id,
      ...freePlace(
        place,
        taken.filter((other) => other !== place),
      ),
    };
  });
}
