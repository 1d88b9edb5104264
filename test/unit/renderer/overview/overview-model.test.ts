import { expect, test } from 'vitest';
import type { DeviceLatest, InterfaceLatest } from '../../../../shared/contract/series.ts';
import {
  busiestLinks,
  countDevices,
  devicesNotUp,
  openIncidents,
  worstAnswers,
} from '../../../../renderer/overview/overview-model.ts';
import { aDevice, aLink } from '../map/network-parts.ts';
import { incidentOf } from '../timeline/incident.ts';

const sample = (id: number, outUse: number | null, inUse: number | null, atMs = 100): InterfaceLatest => ({
  id,
  deviceId: 1,
  atMs,
  quality: 'good',
  inBps: inUse === null ? null : inUse * 1e7,
  outBps: outUse === null ? null : outUse * 1e7,
  inPps: null,
  outPps: null,
  inErrors: null,
  outErrors: null,
  inDiscards: null,
  outDiscards: null,
  inUse,
  outUse,
});

const latest = (id: number, parts: Partial<DeviceLatest>): DeviceLatest => ({
  id,
  icmpAtMs: 100,
  rttMin: null,
  rttAvg: null,
  rttMax: null,
  jitter: null,
  loss: null,
  healthAtMs: null,
  cpu: null,
  memory: null,
  pollMs: null,
  ...parts,
});

const lookUp = <T extends { readonly id: number }>(items: readonly T[]) => {
  const byId = new Map(items.map((item) => [item.id, item]));
  return (id: number): T | undefined => byId.get(id);
};

test('devices are counted by state and kind; a neighbour that is only heard of has neither', () => {
  const counts = countDevices([
    aDevice(1, { kind: 'router' }),
    aDevice(2, { state: 'down' }),
    aDevice(3),
    aDevice(4, { managed: false, state: 'unknown' }),
  ]);
  expect(counts).toMatchObject({ managed: 3, heardOf: 1, states: { up: 2, down: 1, unknown: 0 } });
  expect(counts.kinds).toMatchObject([
    { kind: 'switch', count: 2, states: { up: 1, down: 1 } },
    { kind: 'router', count: 1, states: { up: 1, down: 0 } },
  ]);
});

test('what hangs behind one root is one line, worst first, and nothing is lost from the count', () => {
  const behind = (id: number, root: string) =>
    aDevice(id, { state: 'unreachable', stateBecause: `it stands behind ${root}`, stateSinceMs: id });
  const devices = [
    behind(10, 'a'),
    behind(11, 'a'),
    behind(12, 'b'),
    aDevice(1, { state: 'down', stateSinceMs: 5 }),
    aDevice(2, { state: 'down', stateSinceMs: 6 }),
    aDevice(3, { state: 'maintenance' }),
    aDevice(4, { state: 'down', managed: false }),
    aDevice(5),
  ];
  const all = devicesNotUp(devices, 9);
  expect(all.shown.map(({ state, sinceMs, devices: together }) => [state, sinceMs, together.length])).toEqual([
    ['down', 6, 1],
    ['down', 5, 1],
    ['unreachable', 12, 1],
    ['unreachable', 10, 2],
  ]);
  expect(all).toMatchObject({ more: 0, total: 5 });
  expect(devicesNotUp(devices, 3)).toMatchObject({ more: 2, total: 5 });
});

test('open incidents come worst first and newest first, and the last one that closed is known', () => {
  const open = openIncidents(
    [
      incidentOf(1, { closedAtMs: 50 }),
      incidentOf(2, { closedAtMs: 70 }),
      incidentOf(3, { severity: 'minor', openedAtMs: 5, closedAtMs: null }),
      incidentOf(4, { severity: 'critical', openedAtMs: 1, closedAtMs: null, acknowledgedBy: 'Ada' }),
      incidentOf(5, { severity: 'minor', openedAtMs: 9, closedAtMs: null }),
    ],
    2,
  );
  expect(open.shown.map(({ id }) => id)).toEqual([4, 5]);
  expect(open).toMatchObject({ total: 3, unacknowledged: 2, lastClosed: { id: 2 } });
});

test('a link counts by its busier direction, told by either end, and never by an old or an unknown sample', () => {
  const links = [aLink(1, 1, 2), aLink(2, 1, 3), aLink(3, 1, 4), aLink(4, 1, 5), aLink(5, 1, 6)];
  const samples = lookUp([
    sample(10, 20, 60),
    sample(11, null, null),
    sample(20, 50, 10),
    sample(21, 5, 45),
    sample(30, 99, 99, 1),
    sample(40, null, null),
    sample(51, 70, 1),
  ]);
  const busy = busiestLinks(links, samples, 9, 50);
  expect(
    busy.map(({ link, from, percent, bitsPerSecond }) => [link.id, from.deviceId, percent, bitsPerSecond]),
  ).toEqual([
    [5, 6, 70, 7e8],
    [1, 2, 60, 6e8],
    [2, 1, 50, 5e8],
  ]);
});

test('worst answers are of devices that answer now, and no loss is no row', () => {
  const devices = [aDevice(1), aDevice(2, { state: 'down' }), aDevice(3), aDevice(4), aDevice(5)];
  const samples = lookUp([
    latest(1, { rttAvg: 3, loss: 0 }),
    latest(2, { rttAvg: 9, loss: 100 }),
    latest(3, { rttAvg: 8, loss: 34 }),
    latest(4, { rttAvg: 99, loss: 67, icmpAtMs: 1 }),
  ]);
  const ids = (metric: 'rttAvg' | 'loss') =>
    worstAnswers(devices, samples, metric, 5, 50).map(({ device }) => device.id);
  expect(ids('rttAvg')).toEqual([3, 1]);
  expect(ids('loss')).toEqual([3]);
});
