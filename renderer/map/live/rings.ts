/** Rings that close in on what was found and then go. With reduced motion they stand still for as long. */
import type { Point } from '../geometry/plane.ts';
import type { PaintedRing } from '../paint/canvas-context.ts';
import { prefersStillness } from './camera.ts';

const RING_MS = 1800;

interface Ring {
  readonly at: Point;
  readonly radius: number;
  readonly startMs: number;
}

export class Rings {
  #rings: readonly Ring[] = [];

  start(at: Point, radius: number): void {
    this.#rings = [{ at, radius, startMs: performance.now() }];
  }

  /** Those that are over are gone. */
  at(nowMs: number): readonly PaintedRing[] {
    this.#rings = this.#rings.filter(({ startMs }) => nowMs - startMs < RING_MS);
    const still = prefersStillness();
    return this.#rings.map(({ at, radius, startMs }) => ({
      at,
      radius,
      progress: still ? 0.5 : Math.max(0, (nowMs - startMs) / RING_MS),
    }));
  }
}
