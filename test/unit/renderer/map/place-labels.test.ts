import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, type LabelRequest } from '../../../../renderer/map/geometry/place-labels.ts';
import { lineMeets, overlaps, rectAround } from '../../../../renderer/map/geometry/plane.ts';

const request = (key: string, x: number, y: number, parts: Partial<LabelRequest> = {}): LabelRequest => ({
  key,
  x,
  y,
  halfWidth: 18,
  halfHeight: 18,
  width: 60,
  height: 14,
  needed: false,
  rank: 1,
  ...parts,
});
const nothing = { rects: [], lines: [] };

describe('names on the map', () => {
  it('stand below where nothing is in the way', () => {
    expect(placeLabels([request('a', 0, 0)], nothing).get('a')?.side).toBe('below');
  });

  it('go beside the node when a link leaves downwards', () => {
    const lines = [{ from: { x: 0, y: 22 }, to: { x: 0, y: 200 }, width: 4 }];
    const label = placeLabels([request('a', 0, 0)], { rects: [], lines }).get('a');
    expect(label?.side).toBe('right');
    expect(label && lines[0] && lineMeets(lines[0], label.rect)).toBe(false);
  });

  it('are left out where there is no room, but tell of trouble from a little further off', () => {
    const near = [rectAround({ x: 0, y: 0 }, 300, 40)];
    const names = [request('calm', 0, 0), request('down', 0, 0, { needed: true })];
    const placed = placeLabels(names, { rects: near, lines: [] });
    expect([...placed.keys()]).toEqual(['down']);
    const rect = placed.get('down')?.rect;
    expect(rect && near[0] && overlaps(rect, near[0])).toBe(false);
    const everywhere = [rectAround({ x: 0, y: 0 }, 300, 300)];
    expect(placeLabels(names, { rects: everywhere, lines: [] }).size).toBe(0);
  });

  it('are not read as the name of the node above or below which they would stand', () => {
    const close = [request('a', 0, 0), request('b', 44, 0), request('c', 88, 0), request('d', 132, 0)];
    for (const [key, { rect }] of placeLabels(close, nothing)) {
      const middle = (rect.left + rect.right) / 2;
      const nearest = close.toSorted((one, other) => Math.abs(one.x - middle) - Math.abs(other.x - middle))[0];
      expect(nearest?.key).toBe(key);
    }
  });

  it('never cover each other or a node', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 600 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (places) => {
        const requests = places.map(([x, y, needed], i) => request(`n${i}`, x, y, { needed }));
        const placed = [...placeLabels(requests, nothing).values()].map(({ rect }) => rect);
        for (const [i, rect] of placed.entries()) {
          for (const other of placed.slice(i + 1)) expect(overlaps(rect, other)).toBe(false);
          for (const node of requests) expect(overlaps(rect, rectAround(node, 18, 18))).toBe(false);
        }
      }),
    );
  });

  it('are the same each time', () => {
    const requests = Array.from({ length: 30 }, (_, i) => request(`n${i}`, (i * 37) % 300, (i * 53) % 200));
    expect([...placeLabels(requests.toReversed(), nothing)]).toEqual([...placeLabels(requests, nothing)]);
  });
});
