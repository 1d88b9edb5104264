import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dragStretch, moveStretch, zoomStretch } from '../../../../renderer/graphs/zoom-range.ts';

const outer = { fromMs: 0, toMs: 6 * 3_600_000 };
const moment = fc.integer({ min: 0, max: outer.toMs });

test('zooming in keeps the moment under the pointer, zooming out far enough shows all', () => {
  expect(zoomStretch(outer, outer, 0.5, 0)).toEqual({ fromMs: 0, toMs: 3 * 3_600_000 });
  const half = zoomStretch(outer, outer, 0.5, outer.toMs);
  expect(half).toEqual({ fromMs: 3 * 3_600_000, toMs: outer.toMs });
  expect(half && zoomStretch(half, outer, 2, 0)).toBeNull();
});

test('whatever is dragged, zoomed or moved stays inside and is at least a minute long', () => {
  fc.assert(
    fc.property(moment, moment, fc.double({ min: -2, max: 2, noNaN: true }), (a, b, share) => {
      const dragged = dragStretch(a, b, outer);
      for (const stretch of [dragged, moveStretch(dragged, outer, share), zoomStretch(dragged, outer, 0.5, a)]) {
        if (stretch === null) continue;
        expect(stretch.fromMs).toBeGreaterThanOrEqual(0);
        expect(stretch.toMs).toBeLessThanOrEqual(outer.toMs);
        expect(stretch.toMs - stretch.fromMs).toBeGreaterThanOrEqual(59_999);
        expect(Number.isInteger(stretch.fromMs) && Number.isInteger(stretch.toMs)).toBe(true);
      }
    }),
  );
});
