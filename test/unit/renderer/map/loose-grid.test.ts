import { describe, expect, it } from 'vitest';
import { looseGrid, LOOSE_STEP } from '../../../../renderer/map/layout/loose-grid.ts';
import { placeNewNodes } from '../../../../renderer/map/layout/place-new-nodes.ts';

const ids = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const rows = (places: readonly { y: number }[]): number => new Set(places.map(({ y }) => y)).size;

describe('devices without links', () => {
  it('stand in rows, not one below the other', () => {
    const places = looseGrid(ids(40), [], []);
    expect(rows(places)).toBeLessThanOrEqual(5);
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(40);
  });

  it('stand below the network and begin at its left edge', () => {
    const network = [
      { x: 100, y: 0 },
      { x: 900, y: 400 },
    ];
    const places = looseGrid(ids(5), network, []);
    expect(Math.min(...places.map(({ x }) => x))).toBe(100);
    expect(Math.min(...places.map(({ y }) => y))).toBeGreaterThan(400);
  });

  it('go on in the grid that is there', () => {
    const first = looseGrid(ids(3), [], []);
    const next = looseGrid([4], [], first);
    expect(next).toEqual([{ id: 4, x: 3 * LOOSE_STEP.x, y: 0 }]);
  });

  it('come after those whose links tell where they belong', () => {
    const known = new Map([[1, { x: 0, y: 0 }]]);
    const places = placeNewNodes([2, 3, 4, 5], [{ a: 1, b: 3 }], known);
    expect(places[0]?.id).toBe(3);
    expect(rows(places.slice(1))).toBe(1);
    expect(places.slice(1).map(({ id }) => id)).toEqual([2, 4, 5]);
  });
});
