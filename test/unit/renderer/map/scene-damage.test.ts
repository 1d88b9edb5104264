import { describe, expect, it } from 'vitest';
import { contains, type Rect } from '../../../../renderer/map/geometry/plane.ts';
import { buildScene } from '../../../../renderer/map/scene/build-scene.ts';
import { sceneDamage } from '../../../../renderer/map/scene/scene-damage.ts';
import type { Scene, SceneInput } from '../../../../renderer/map/scene/scene-types.ts';
import type { Device } from '../../../../shared/contract/devices.ts';
import type { Link } from '../../../../shared/contract/topology.ts';
import { aDevice, aLink } from './network-parts.ts';

const ZOOM = 0.2;
const SIDE = 30;
const STEP = 400;
const VIEW: Rect = { left: -STEP, top: -STEP, right: SIDE * STEP, bottom: SIDE * STEP };

const ids = Array.from({ length: SIDE * SIDE }, (_, i) => i + 1);

interface Change {
  readonly device?: (id: number) => Partial<Device>;
  readonly link?: (id: number) => Partial<Link>;
  readonly more?: Partial<SceneInput>;
  readonly extra?: readonly Device[];
}

/** A grid of devices, each linked to the next, in three sites. */
function sceneWith({ device = () => ({}), link = () => ({}), more = {}, extra = [] }: Change = {}): Scene {
  const devices = [...ids.map((id) => aDevice(id, { site: `Site ${id % 3}`, ...device(id) })), ...extra];
  return buildScene({
    devices,
    links: ids.slice(1).map((id) => aLink(id, id - 1, id, link(id))),
    positions: new Map(
      devices.map(({ id }, i) => [id, { id, x: (i % SIDE) * STEP, y: Math.floor(i / SIDE) * STEP, pinned: false }]),
    ),
    blastRoots: [],
    openedFolds: new Set(),
    closedSites: new Set(),
    nowMs: 24 * 60_000,
    names: false,
    measure: (text) => text.length * 6,
    ...more,
  });
}

const damage = (before: Scene, now: Scene) => sceneDamage(before, now, VIEW, ZOOM);
const holds = (rects: readonly Rect[] | null, scene: Scene, id: number): boolean => {
  const node = scene.nodes.get(`device ${id}`);
  return node !== undefined && rects !== null && rects.some((rect) => contains(rect, node));
};

describe('what a new scene must have drawn anew', () => {
  const before = sceneWith();

  it('is nothing where nothing that can be seen is different', () => {
    expect(damage(before, sceneWith())).toEqual([]);
    expect(damage(before, sceneWith({ device: (id) => (id === 7 ? { lastAnswerAtMs: 9 } : {}) }))).toEqual([]);
  });

  it('is the place of a device that went down and the titles of its site', () => {
    const rects = damage(before, sceneWith({ device: (id) => (id === 400 ? { state: 'down' } : {}) }));
    expect(holds(rects, before, 400)).toBe(true);
    expect(holds(rects, before, 410)).toBe(false);
    const [box] = before.sites.filter(({ site }) => site === 'Site 1');
    expect(rects?.some((rect) => box !== undefined && rect.top < box.rect.top && rect.right > box.rect.right)).toBe(
      true,
    );
  });

  it('is a link from end to end when its state changes', () => {
    const rects = damage(before, sceneWith({ link: (id) => (id === 500 ? { state: 'down' } : {}) }));
    expect(rects).toHaveLength(1);
    expect(holds(rects, before, 499) && holds(rects, before, 500)).toBe(true);
  });

  it('is the old place and the new one when a device moved', () => {
    const positions = new Map(
      ids.map((id, i) => [id, { id, x: (i % SIDE) * STEP, y: Math.floor(i / SIDE) * STEP, pinned: false }]),
    );
    positions.set(400, { id: 400, x: 50, y: 50, pinned: false });
    const moved = sceneWith({ more: { positions } });
    const rects = damage(before, moved);
    expect(holds(rects, before, 400) && holds(rects, moved, 400)).toBe(true);
  });

  it('is the outline of what an incident took with it', () => {
    const blastRoots = [{ incidentId: 1, deviceId: 400, affected: [401, 402], openedAtMs: 0 }];
    const rects = damage(before, sceneWith({ more: { blastRoots } }));
    expect(rects).toHaveLength(1);
    expect([400, 401, 402].every((id) => holds(rects, before, id))).toBe(true);
    expect(damage(sceneWith({ more: { blastRoots } }), before)).toEqual(rects);
  });

  it('is everything when a device came or most of them changed', () => {
    expect(damage(before, sceneWith({ extra: [aDevice(5000)] }))).toBeNull();
    expect(damage(before, sceneWith({ device: () => ({ state: 'unreachable' }) }))).toBeNull();
  });

  it('leaves out what is not in view', () => {
    const changed = sceneWith({ device: (id) => (id === 435 ? { state: 'down' } : {}) });
    const corner: Rect = { left: -50, top: 4000, right: 600, bottom: 4600 };
    expect(sceneDamage(before, changed, corner, ZOOM)).toEqual([]);
  });
});
