import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkHalves } from '../../../../renderer/map/geometry/link-halves.ts';
import { linkLine } from '../../../../renderer/map/geometry/link-line.ts';
import { parallelOffsets } from '../../../../renderer/map/geometry/parallel-offsets.ts';
import { distance, distanceToLine, lineMeets, middleOf, rectAround } from '../../../../renderer/map/geometry/plane.ts';

const square = (x: number, y: number) => ({ x, y, round: false, halfWidth: 18, halfHeight: 18 });
const router = (x: number, y: number) => ({ x, y, round: true, halfWidth: 19, halfHeight: 19 });
const coordinate = fc.integer({ min: -2000, max: 2000 });

describe('the line of a link', () => {
  it('begins and ends 4 px outside the two nodes', () => {
    expect(linkLine(square(0, 0), router(200, 0), 0)).toEqual({ from: { x: 22, y: 0 }, to: { x: 177, y: 0 } });
  });

  it('is nothing where two nodes touch', () => {
    expect(linkLine(square(0, 0), square(30, 0), 0)).toBeNull();
    expect(linkLine(square(0, 0), square(0, 0), 0)).toBeNull();
  });

  it('stays beside its parallel ones: an offset moves it to the left of the way', () => {
    const line = linkLine(square(0, 0), square(200, 0), 6);
    expect(line?.from.y).toBe(-6);
    expect(line?.to.y).toBe(-6);
  });

  it('never reaches into the nodes, whatever the angle', () => {
    fc.assert(
      fc.property(coordinate, coordinate, fc.integer({ min: -10, max: 10 }), (x, y, offset) => {
        const [a, b] = [square(0, 0), router(x, y)];
        const line = linkLine(a, b, offset);
        if (!line) return;
        expect(lineMeets(line, rectAround(a, 18, 18))).toBe(false);
        expect(distanceToLine(b, line)).toBeGreaterThanOrEqual(19);
      }),
    );
  });
});

describe('the halves of a link', () => {
  it('meet in points at its middle', () => {
    const line = { from: { x: 0, y: 0 }, to: { x: 100, y: 0 } };
    const [near, far] = linkHalves(line, 8);
    expect(near.outline[3]).toEqual({ x: 48.5, y: 0 });
    expect(far.outline[3]).toEqual({ x: 51.5, y: 0 });
    expect(near.outline.slice(0, 2)).toEqual([
      { x: 0, y: 4 },
      { x: 0, y: -4 },
    ]);
  });

  it('are as wide as asked, lie on their own side and mirror each other', () => {
    fc.assert(
      fc.property(coordinate, coordinate, fc.constantFrom(2, 4, 6, 8), (x, y, width) => {
        fc.pre(Math.hypot(x, y) > 20);
        const line = { from: { x: 0, y: 0 }, to: { x, y } };
        const middle = middleOf(line.from, line.to);
        for (const [half, end] of [
          [linkHalves(line, width)[0], line.from],
          [linkHalves(line, width)[1], line.to],
        ] as const) {
          const [left, right] = half.outline;
          expect(left && right ? distance(left, right) : 0).toBeCloseTo(width, 6);
          const tip = half.outline[3];
          expect(tip ? distance(tip, middle) : NaN).toBeCloseTo(1.5, 6);
          expect(distance(half.centre, end)).toBeLessThan(distance(half.centre, middle) + 1e-6);
        }
      }),
    );
  });
});

describe('parallel links', () => {
  it('stand 4 px apart around the middle', () => {
    expect(parallelOffsets([4])).toEqual([0]);
    expect(parallelOffsets([4, 4])).toEqual([-4, 4]);
    expect(parallelOffsets([2, 8, 2])).toEqual([-9, 0, 9]);
  });

  it('never touch', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(2, 4, 5, 6, 8), { minLength: 2, maxLength: 8 }), (widths) => {
        const offsets = parallelOffsets(widths);
        for (let i = 1; i < widths.length; i += 1) {
          const apart = (offsets[i] ?? NaN) - (offsets[i - 1] ?? NaN);
          expect(apart - ((widths[i] ?? NaN) + (widths[i - 1] ?? NaN)) / 2).toBeCloseTo(4, 6);
        }
      }),
    );
  });
});
