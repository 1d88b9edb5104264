import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aligned, distributed, type Box } from '../../../../renderer/map/geometry/align.ts';

const box = (x: number, y: number, halfWidth = 18, halfHeight = 18): Box => ({ x, y, halfWidth, halfHeight });
const card = box(300, 200, 92, 30);

describe('aligning', () => {
  const boxes = [box(0, 0), box(100, 50), card];

  it('takes the outermost edge, whatever the sizes', () => {
    expect(aligned(boxes, 'left').map(({ x }, i) => x - (boxes[i]?.halfWidth ?? 0))).toEqual([-18, -18, -18]);
    expect(aligned(boxes, 'right').map(({ x }, i) => x + (boxes[i]?.halfWidth ?? 0))).toEqual([392, 392, 392]);
    expect(aligned(boxes, 'top').map(({ y }, i) => y - (boxes[i]?.halfHeight ?? 0))).toEqual([-18, -18, -18]);
    expect(aligned(boxes, 'bottom').map(({ y }, i) => y + (boxes[i]?.halfHeight ?? 0))).toEqual([230, 230, 230]);
  });

  it('takes the middle of them all for centres and middles, and leaves the other axis alone', () => {
    expect(aligned(boxes, 'centre')).toEqual([
      { x: 187, y: 0 },
      { x: 187, y: 50 },
      { x: 187, y: 200 },
    ]);
    expect(aligned(boxes, 'middle').map(({ x, y }) => [x, y])).toEqual([
      [0, 106],
      [100, 106],
      [300, 106],
    ]);
  });
});

describe('distributing', () => {
  it('makes the gaps between the boxes equal and keeps the outermost', () => {
    const boxes = [card, box(0, 5), box(40, 7)];
    const places = distributed(boxes, 'horizontally');
    expect(places[0]?.x).toBe(300);
    expect(places[1]?.x).toBe(0);
    const gap = (places[2]?.x ?? 0) - 18 - 18;
    expect((places[0]?.x ?? 0) - 92 - ((places[2]?.x ?? 0) + 18)).toBeCloseTo(gap);
    expect(places.map(({ y }) => y)).toEqual([200, 5, 7]);
  });

  it('leaves fewer than three where they are', () => {
    expect(distributed([box(0, 0), box(9, 90)], 'vertically')).toEqual([
      { x: 0, y: 0 },
      { x: 9, y: 90 },
    ]);
  });

  it('changes nothing the second time', () => {
    const size = fc.integer({ min: 5, max: 90 });
    const step = fc.integer({ min: 200, max: 400 });
    fc.assert(
      fc.property(fc.array(fc.tuple(step, size), { minLength: 3, maxLength: 12 }), (rows) => {
        let y = 0;
        const boxes = rows.map(([down, half]) => {
          y += down;
          return box(0, y, half, half);
        });
        const once = distributed(boxes, 'vertically');
        const again = distributed(
          boxes.map((one, i) => ({ ...one, y: once[i]?.y ?? 0 })),
          'vertically',
        );
        for (const [i, place] of again.entries()) expect(place.y).toBeCloseTo(once[i]?.y ?? 0);
      }),
    );
  });
});
