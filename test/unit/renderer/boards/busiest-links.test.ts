import { expect, test } from 'vitest';
import { BUSIEST, busiestGraphs, busiestLinks } from '../../../../renderer/boards/busiest-links.ts';
import type { InterfaceLatest } from '../../../../shared/contract/series.ts';
import type { Link } from '../../../../shared/contract/topology.ts';

const link = (id: number, a: number | null, b: number | null): Link => ({
  id,
  a: { deviceId: 1, interfaceId: a, port: `p${a}` },
  b: { deviceId: 2, interfaceId: b, port: `p${b}` },
  confidence: 'confirmed',
  ageing: false,
  protocols: [],
  rule: '',
  state: 'up',
  stateSinceMs: 0,
  flapping: false,
  speedBps: null,
  firstSeenAtMs: 0,
  lastSeenAtMs: 0,
});
const sample = (id: number, outBps: number | null, outUse: number | null): readonly [number, InterfaceLatest] => [
  id,
  {
    id,
    deviceId: 1,
    atMs: 0,
    quality: 'good',
    inBps: null,
    outBps,
    inPps: null,
    outPps: null,
    inErrors: null,
    outErrors: null,
    inDiscards: null,
    outDiscards: null,
    inUse: null,
    outUse,
  },
];

test('links come by use, then by rate, one end each; silent and unmeasured ones are left out', () => {
  const links = [link(1, 11, 12), link(2, 21, null), link(3, 31, null), link(4, null, null), link(5, 51, 52)];
  const samples = new Map([
    sample(11, 5, 10),
    sample(12, 7, 10),
    sample(21, 9, 90),
    sample(31, 0, 0),
    sample(51, null, null),
    sample(52, 99, 10),
  ]);
  const busy = busiestLinks(links, samples);
  expect(busy.map(({ interfaceId }) => interfaceId)).toEqual([21, 52, 12]);
  const graphs = busiestGraphs(busy, ({ port }) => `sw ${port}`);
  expect(graphs.map(({ id }) => id)).toEqual(['busy-21', 'busy-52', 'busy-12']);
  expect(graphs[1]).toMatchObject({ ports: [{ deviceId: 2, interfaceId: 52, name: 'sw p52' }] });
});

test('there are never more than fit on a page', () => {
  const links = Array.from({ length: 50 }, (_, index) => link(index + 1, index + 1, null));
  const samples = new Map(links.map(({ id }) => sample(id, id, 1)));
  expect(busiestLinks(links, samples)).toHaveLength(BUSIEST);
});
