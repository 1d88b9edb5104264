import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blastOutline, convexHull } from '../../../../renderer/map/geometry/blast-outline.ts';
import { rectAround, type Point } from '../../../../renderer/map/geometry/plane.ts';

/** Positive on one side of the line from a to b, negative on the other. */
const side = (a: Point, b: Point, p: Point): number => (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);

function holds(outline: readonly Point[], point: Point): boolean {
  return outline.every((corner, i) => side(corner, outline[(i + 1) % outline.length] ?? corner, point) >= -1e-6);
}

const point = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });

describe('the outline of a blast radius', () => {
  it('leaves out what lies inside', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 0, y: 10 },
    ];
    expect(convexHull([...square, { x: 5, y: 5 }, { x: 5, y: 0 }])).toHaveLength(4);
  });

  it('holds every rectangle with room to spare', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), (middles) => {
        const outline = blastOutline(
          middles.map((middle) => rectAround(middle, 18, 18)),
          14,
        );
        for (const { x, y } of middles) {
          for (const [dx, dy] of [
            [-18, -18],
            [18, -18],
            [18, 18],
            [-18, 18],
          ] as const) {
            expect(holds(outline, { x: x + dx, y: y + dy })).toBe(true);
          }
        }
      }),
    );
  });

  it('is empty around nothing', () => {
    expect(blastOutline([], 14)).toEqual([]);
  });
});
