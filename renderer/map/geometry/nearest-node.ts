/** Which node an arrow key leads to. */
import type { Point } from './plane.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const UNIT: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** What lies aside counts double, and nothing more than 60 degrees off the direction counts at all. */
const ASIDE = 2;
const LEAST_COSINE = 0.5;

/** The nearest in that direction; null when nothing lies there. */
export function nearestNode<T extends Point>(from: Point, nodes: Iterable<T>, direction: Direction): T | null {
  const unit = UNIT[direction];
  let best: T | null = null;
  let least = Infinity;
  for (const node of nodes) {
    const dx = node.x - from.x;
    const dy = node.y - from.y;
    const along = dx * unit.x + dy * unit.y;
    const away = Math.hypot(dx, dy);
    if (along <= 0 || along < away * LEAST_COSINE) continue;
    const cost = along + ASIDE * Math.abs(dx * unit.y - dy * unit.x);
    if (cost >= least) continue;
    least = cost;
    best = node;
  }
  return best;
}
