import { describe, expect, it } from 'vitest';
import { cardPlace } from '../../../../renderer/map/geometry/card-place.ts';
import { freeAlong } from '../../../../renderer/map/geometry/free-along.ts';
import { overlaps, rectAround, rectBetween, type Rect } from '../../../../renderer/map/geometry/plane.ts';
import { GridIndex } from '../../../../renderer/map/geometry/rect-index.ts';
import { hitTest } from '../../../../renderer/map/live/hit-test.ts';
import { menuTarget } from '../../../../renderer/map/live/menu-target.ts';
import { centredLike } from '../../../../renderer/map/live/place-keeper.ts';
import { buildScene } from '../../../../renderer/map/scene/build-scene.ts';
import { findDevices } from '../../../../renderer/map/scene/find-devices.ts';
import { inkOf } from '../../../../renderer/map/scene/link-ink.ts';
import { aDevice, aLink } from './network-parts.ts';

const scene = buildScene({
  devices: [aDevice(1, { site: 'Main' }), aDevice(2, { site: 'Main' }), aDevice(3)],
  links: [aLink(1, 1, 2), aLink(2, 2, 3)],
  positions: new Map([
    [1, { id: 1, x: 0, y: 0, pinned: false }],
    [2, { id: 2, x: 300, y: 0, pinned: false }],
    [3, { id: 3, x: 300, y: 300, pinned: false }],
  ]),
  blastRoots: [],
  openedFolds: new Set(),
  closedSites: new Set(),
  nowMs: 0,
  names: true,
  measure: (text) => text.length * 7,
});

describe('what lies under the pointer', () => {
  it('is the node before the link that ends at it', () => {
    expect(hitTest(scene, { x: 14, y: 0 }, 1)).toMatchObject({ kind: 'node', node: { name: 'd1' } });
    expect(hitTest(scene, { x: 150, y: 0 }, 1)).toMatchObject({ kind: 'link', link: { linkIds: [1] } });
  });

  it('is a link within reach of a finger’s breadth on the screen, however far out', () => {
    expect(hitTest(scene, { x: 150, y: 12 }, 1)).toBeNull();
    expect(hitTest(scene, { x: 150, y: 12 }, 0.4)).toMatchObject({ kind: 'link' });
  });

  it('is the site at its title', () => {
    const box = scene.sites.find(({ site }) => site === 'Main')?.rect;
    expect(hitTest(scene, { x: (box?.left ?? 0) + 20, y: (box?.top ?? 0) + 10 }, 1)).toMatchObject({ site: 'Main' });
  });

  it('opens the menu of the group when it belongs to one, else its own', () => {
    const hit = hitTest(scene, { x: 0, y: 0 }, 1);
    const nodes = [...scene.nodes].slice(0, 2);
    expect(menuTarget(hit, new Map())).toMatchObject({ kind: 'device' });
    expect(menuTarget(hit, new Map(nodes))).toMatchObject({ kind: 'group' });
    expect(menuTarget(null, new Map(nodes))).toEqual({ kind: 'canvas' });
  });
});

describe('what is printed on a link', () => {
  it('slides along it to where no name stands, and is left out where there is no such place', () => {
    const line = { from: { x: 0, y: 0 }, to: { x: 200, y: 0 } };
    const half = { halfWidth: 16, halfHeight: 9 };
    const names = new GridIndex<Rect>();
    expect(freeAlong(line, half, names)).toEqual({ x: 100, y: 0 });
    const name = rectAround({ x: 100, y: 4 }, 30, 7);
    names.addRect(name, name);
    const at = freeAlong(line, half, names);
    expect(at && overlaps(rectAround(at, half.halfWidth, half.halfHeight), name)).toBe(false);
    const wall = rectAround({ x: 100, y: 0 }, 200, 7);
    names.addRect(wall, wall);
    expect(freeAlong(line, half, names)).toBeNull();
  });

  it('is the use from 85 percent on, and unknown is never a number', () => {
    expect(inkOf('use', { percent: 84, errors: null }, 'up')).toMatchObject({ token: '--use-70', printed: null });
    expect(inkOf('use', { percent: 91.4, errors: null }, 'up')).toMatchObject({ token: '--use-85', printed: '91 %' });
    expect(inkOf('use', { percent: null, errors: 3 }, 'up')).toMatchObject({ token: '--use-idle', number: null });
  });

  it('is the errors a second where one asks for them', () => {
    const ink = (errors: number | null) => inkOf('errors', { percent: 99, errors }, 'up');
    expect(ink(null)).toMatchObject({ token: '--use-idle', number: null });
    expect(ink(0)).toMatchObject({ token: '--use-10', printed: null });
    expect(ink(0.5)).toMatchObject({ token: '--severity-minor-bar', printed: null });
    expect(ink(12.4)).toMatchObject({ token: '--severity-major-bar', printed: '12 /s' });
    expect(ink(500)).toMatchObject({ token: '--severity-critical-bar', printed: '500 /s' });
  });

  it('is quiet by state while all is up', () => {
    expect(inkOf('state', { percent: 99, errors: 9 }, 'up').token).toBe('--line3');
    expect(inkOf('state', { percent: 99, errors: 9 }, 'degraded').token).toBe('--state-degraded');
  });
});

describe('finding devices', () => {
  const devices = [
    aDevice(1, { name: 'core-10', model: 'MX204', address: '10.1.0.1' }),
    aDevice(2, { name: 'core-2', site: 'North', address: '10.1.0.2' }),
    aDevice(3, { name: 'acc-core', site: 'North', address: '10.9.0.3' }),
  ];
  const names = (text: string): string[] => findDevices(devices, text).map(({ name }) => name);

  it('takes name, address, model and site, names that begin so first, numbers as numbers', () => {
    expect(names('core')).toEqual(['core-2', 'core-10', 'acc-core']);
    expect(names('mx2')).toEqual(['core-10']);
    expect(names('north 10.9')).toEqual(['acc-core']);
  });

  it('finds nothing for nothing', () => {
    expect(names('  ')).toEqual([]);
    expect(names('nowhere')).toEqual([]);
  });
});

describe('places on the map', () => {
  it('put a card beside the pointer, and on its other side where the map ends', () => {
    const [card, area] = [
      { width: 200, height: 100 },
      { width: 1000, height: 600 },
    ];
    expect(cardPlace({ x: 100, y: 100 }, card, area)).toEqual({ left: 116, top: 118 });
    const { left, top } = cardPlace({ x: 990, y: 590 }, card, area);
    expect(left + card.width).toBeLessThan(990);
    expect(top + card.height).toBeLessThan(590);
  });

  it('draw a box whichever corner comes first', () => {
    const box = { left: -5, top: 1, right: 10, bottom: 20 };
    expect(rectBetween({ x: 10, y: 1 }, { x: -5, y: 20 })).toEqual(box);
    expect(rectBetween({ x: -5, y: 20 }, { x: 10, y: 1 })).toEqual(box);
  });

  it('arrange devices around the middle where they stood', () => {
    const own = [
      { id: 1, x: 1000, y: 500, pinned: false },
      { id: 2, x: 1200, y: 500, pinned: true },
    ];
    const places = centredLike(
      [
        { id: 1, x: 0, y: 0 },
        { id: 2, x: 0, y: 100 },
      ],
      own,
    );
    expect(places).toEqual([
      { id: 1, x: 1100, y: 450 },
      { id: 2, x: 1100, y: 550 },
    ]);
  });
});
