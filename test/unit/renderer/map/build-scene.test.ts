import { describe, expect, it } from 'vitest';
import { newFaults } from '../../../../renderer/map/live/new-faults.ts';
import { selectedOnMap } from '../../../../renderer/map/live/selection-on-map.ts';
import { linkFlow, unknownFlow } from '../../../../renderer/map/live/link-use.ts';
import { blastRoots } from '../../../../renderer/map/scene/blasts.ts';
import { buildScene } from '../../../../renderer/map/scene/build-scene.ts';
import type { SceneInput } from '../../../../renderer/map/scene/scene-types.ts';
import type { Device } from '../../../../shared/contract/devices.ts';
import type { Incident } from '../../../../shared/contract/incidents.ts';
import type { InterfaceLatest } from '../../../../shared/contract/series.ts';
import { aDevice, aLink, aTree } from './network-parts.ts';

function sceneOf(parts: Partial<SceneInput> & Pick<SceneInput, 'devices' | 'links'>) {
  const positions = new Map(
    parts.devices.map(({ id }, i) => [id, { id, x: (i % 8) * 120, y: Math.floor(i / 8) * 120, pinned: false }]),
  );
  return buildScene({
    positions,
    blastRoots: [],
    openedFolds: new Set(),
    closedSites: new Set(),
    nowMs: 24 * 60_000,
    names: true,
    measure: (text) => text.length * 6,
    ...parts,
  });
}

const foldOf = (scene: ReturnType<typeof sceneOf>) => [...scene.nodes.values()].find(({ kind }) => kind === 'fold');
const words = (scene: ReturnType<typeof sceneOf>, key: string) => scene.nodes.get(key)?.detail;

describe('the scene', () => {
  it('says the state under the name unless the device is up', () => {
    const scene = sceneOf({
      devices: [
        aDevice(1),
        aDevice(2, { state: 'down' }),
        aDevice(3, { state: 'unreachable' }),
        aDevice(4, { state: 'degraded' }),
        aDevice(5),
        aDevice(6),
      ],
      links: [aLink(1, 5, 4, { flapping: true }), aLink(2, 5, 6)],
    });
    expect(words(scene, 'device 1')).toBeNull();
    expect(words(scene, 'device 2')).toBe('Down 24 min');
    expect(words(scene, 'device 3')).toBe('Unreachable');
    expect(words(scene, 'device 4')).toBe('Uplink flapping');
    expect(words(scene, 'device 5')).toBeNull();
  });

  it('tells the states of a stack with counts and the worst apart', () => {
    const scene = sceneOf(aTree(8, (id) => (id === 12 ? { state: 'unknown' } : {})));
    const fold = foldOf(scene);
    expect(fold?.name).toBe('8 access');
    expect(fold?.detail).toBe('7 up, 1 unknown');
    expect([fold?.state, fold?.worst]).toEqual(['up', 'unknown']);
    expect(scene.foldedDevices).toBe(8);
    expect(foldOf(sceneOf(aTree(8)))?.detail).toBe('all up');
    const gone = foldOf(sceneOf(aTree(8, (): Partial<Device> => ({ state: 'unreachable' }))));
    expect([gone?.detail, gone?.state, gone?.worst]).toEqual(['8 unreachable', 'unreachable', null]);
  });

  it('draws the links of a stack as one, as wide as the fastest', () => {
    const { devices, links } = aTree(5);
    const scene = sceneOf({ devices, links });
    const bundled = scene.links.filter(({ linkIds }) => linkIds.length > 1);
    expect(bundled).toHaveLength(1);
    expect(bundled[0]?.linkIds).toEqual([10, 11, 12, 13, 14]);
    expect(bundled[0]?.width).toBe(4);
  });

  it('draws parallel links between two devices side by side', () => {
    const scene = sceneOf({ devices: [aDevice(1), aDevice(2)], links: [aLink(1, 1, 2), aLink(2, 2, 1)] });
    expect(scene.links.map(({ line }) => line.from.y)).toEqual([4, -4].map((y) => expect.closeTo(y, 6)));
  });

  it('shows a leaf that left its stack beside it, not under it', () => {
    const { devices, links } = aTree(6, (id) => (id === 12 ? { state: 'degraded' } : {}));
    const spot = { x: 0, y: 300 };
    const positions = new Map(
      devices.map(({ id }) => [id, { id, ...(id >= 10 ? spot : { x: id * 99, y: 0 }), pinned: false }]),
    );
    const scene = sceneOf({ devices, links, positions });
    const [fold, leaf] = [foldOf(scene), scene.nodes.get('device 12')];
    expect(fold?.deviceIds).not.toContain(12);
    expect(Math.abs((fold?.x ?? 0) - (leaf?.x ?? 0)) + Math.abs((fold?.y ?? 0) - (leaf?.y ?? 0))).toBeGreaterThan(50);
  });

  it('shows a closed site as one card, with its counts and the links of its members', () => {
    const devices = [
      aDevice(1, { site: 'Main' }),
      aDevice(2, { site: 'Depot' }),
      aDevice(3, { site: 'Depot', state: 'degraded' }),
    ];
    const scene = sceneOf({ devices, links: [aLink(1, 1, 2), aLink(2, 2, 3)], closedSites: new Set(['Depot']) });
    expect(scene.nodes.get('site Depot')).toMatchObject({ state: 'degraded', detail: '2 devices' });
    expect(scene.links).toHaveLength(1);
    expect(scene.sites.map(({ site }) => site)).toEqual(['Main']);
  });

  it('puts what has no site into its only neighbour’s box', () => {
    const devices = [aDevice(1, { site: 'Main' }), aDevice(2, { managed: false, kind: 'outside' })];
    const [box] = sceneOf({ devices, links: [aLink(1, 1, 2)] }).sites;
    expect(box?.rect.right).toBeGreaterThan(120);
    expect(box?.counts).toEqual([{ state: 'up', count: 1 }]);
  });

  it('draws what nothing fresh is known of neither as up nor as down', () => {
    const devices = [aDevice(1, { state: 'down' }), aDevice(2, { state: 'unreachable' }), aDevice(3)];
    const links = [aLink(1, 1, 2, { state: 'down' }), aLink(2, 1, 3, { state: 'down' })];
    expect(sceneOf({ devices, links }).links.map(({ look }) => look)).toEqual(['unreachable', 'down']);
  });

  it('rings the end that does not speak', () => {
    const silent = aLink(1, 1, 2, { confidence: 'one-sided', b: { deviceId: 2, interfaceId: null, port: 'eth0' } });
    expect(sceneOf({ devices: [aDevice(1), aDevice(2)], links: [silent] }).links[0]?.silentEnds).toBe('b');
  });
});

