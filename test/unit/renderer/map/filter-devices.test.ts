import { describe, expect, it } from 'vitest';
import { filterDevices, noFilter, withinHops } from '../../../../renderer/map/scene/filter-devices.ts';
import { neighboursOf } from '../../../../renderer/map/scene/fold-leaves.ts';
import { aDevice, aLink } from './network-parts.ts';

/** 1 - 2 - 3 - 4 - 5 in a row, 6 hangs on 2 and belongs to another site. */
const devices = [
  ...[1, 2, 3, 4, 5].map((id) => aDevice(id, { site: 'Main' })),
  aDevice(6, { site: 'Branch' }),
  aDevice(7, { site: null, managed: false, state: 'unknown' }),
];
const links = [aLink(1, 1, 2), aLink(2, 2, 3), aLink(3, 3, 4), aLink(4, 4, 5), aLink(5, 2, 6), aLink(6, 6, 7)];
const shown = (change: Partial<typeof noFilter>, of = devices, by = links) =>
  filterDevices(of, by, { ...noFilter, ...change }).map(({ id }) => id);

describe('hops around a device', () => {
  const near = neighboursOf(links);

  it('are counted in links', () => {
    expect(withinHops(1, 1, near)).toEqual(new Set([1, 2]));
    expect(withinHops(1, 2, near)).toEqual(new Set([1, 2, 3, 6]));
    expect(withinHops(3, 3, near)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
  });

  it('do not go round in circles, and end where nothing is', () => {
    const ring = neighboursOf([aLink(1, 1, 2), aLink(2, 2, 3), aLink(3, 3, 1)]);
    expect(withinHops(1, 3, ring).size).toBe(3);
    expect([...withinHops(99, 3, ring)]).toEqual([99]);
  });
});

describe('filters of the map', () => {
  it('let everything through while none is set', () => {
    expect(filterDevices(devices, links, noFilter)).toBe(devices);
  });

  it('show one site, with what stands in it for want of its own', () => {
    expect(shown({ site: 'Branch' })).toEqual([6, 7]);
  });

  it('show what is in trouble and both ends of a broken link, but no plan and no mere rumour', () => {
    const ill = devices.map((device) => {
      if (device.id === 5) return { ...device, state: 'down' as const };
      return device.id === 6 ? { ...device, state: 'maintenance' as const } : device;
    });
    expect(shown({ onlyProblems: true }, ill)).toEqual([5]);
    const broken = links.map((link) => (link.id === 1 ? { ...link, state: 'down' as const } : link));
    expect(shown({ onlyProblems: true }, ill, broken)).toEqual([1, 2, 5]);
    expect(shown({ onlyProblems: true })).toEqual([]);
  });

  it('hide leaves, but never one in trouble', () => {
    expect(shown({ hideLeaves: true })).toEqual([2, 3, 4, 6]);
    const ill = devices.map((device) => (device.id === 1 ? { ...device, state: 'down' as const } : device));
    expect(shown({ hideLeaves: true }, ill)).toEqual([1, 2, 3, 4, 6]);
  });

  it('hold all at once', () => {
    expect(shown({ site: 'Main', hops: { rootId: 2, depth: 1 } })).toEqual([1, 2, 3]);
  });
});
