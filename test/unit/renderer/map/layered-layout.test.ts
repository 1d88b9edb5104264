import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayoutNode, LayoutPlace } from '../../../../renderer/map/layout/layout-types.ts';
import { layeredLayout } from '../../../../renderer/map/layout/layered-layout.ts';
import { placeNewNodes } from '../../../../renderer/map/layout/place-new-nodes.ts';
import { runLayout } from '../../../../renderer/map/layout/run-layout.ts';
import { aTree } from './network-parts.ts';

const node = (id: number, kind: LayoutNode['kind'], site: string | null = null): LayoutNode => ({ id, kind, site });
const campus = {
  nodes: [
    node(1, 'router'),
    node(2, 'router'),
    node(3, 'l3-switch'),
    node(4, 'l3-switch'),
    node(5, 'switch'),
    node(6, 'switch'),
    node(7, 'switch'),
    node(8, 'server'),
    node(9, 'firewall'),
  ],
  edges: [
    { a: 1, b: 2 },
    { a: 1, b: 3 },
    { a: 1, b: 4 },
    { a: 2, b: 3 },
    { a: 2, b: 4 },
    { a: 3, b: 5 },
    { a: 4, b: 6 },
    { a: 6, b: 7 },
    { a: 3, b: 8 },
    { a: 1, b: 9 },
  ],
};
const at = (places: readonly LayoutPlace[], id: number): LayoutPlace =>
  places.find((place) => place.id === id) ?? { id, x: NaN, y: NaN };

describe('the layout by role', () => {
  const places = layeredLayout(campus);

  it('puts core above distribution above access above what hangs on that', () => {
    const [core, distribution, access, behind] = [1, 3, 5, 7].map((id) => at(places, id).y);
    expect([core, distribution, access, behind]).toEqual(
      [core, distribution, access, behind].toSorted((a = 0, b = 0) => a - b),
    );
    expect(new Set([core, distribution, access, behind]).size).toBe(4);
    expect(at(places, 9).y).toBeLessThan(at(places, 3).y);
    expect(at(places, 8).y).toBeGreaterThan(at(places, 3).y);
  });

  it('puts a switch nearer to its own parent than to the other', () => {
    const away = (a: number, b: number) => Math.abs(at(places, a).x - at(places, b).x);
    expect(away(5, 3)).toBeLessThan(away(5, 4));
    expect(away(6, 4)).toBeLessThan(away(6, 3));
  });

  it('gives the same map for the same network, in whatever order it came', () => {
    const shuffled = { nodes: campus.nodes.toReversed(), edges: campus.edges.toReversed() };
    const byId = (list: readonly LayoutPlace[]) => [...list].sort((a, b) => a.id - b.id);
    expect(byId(layeredLayout(shuffled))).toEqual(byId(places));
  });

  it('lets sites not overlap', () => {
    const two = {
      nodes: [
        ...campus.nodes.map((each) => ({ ...each, site: 'A' })),
        node(20, 'router', 'B'),
        node(21, 'switch', 'B'),
      ],
      edges: campus.edges,
    };
    const found = layeredLayout(two);
    const rightOfA = Math.max(...found.filter(({ id }) => id < 20).map(({ x }) => x));
    const leftOfB = Math.min(...found.filter(({ id }) => id >= 20).map(({ x }) => x));
    expect(leftOfB).toBeGreaterThan(rightOfA);
  });

  it('places everything apart, whatever the links', () => {
    const edge = fc.tuple(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 0, max: 29 }));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 60 }), (pairs) => {
        const nodes = Array.from({ length: 30 }, (_, i) =>
          node(i, (['router', 'l3-switch', 'switch', 'server'] as const)[i % 4] ?? 'switch'),
        );
        const found = layeredLayout({ nodes, edges: pairs.map(([a, b]) => ({ a, b })) });
        expect(found).toHaveLength(30);
        expect(new Set(found.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)).size).toBe(30);
        expect(found.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      }),
    );
  });

  it('makes a large network about as wide as a screen', () => {
    const nodes = Array.from({ length: 2000 }, (_, i) => node(i, i < 20 ? 'router' : 'switch'));
    const found = layeredLayout({ nodes, edges: nodes.map((_, i) => ({ a: i, b: i % 20 })) });
    const width = Math.max(...found.map(({ x }) => x)) - Math.min(...found.map(({ x }) => x));
    const height = Math.max(...found.map(({ y }) => y)) - Math.min(...found.map(({ y }) => y));
    expect(width / height).toBeGreaterThan(0.5);
    expect(width / height).toBeLessThan(4);
  });

  it('is empty for nothing', () => {
    expect(layeredLayout({ nodes: [], edges: [] })).toEqual([]);
  });
});

describe('arranging anew', () => {
  const pinned = [{ id: 3, x: 1000, y: 700 }];

  it.each(['role', 'links'] as const)('by %s leaves alone what a person pinned', (style) => {
    const places = runLayout({ style, ...campus, pinned });
    expect(places.some(({ id }) => id === 3)).toBe(false);
    expect(places).toHaveLength(campus.nodes.length - 1);
    for (const place of places) expect(Math.hypot(place.x - 1000, place.y - 700)).toBeGreaterThan(20);
  });

  it('by links gives the same map twice', () => {
    const request = { style: 'links', ...campus, pinned: [] } as const;
    expect(runLayout(request)).toEqual(runLayout(request));
  });

  it('lies near what was pinned', () => {
    const places = runLayout({ style: 'role', ...campus, pinned });
    expect(Math.abs(at(places, 4).y - 700)).toBeLessThan(90);
  });
});

describe('a new device', () => {
  const known = new Map([
    [1, { x: 0, y: 0 }],
    [2, { x: 200, y: 0 }],
  ]);

  it('stands one step out of its only neighbour, away from the others', () => {
    expect(
      placeNewNodes(
        [5],
        [
          { a: 1, b: 2 },
          { a: 1, b: 5 },
        ],
        known,
      ),
    ).toEqual([{ id: 5, x: -120, y: 0 }]);
  });

  it('stands between its neighbours where there is room', () => {
    expect(
      placeNewNodes(
        [5],
        [
          { a: 5, b: 1 },
          { a: 5, b: 2 },
        ],
        known,
      ),
    ).toEqual([{ id: 5, x: 100, y: 0 }]);
  });

  it('takes a free place when its own is taken', () => {
    const places = placeNewNodes(
      [5, 6],
      [
        { a: 1, b: 2 },
        { a: 1, b: 5 },
        { a: 1, b: 6 },
      ],
      known,
    );
    expect(Math.hypot(at(places, 5).x - at(places, 6).x, at(places, 5).y - at(places, 6).y)).toBeGreaterThan(40);
  });

  it('is placed through a chain of others that are new', () => {
    const places = placeNewNodes(
      [7, 5, 6],
      [
        { a: 1, b: 5 },
        { a: 5, b: 6 },
        { a: 6, b: 7 },
      ],
      known,
    );
    expect(places.map(({ id }) => id)).toEqual([5, 6, 7]);
  });

  it('moves nobody and answers for the newcomers alone', () => {
    const { links } = aTree(4);
    const places = placeNewNodes(
      [10, 11],
      links.map(({ a, b }) => ({ a: a.deviceId, b: b.deviceId })),
      known,
    );
    expect(places.map(({ id }) => id).sort((a, b) => a - b)).toEqual([10, 11]);
  });
});
