/** The free place nearest to a wanted one, always the same for the same input. */
import type { Point } from '../geometry/plane.ts';

/** Room that a node with its name needs. */
export const ROOM_X = 72;
export const ROOM_Y = 72;
const RINGS = 40;

export function isFree(place: Point, taken: Iterable<Point>): boolean {
  for (const other of taken) {
    if (Math.abs(other.x - place.x) < ROOM_X * 0.75 && Math.abs(other.y - place.y) < ROOM_Y * 0.75) return false;
  }
  return true;
}

/** Squares around the wanted place, ring by ring, the nearest of each ring first. */
function ring(round: number): readonly Point[] {
  const steps: Point[] = [];
  for (let column = -round; column <= round; column += 1) {
    for (let row = -round; row <= round; row += 1) {
      if (Math.max(Math.abs(column), Math.abs(row)) === round) steps.push({ x: column * ROOM_X, y: row * ROOM_Y });
    }
  }
  // Beside goes before below, right before left.
  return steps.sort((a, b) => Math.hypot(a.x, a.y * 1.5) - Math.hypot(b.x, b.y * 1.5) || b.x - a.x || b.y - a.y);
}

export function freePlace(wanted: Point, taken: readonly Point[]): Point {
  const near = taken.filter(({ x, y }) => Math.hypot(x - wanted.x, y - wanted.y) < ROOM_X * (RINGS + 2));
  for (let round = 0; round <= RINGS; round += 1) {
    for (const step of ring(round)) {
      const place = { x: wanted.x + step.x, y: wanted.y + step.y };
      if (isFree(place, near)) return place;
    }
  }
  return wanted;
}
