/** The demo network read by net-snmp's own tools: another codec than the simulator's and than the engine's. */
import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { promisify } from 'node:util';
import { assert, asyncProperty, uint8Array } from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DemoNetwork, TruthLink } from '../../electron/headless/demo/demo-network.ts';
import { buildNetwork } from '../../electron/headless/demo/harbour/build-network.ts';
import { HARBOUR_SCHEDULE, QUIET_SCHEDULE } from '../../electron/headless/demo/harbour/schedule.ts';
import { startDemoNetwork } from '../../electron/headless/demo/start-demo-network.ts';
import { rateAt } from '../../electron/headless/demo/world/traffic.ts';
import { missingTools, tool } from '../helpers/tools.ts';
import { until } from '../helpers/until.ts';

const run = promisify(execFile);
const MINUTE = 60_000;
const notRun = missingTools('snmpbulkwalk', 'snmpget', 'snmpwalk');

interface Row {
  readonly oid: string;
  readonly value: string;
}

function portOf(demo: DemoNetwork, address: string): number {
  const endpoint = demo.endpointOf(address, 161);
  if (endpoint === null) throw new Error(`the demo has no ${address}`);
  return endpoint.port;
}

/** Numeric OIDs, one line a value: what spans lines (sysDescr) is joined to the line before. */
async function walk(demo: DemoNetwork, address: string, root: string, ...options: string[]): Promise<Row[]> {
  const target = `127.0.0.1:${portOf(demo, address)}`;
  const args = ['-v2c', '-c', 'public', '-On', '-Oe', '-r2', '-t2', ...options, target, root];
  const { stdout } = await run(tool('snmpbulkwalk'), args, { maxBuffer: 64e6 });
  return stdout.split('\n').flatMap((line) => {
    const [, oid, value] = /^(\.[\d.]+) = (.*)$/su.exec(line) ?? [];
    // The end of the view is reported as one more line for the last object.
    return oid === undefined || value === undefined || value.startsWith('No more') ? [] : [{ oid, value }];
  });
}

const suffix = (row: Row, column: string): string => row.oid.slice(column.length + 1);
const text = (value: string): string => value.replace(/^[A-Za-z0-9-]+: /u, '').replaceAll('"', '');

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((oid) => oid.split('.').slice(1).map(Number));
  for (const [i, part] of (left ?? []).entries()) {
    const other = right?.[i];
    if (other === undefined) return 1;
    if (part !== other) return part - other;
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
}

const IF_NAME = '.1.3.6.1.2.1.31.1.1.1.1';
const HC_IN = '.1.3.6.1.2.1.31.1.1.1.6';
const HC_OUT = '.1.3.6.1.2.1.31.1.1.1.10';
const REM_NAME = '.1.0.8802.1.1.2.1.4.1.1.9';
const REM_PORT = '.1.0.8802.1.1.2.1.4.1.1.7';
const REM_DESC = '.1.0.8802.1.1.2.1.4.1.1.8';
const OPER_STATUS = '.1.3.6.1.2.1.2.2.1.8';

