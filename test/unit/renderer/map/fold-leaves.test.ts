import { describe, expect, it } from 'vitest';
import { closedSites, sitesClosedAtFirst } from '../../../../renderer/map/scene/closed-sites.ts';
import { foldLeaves, leafGroups } from '../../../../renderer/map/scene/fold-leaves.ts';
import { aDevice, aLink, aTree } from './network-parts.ts';

const calm = () => false;
const none = new Set<string>();

describe('folding leaves', () => {
  it('stacks four or more of a kind that hang on the same device, and not three', () => {
    const four = aTree(4);
    expect(leafGroups(four.devices, four.links).map(({ memberIds }) => memberIds)).toEqual([[10, 11, 12, 13]]);
    const three = aTree(3);
    expect(leafGroups(three.devices, three.links)).toEqual([]);
  });

  it('takes two cables to the same device for one uplink', () => {
    const { devices, links } = aTree(4);
    expect(leafGroups(devices, [...links, aLink(99, 1, 10)])[0]?.memberIds).toHaveLength(4);
  });

  it('leaves out a switch with another neighbour', () => {
    const { devices, links } = aTree(5);
    expect(leafGroups(devices, [...links, aLink(99, 2, 10)])[0]?.memberIds).toEqual([11, 12, 13, 14]);
  });

  it('leaves out servers, neighbours that are not polled, and other sites', () => {
    const { devices, links } = aTree(7, (id) => {
      if (id === 10) return { kind: 'server' };
      if (id === 11) return { managed: false };
      return id === 12 ? { site: 'Depot' } : {};
    });
    expect(leafGroups(devices, links).map(({ memberIds }) => memberIds)).toEqual([[13, 14, 15, 16]]);
  });

  it('shows a leaf with a fault of its own beside its stack', () => {
    const { devices, links } = aTree(6);
    const [fold] = foldLeaves(leafGroups(devices, links), (id) => id === 12, none);
    expect(fold?.memberIds).toEqual([10, 11, 13, 14, 15]);
  });

  it('keeps the stack whole when more than three have a fault', () => {
    const { devices, links } = aTree(8);
    const [fold] = foldLeaves(leafGroups(devices, links), (id) => id < 14, none);
    expect(fold?.memberIds).toHaveLength(8);
  });

  it('stays open when somebody opened it', () => {
    const { devices, links } = aTree(4);
    const groups = leafGroups(devices, links);
    expect(foldLeaves(groups, calm, new Set(groups.map(({ key }) => key)))).toEqual([]);
  });
});

describe('closed sites', () => {
  const site = (name: string, from: number, count: number) =>
    Array.from({ length: count }, (_, i) => aDevice(from + i, { site: name }));
  const devices = [...site('Main', 1, 10), ...site('Second', 20, 9), ...site('Branch', 40, 4)];
  const links = [aLink(1, 1, 20), aLink(2, 2, 21), aLink(3, 1, 40)];

  it('are at first the branches that hang on one link', () => {
    expect([...sitesClosedAtFirst(devices, links)]).toEqual(['Branch']);
  });

  it('are never all of the network', () => {
    expect([...sitesClosedAtFirst(site('Only', 1, 20), [])]).toEqual([]);
  });

  it('follow a person’s choice', () => {
    const chosen = { Branch: 'open', Main: 'closed' } as const;
    expect([...closedSites(new Set(['Branch']), chosen)]).toEqual(['Main']);
  });
});
