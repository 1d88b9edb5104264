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

  it('are left out where there is no room, unless they tell of trouble', () => {
    const walls = [rectAround({ x: 0, y: 0 }, 300, 300)];
    const placed = placeLabels([request('calm', 0, 0), request('down', 0, 0, { needed: true })], {
      rects: walls,
      lines: [],
    });
    expect([...placed.keys()]).toEqual(['down']);
  });

  it('never cover each other or a node', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 600 }));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (places) => {
        const requests = places.map(([x, y], i) => request(`n${i}`, x, y));
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