describe.skipIf(notRun)(`the demo network at rest${notRun}`, () => {
  let nowMs = Date.UTC(2026, 10, 17, 15, 5);
  let demo: DemoNetwork;
  beforeAll(async () => {
    demo = await startDemoNetwork({ now: () => nowMs, schedule: QUIET_SCHEDULE });
  });
  afterAll(() => demo.close());

  it('is read whole by snmpbulkwalk, in order and without a value twice, on every device', async () => {
    for (const { address, ports } of demo.truth(nowMs).devices) {
      const oids = (await walk(demo, address, '.1', '-Cr50')).map((row) => row.oid);
      expect(oids).toEqual(oids.toSorted(compare));
      expect(new Set(oids).size).toBe(oids.length);
      expect(oids.filter((oid) => oid.startsWith(`${IF_NAME}.`))).toHaveLength(ports);
    }
  });

  it('answers GETNEXT one by one as it answers GETBULK, and v1 without Counter64', async () => {
    const bulk = await walk(demo, '10.30.0.51', '.1');
    const target = `127.0.0.1:${portOf(demo, '10.30.0.51')}`;
    const next = await run(tool('snmpwalk'), ['-v2c', '-c', 'public', '-On', '-Oe', target, '.1']);
    const first = await run(tool('snmpwalk'), ['-v1', '-c', 'public', '-On', '-Oe', target, '.1']);
    const count = (out: string): number =>
      out.split('\n').filter((line) => line.startsWith('.') && !line.includes('= No more')).length;
    expect(count(next.stdout)).toBe(bulk.length);
    const wide = bulk.filter((row) => row.value.startsWith('Counter64')).length;
    expect(wide).toBeGreaterThan(10);
    expect(count(first.stdout)).toBe(bulk.length - wide);
  });

  it('counts between two readings what the rate formula adds up to, on every port', async () => {
    const network = buildNetwork('harbour', new Date(demo.startedAtMs).setHours(0, 0, 0, 0));
    const device = network.devices.get('ng-core-1');
    const fromMs = nowMs;
    const before = [await walk(demo, '10.10.0.1', HC_IN), await walk(demo, '10.10.0.1', HC_OUT)];
    nowMs += 5 * MINUTE;
    const after = [await walk(demo, '10.10.0.1', HC_IN), await walk(demo, '10.10.0.1', HC_OUT)];
    const truths = [demo.truth(fromMs), demo.truth(nowMs)];
    let busy = 0;
    for (const port of device?.ports ?? []) {
      for (const [i, flow] of [port.inFlow, port.outFlow].entries()) {
        const column = i === 0 ? HC_IN : HC_OUT;
        const [old = 0n, young = 0n] = [before[i], after[i]].map((rows) => {
          const row = rows?.find((each) => suffix(each, column) === String(port.ifIndex));
          return BigInt(text(row?.value ?? 'missing'));
        });
        const exact = truths.map((truth) => truth.octets('10.10.0.1', port.ifIndex)?.[i === 0 ? 'in' : 'out']);
        expect([old, young]).toEqual(exact);
        let summed = 0;
        const moments = Array.from({ length: 6000 }, (_, step) => fromMs + step * 50 + 25);
        if (flow !== null) for (const atMs of moments) summed += rateAt(flow, atMs) / 20;
        expect(Math.abs(Number(young - old) - summed)).toBeLessThanOrEqual(1 + summed * 1e-6);
        if (summed > 0) busy += 1;
      }
    }
    expect(busy).toBeGreaterThan(10);
  });

  it('tells its links by LLDP from both ends, just as they are', async () => {
    const truth = demo.truth(nowMs);
    const heard = new Set<string>();
    for (const { name, address } of truth.devices) {
      const names = await walk(demo, address, REM_NAME);
      const ports = await walk(demo, address, REM_PORT);
      const descriptions = await walk(demo, address, REM_DESC);
      for (const [i, row] of names.entries()) {
        const [, local] = suffix(row, REM_NAME).split('.');
        expect(suffix(ports[i] ?? row, REM_PORT)).toBe(suffix(row, REM_NAME));
        heard.add(`${name} ${local} hears ${text(row.value)} ${text(descriptions[i]?.value ?? '')}`);
      }
    }
    const network = buildNetwork('harbour', 0);
    const long = (device: string, ifIndex: number): string =>
      network.devices.get(device)?.ports.find((port) => port.ifIndex === ifIndex)?.description ?? '';
    const ends = ({ a, b, heardBy, outside }: TruthLink): string[] => {
      if (b === null) return [`${a.device} ${a.ifIndex} hears ${outside}`];
      const fromA = `${a.device} ${a.ifIndex} hears ${b.device} ${long(b.device, b.ifIndex)}`;
      const fromB = `${b.device} ${b.ifIndex} hears ${a.device} ${long(a.device, a.ifIndex)}`;
      return heardBy === 'both' ? [fromA, fromB] : [fromA];
    };
    const withoutCustomer = [...heard].map((line) => line.replace(/ customer .*$/u, ''));
    expect(withoutCustomer.toSorted()).toEqual(truth.links.flatMap(ends).toSorted());
  });

  it('brings people to every device: an address of each interface leads to the same agent', () => {
    expect(demo.endpointOf('10.255.0.1', 161)).toEqual(demo.endpointOf('10.10.0.1', 161));
    expect(demo.endpointOf('10.10.0.1', 22)).toBeNull();
    expect(demo.endpointOf('192.0.2.1', 161)).toBeNull();
    const placed = new Set(demo.positions.map((position) => position.address));
    for (const { address } of demo.truth(nowMs).devices) expect(placed).toContain(address);
  });

  it('survives any datagram and answers after it', async () => {
    const socket = createSocket('udp4');
    const port = portOf(demo, '10.10.0.12');
    const send = (bytes: Uint8Array): Promise<void> =>
      new Promise((resolve, reject) => {
        socket.send(bytes, port, '127.0.0.1', (error) => (error === null ? resolve() : reject(error)));
      });
    await assert(asyncProperty(uint8Array({ minLength: 1, maxLength: 1400 }), send), { numRuns: 500 });
    socket.close();
    expect(await walk(demo, '10.10.0.12', '.1.3.6.1.2.1.1.5')).toEqual([
      { oid: '.1.3.6.1.2.1.1.5.0', value: 'STRING: "ng-dist-2"' },
    ]);
  });
});

