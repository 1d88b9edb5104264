import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../../../electron/headless/demo/harbour/build-network.ts';
import type { DemoDevice, DemoPort } from '../../../../../electron/headless/demo/harbour/network-types.ts';
import { harbourScheduleFrom, QUIET_SCHEDULE } from '../../../../../electron/headless/demo/harbour/schedule.ts';
import type { DemoEvent } from '../../../../../electron/headless/demo/harbour/schedule.ts';
import {
  OPER,
  countersBeganMs,
  inputErrorsAt,
  lastChangeMs,
  meanBitsPerSecond,
  octetsAt,
  operStatusAt,
} from '../../../../../electron/headless/demo/world/counters.ts';
import { octetsBetween } from '../../../../../electron/headless/demo/world/traffic.ts';
import { answersSnmp, bootedAtMs, createWorld, restartsBy } from '../../../../../electron/headless/demo/world/world.ts';
import type { World } from '../../../../../electron/headless/demo/world/world.ts';

const START = Date.UTC(2026, 10, 17, 15, 5);
const MINUTE = 60_000;
const network = buildNetwork('test', Date.UTC(2026, 10, 17));

function worldOf(loop: readonly DemoEvent[]): World {
  return createWorld({ network, schedule: { ...QUIET_SCHEDULE, loop }, startMs: START });
}

function find(device: string, port: string): [DemoDevice, DemoPort] {
  const found = network.devices.get(device);
  const foundPort = found?.ports.find((candidate) => candidate.name === port);
  if (found === undefined || foundPort === undefined) throw new Error(`no ${device} ${port}`);
  return [found, foundPort];
}

const minutes = (from: number, to: number): { fromMs: number; toMs: number } => ({
  fromMs: from * MINUTE,
  toMs: to * MINUTE,
});

describe('the network of the demo', () => {
  it('has 62 devices on three sites, beside the one that was removed', () => {
    const sites = [...network.devices.values()].map((device) => device.site);
    const count = (site: string): number => sites.filter((each) => each === site).length;
    expect([count('Northgate'), count('Riverside'), count('Depot')]).toEqual([27, 27, 9]);
  });

  it('gives each address and each MAC once', () => {
    const devices = [...network.devices.values()];
    const macs = devices.flatMap((device) => [
      device.chassisMac.toString('hex'),
      ...device.ports.filter((port) => port.mac.length > 0).map((port) => port.mac.toString('hex')),
    ]);
    const addresses = devices.flatMap((device) => device.ports.flatMap((port) => port.addresses.map((a) => a.address)));
    expect(new Set(macs).size).toBe(macs.length);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const device of devices) expect(addresses).toContain(device.address);
  });

  it('joins some pairs of devices twice', () => {
    const pairs = network.links.map((link) => `${link.a.device} ${link.b?.device ?? ''}`);
    expect(pairs.filter((pair, i) => pairs.indexOf(pair) !== i)).toEqual(['rv-dist-2 rv-sto-1', 'dp-rt-1 dp-sw-1']);
  });
});

describe('an outage', () => {
  const outage = worldOf([{ kind: 'device-off', device: 'rv-dist-1', ...minutes(3, 9) }]);
  const silentAt = (world: World, minute: number): string[] =>
    [...network.devices.keys()].filter((name) => !answersSnmp(world, name, START + minute * MINUTE));

  it('silences the device and the twelve behind it, and nothing else', () => {
    const behind = Array.from({ length: 11 }, (_, i) => `rv-acc-${String(i + 1).padStart(2, '0')}`);
    expect(silentAt(outage, 2.99)).toEqual([]);
    expect(silentAt(outage, 5).toSorted()).toEqual([...behind, 'rv-dist-1', 'rv-wlc-1'].toSorted());
    expect(silentAt(outage, 9)).toEqual([]);
  });

  it('takes the carrier from the living ends and gives it back', () => {
    const [core, port] = find('rv-core-1', 'Fo0/0/0/4');
    const states = [2, 5, 9].map((minute) => operStatusAt(outage, core, port, START + minute * MINUTE));
    expect(states).toEqual([OPER.up, OPER.down, OPER.up]);
    expect(lastChangeMs(outage, core, port, START + 5 * MINUTE)).toBe(START + 3 * MINUTE);
    expect(lastChangeMs(outage, core, port, START + 20 * MINUTE)).toBe(START + 9 * MINUTE);
  });

  it('starts the device anew at its end: uptime and counters begin at zero', () => {
    const [dist, port] = find('rv-dist-1', 'Te1/1/1');
    const atMs = START + 9 * MINUTE + 1000;
    expect(bootedAtMs(outage, dist, atMs)).toBe(START + 9 * MINUTE);
    expect(restartsBy(outage, dist, atMs)).toBe(1);
    expect(octetsAt(outage, dist, port, 'in', START + 9 * MINUTE)).toBe(0n);
    expect(octetsAt(outage, dist, port, 'in', atMs)).toBeGreaterThan(0n);
    expect(countersBeganMs(outage, dist, port, atMs)).toBe(START + 9 * MINUTE);
  });

  it('comes again in every turn of the loop', () => {
    const hour = QUIET_SCHEDULE.loopMs / MINUTE;
    expect(silentAt(outage, 7 * hour + 5)).toHaveLength(13);
    expect(silentAt(outage, 7 * hour + 10)).toEqual([]);
  });

  it('can be met at once by choosing the phase', () => {
    const world = createWorld({ network, schedule: harbourScheduleFrom(4 * MINUTE), startMs: START });
    expect(silentAt(world, 0.5)).toEqual(expect.arrayContaining(['rv-dist-1', 'rv-wlc-1', 'rv-acc-11']));
  });

  it('stays, with nothing new beside it, for whoever chose its moment', () => {
    const world = createWorld({ network, schedule: harbourScheduleFrom(160_000), startMs: START });
    const silent = silentAt(world, 1);
    expect(silent).toContain('rv-dist-1');
    for (const later of [6, 11, 14, 25, 180]) expect(silentAt(world, later)).toEqual(silent);
  });
});