describe('the blast radius', () => {
  const incident: Incident = {
    id: 418,
    kind: 'device-down',
    severity: 'critical',
    title: 'dist is down',
    deviceId: 1,
    interfaceId: null,
    linkId: null,
    site: null,
    affected: [10, 11, 12, 13, 14],
    openedAtMs: 0,
    closedAtMs: null,
    acknowledgedAtMs: null,
    acknowledgedBy: null,
    cause: null,
    notes: 0,
  };
  const tree = aTree(5, () => ({ state: 'unreachable' }));

  it('names the root and counts what hangs behind it, folded or not', () => {
    const scene = sceneOf({ ...tree, blastRoots: blastRoots([incident]) });
    expect(scene.blasts).toMatchObject([{ incidentId: 418, rootName: 'dist', affected: 5 }]);
  });

  it('ends with the incident, and is not drawn around a root alone', () => {
    expect(
      blastRoots([
        { ...incident, closedAtMs: 1 },
        { ...incident, affected: [] },
      ]),
    ).toEqual([]);
  });
});

describe('what is live on the scene', () => {
  it('finds new faults, and not those that were there or that came with the device', () => {
    const before = sceneOf({ devices: [aDevice(1), aDevice(2, { state: 'down' })], links: [] });
    const now = sceneOf({
      devices: [aDevice(1, { state: 'down' }), aDevice(2, { state: 'down' }), aDevice(3, { state: 'down' })],
      links: [],
    });
    expect(newFaults(before.nodes, now.nodes)).toEqual(['device 1']);
    expect(newFaults(now.nodes, before.nodes)).toEqual([]);
  });

  it('shows a selected device on the stack or card that holds it, and a port on its link', () => {
    const scene = sceneOf(aTree(5));
    const shown = (selection: Parameters<typeof selectedOnMap>[1]) => selectedOnMap(scene, selection, () => 1);
    expect(shown({ kind: 'device', deviceId: 12 }).node).toBe(foldOf(scene)?.key);
    expect(shown({ kind: 'link', linkId: 12 }).link?.linkIds).toContain(12);
    expect(shown({ kind: 'interface', deviceId: 1, interfaceId: 10 }).link?.linkIds).toEqual([1]);
    expect(shown({ kind: 'incident', incidentId: 5 }).node).toBe('device 1');
  });

  it('colours each half by what leaves its own end, and falls back on what the other end hears', () => {
    const latest = (id: number, inUse: number | null, outUse: number | null): InterfaceLatest => ({
      id,
      deviceId: 1,
      atMs: 0,
      quality: 'good',
      inBps: inUse,
      outBps: outUse,
      inPps: null,
      outPps: null,
      inErrors: null,
      outErrors: null,
      inDiscards: null,
      outDiscards: null,
      inUse,
      outUse,
    });
    const end = (interfaceIds: readonly number[]) => ({ node: 'x', interfaceIds, port: null });
    const samples = new Map([
      [1, latest(1, 30, 70)],
      [2, latest(2, null, null)],
      [3, latest(3, 5, 91)],
    ]);
    const sample = (id: number) => samples.get(id);
    expect(linkFlow({ a: end([1]), b: end([2]) }, sample)).toMatchObject({ a: { percent: 70 }, b: { percent: 30 } });
    expect(linkFlow({ a: end([1, 3]), b: end([]) }, sample)).toMatchObject({ a: { percent: 91 }, b: { percent: 30 } });
    expect(linkFlow({ a: end([]), b: end([9]) }, sample)).toEqual({ a: unknownFlow, b: unknownFlow });
  });
});