describe.skipIf(notRun)(`the story of the demo network${notRun}`, () => {
  const start = Date.UTC(2026, 10, 17, 15, 5);
  let nowMs = start;
  let demo: DemoNetwork | null = null;
  const begin = async (): Promise<DemoNetwork> => {
    nowMs = start;
    demo = await startDemoNetwork({ now: () => nowMs, schedule: HARBOUR_SCHEDULE });
    return demo;
  };
  afterEach(async () => {
    await demo?.close();
    demo = null;
  });
  const atMinute = (minute: number): void => {
    nowMs = start + minute * MINUTE;
  };
  const silent = async (network: DemoNetwork): Promise<string[]> => {
    const { devices } = network.truth(nowMs);
    const answers = await Promise.all(devices.map((device) => network.echo(device.address, 1500)));
    return devices.flatMap((device, i) => (answers[i] === null ? [device.name] : []));
  };

  it('silences rv-dist-1 and the twelve behind it from minute 3 to minute 9', async () => {
    const network = await begin();
    atMinute(1);
    expect(await silent(network)).toEqual([]);
    atMinute(3.1);
    const lost = (await silent(network)).filter((name) => name !== 'ng-acc-07');
    const behind = Array.from({ length: 11 }, (_, i) => `rv-acc-${String(i + 1).padStart(2, '0')}`);
    expect(lost.toSorted()).toEqual(['rv-dist-1', 'rv-wlc-1', ...behind].toSorted());
    await expect(walk(network, '10.20.0.11', '.1.3.6.1.2.1.1', '-r0', '-t0.3')).rejects.toThrow('No Response');
    await expect(walk(network, '10.20.0.5', '.1.3.6.1.2.1.1', '-r0', '-t0.3')).rejects.toThrow('No Response');
    const oper = await walk(network, '10.20.0.1', `${OPER_STATUS}.5`);
    expect(oper.map((row) => row.value)).toEqual(['INTEGER: 2']);
    const names = (await walk(network, '10.20.0.1', REM_NAME)).map((row) => text(row.value));
    expect(names).not.toContain('rv-dist-1');
    atMinute(9.1);
    expect((await silent(network)).filter((name) => name !== 'ng-acc-07')).toEqual([]);
    const [upTime] = await walk(network, '10.20.0.11', '.1.3.6.1.2.1.1.3');
    expect(upTime?.value).toContain('(600)');
  });

  it('shows a failed fan, and a silent agent that still answers echo', async () => {
    const network = await begin();
    const fanState = '.1.3.6.1.4.1.9.9.13.1.4.1.3.104';
    const [before] = await walk(network, '10.30.0.12', fanState);
    atMinute(5);
    const [after] = await walk(network, '10.30.0.12', fanState);
    expect([before?.value, after?.value]).toEqual(['INTEGER: 1', 'INTEGER: 3']);
    atMinute(14);
    const address = '10.20.1.17';
    await expect(walk(network, address, '.1.3.6.1.2.1.1', '-r0', '-t0.3')).rejects.toThrow('No Response');
    expect(await network.echo(address)).toBeGreaterThan(0.5);
    expect(await network.echo('192.0.2.1')).toBeNull();
  });

  it('remembers a day: rates, silence, the sleep of the console, incidents in order', async () => {
    const network = await begin();
    const step = 5 * MINUTE;
    const records = [...network.backfill(start - 24 * 60 * MINUTE, start, step)];
    const samples = records.flatMap((record) => (record.kind === 'sample' ? [record] : []));
    const incidents = records.flatMap((record) => (record.kind === 'incident' ? [record.incident] : []));
    const times = samples.map((sample) => sample.atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.filter((atMs) => atMs >= start - 190 * MINUTE && atMs < start - 176 * MINUTE)).toEqual([]);
    expect(incidents.map((incident) => incident.title)).toEqual(
      expect.arrayContaining(['Depot uplink down', 'dp-sw-2 fan 2 failed', 'rv-core-2 planned restart']),
    );
    expect(incidents.filter((incident) => incident.closedAtMs === null)).toHaveLength(1);
    const depot = samples.filter((sample) => sample.address === '10.30.0.1' && !sample.reachable);
    expect(depot.map((sample) => sample.atMs - start)).toEqual([-300, -295, -290].map((minute) => minute * MINUTE));
    const uplink = samples
      .findLast((sample) => sample.address === '10.10.0.1')
      ?.interfaces.find((i) => i.name === 'Hu0/0/0/1');
    const first = network.truth(start - step).octets('10.10.0.1', uplink?.ifIndex ?? 0)?.out ?? 0n;
    const last = network.truth(start).octets('10.10.0.1', uplink?.ifIndex ?? 0)?.out ?? 0n;
    expect(Math.abs((uplink?.outBps ?? 0) / ((Number(last - first) * 8000) / step) - 1)).toBeLessThan(1e-9);
    expect(network.removed.map((device) => device.name)).toEqual(['rv-dist-3']);
    expect(samples.some((sample) => sample.address === '10.20.0.13')).toBe(true);
  });

  it('closes: its ports are free and nothing answers any more', async () => {
    const network = await begin();
    const port = portOf(network, '10.10.0.1');
    await network.close();
    demo = null;
    const socket = createSocket('udp4');
    const bound = await until(
      () => new Promise<boolean>((resolve) => socket.bind(port, '127.0.0.1', () => resolve(true))),
      { what: 'the port of ng-core-1 is free' },
    );
    socket.close();
    expect(bound).toBe(true);
  });
});