describe('counters', () => {
  it('stand still while a link is down, at both ends', () => {
    const world = worldOf([{ kind: 'link-cut', device: 'dp-sw-1', port: 'Te1/1/1', ...minutes(1, 2) }]);
    for (const [device, port] of [find('dp-sw-1', 'Te1/1/1'), find('dp-sw-2', 'Te1/1/1')]) {
      const at = (minute: number): bigint => octetsAt(world, device, port, 'out', START + minute * MINUTE);
      expect(at(1.2)).toBe(at(1));
      expect(at(2)).toBe(at(1));
      expect(at(2.5)).toBeGreaterThan(at(2));
    }
  });

  it('lose exactly what a flapping link did not carry', () => {
    const flapping = {
      kind: 'link-flapping',
      device: 'ng-dist-2',
      port: 'Te1/0/7',
      periodMs: 24_000,
      downMs: 8_000,
    } as const;
    const world = worldOf([{ ...flapping, ...minutes(0, 10) }]);
    const [device, port] = find('ng-acc-07', 'Te1/1/1');
    const flow = port.inFlow;
    if (flow === null) throw new Error('no flow');
    let expected = 0;
    for (let atMs = START; atMs < START + 10 * MINUTE; atMs += 24_000) {
      expected += octetsBetween(flow, atMs + 8_000, Math.min(atMs + 24_000, START + 10 * MINUTE));
    }
    const end = START + 10 * MINUTE;
    const counted = octetsAt(world, device, port, 'in', end) - octetsAt(world, device, port, 'in', START);
    expect(Math.abs(Number(counted) - expected)).toBeLessThan(2);
    const bps = meanBitsPerSecond(world, device, port, 'in', START, end);
    expect(Math.abs(bps / ((expected * 8) / 600) - 1)).toBeLessThan(1e-9);
  });

  it('agree at the two ends of every link', () => {
    const world = worldOf([]);
    for (const { a, b } of network.links) {
      if (b === null) continue;
      const [from, fromPort] = find(a.device, a.port);
      const [to, toPort] = find(b.device, b.port);
      const rate = (device: DemoDevice, port: DemoPort, way: 'in' | 'out'): number =>
        meanBitsPerSecond(world, device, port, way, START, START + MINUTE);
      expect(rate(from, fromPort, 'out')).toBe(rate(to, toPort, 'in'));
      expect(rate(from, fromPort, 'in')).toBe(rate(to, toPort, 'out'));
    }
  });

  it('begin anew where they were cleared, without a restart', () => {
    const cleared = { kind: 'counters-cleared', device: 'rv-acc-16', port: 'Te1/1/1', ...minutes(2, 2) } as const;
    const world = worldOf([cleared]);
    const [device, port] = find('rv-acc-16', 'Te1/1/1');
    expect(octetsAt(world, device, port, 'in', START + 2 * MINUTE)).toBe(0n);
    expect(bootedAtMs(world, device, START + 3 * MINUTE)).toBeLessThan(START);
  });

  it('count input errors at the given pace', () => {
    const noisy = {
      kind: 'input-errors',
      device: 'rv-dist-2',
      port: 'Te1/1/3',
      perMinute: 90,
      ...minutes(1, 3),
    } as const;
    const world = worldOf([noisy]);
    const [device, port] = find('rv-dist-2', 'Te1/1/3');
    const at = (minute: number): number => inputErrorsAt(world, device, port, START + minute * MINUTE);
    expect([at(1), at(2), at(3), at(30)]).toEqual([0, 90, 180, 180]);
  });

  it('of an aggregate are the sum of its members', () => {
    const world = worldOf([]);
    const [device, po1] = find('rv-dist-2', 'Po1');
    const sum = ['Te1/1/3', 'Te1/1/4']
      .map((name) => octetsAt(world, device, find('rv-dist-2', name)[1], 'in', START))
      .reduce((total, octets) => total + octets, 0n);
    expect(octetsAt(world, device, po1, 'in', START)).toBe(sum);
  });
});
