/** The main job on real routers: found, drawn, polled; faults become states and incidents; rates are those of the kernel. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WatchLine } from '../../shared/model/watch-line.ts';
import { temporaryFolder, type TemporaryFolder } from '../helpers/temporary-folder.ts';
import { until } from '../helpers/until.ts';
import {
  COUNTER_INTERVAL_S,
  deviceNamed,
  discoverLab,
  foundLinks,
  linkText,
  portNamed,
  startLabEngine,
  type LoggedEngine,
} from './lab-engine.ts';
import type { Lab } from './lab.ts';
import { missingForLab, startLab } from './start-lab.ts';

const notRun = missingForLab();
const COMMUNITY = { kind: 'snmp-community', version: '2c', community: 'public' } as const;
/** One polling interval and two seconds; snmpd itself may show an old ifTable for up to its cache's time (lab.md: 2.1 s). */
const SEEN_WITHIN_MS = (COUNTER_INTERVAL_S + 2) * 1000 + 2100;

const RATES_COMPARED = 3;

describe.skipIf(notRun)(`the main job on real routers${notRun}`, () => {
  let lab: Lab;
  let folder: TemporaryFolder;
  let logged: LoggedEngine;
  const lines: WatchLine[] = [];

  beforeAll(async () => {
    lab = await startLab({ console: 'root', traps: false });
    folder = await temporaryFolder('main-job');
    logged = await startLabEngine(folder.file('lab.trunkline'));
    logged.engine.watch((line) => lines.push(line));
    await discoverLab(logged.engine, lab.router('r1').address, { secrets: [COMMUNITY], links: lab.links.length });
  }, 90_000);
  afterAll(async () => {
    await logged?.engine.close();
    await lab?.close();
    await folder?.remove();
  });

  const incidentsOpen = () =>
    logged.engine.context.network.incidentItems.all().filter((incident) => incident.closedAtMs === null);

  it('finds every router and every cable with its port names, parallel ones apart, and none that is not there', () => {
    const truth = lab.links.map(({ a, b }) => linkText([`${a.router} ${a.interface}`, `${b.router} ${b.interface}`]));
    expect(foundLinks(logged.engine)).toEqual(truth.sort());
    const names = logged.engine.context.network.deviceItems.all().map((device) => device.name);
    expect(names.sort()).toEqual(lab.routers.map((router) => router.name).sort());
  });

  it('shows the raw rows behind a link', async () => {
    const [link] = logged.engine.context.network.linkItems.all();
    const why = await logged.engine.handlers['link.why']({ linkId: link?.id ?? 0 });
    expect(why.evidence).toHaveLength(2);
    expect(why.evidence.every((row) => row.protocol === 'LLDP' && row.matched !== 'Not matched yet')).toBe(true);
  });

  it('shows a cable that goes down as state and incident within an interval, and closes it when it is back', async () => {
    const port = portNamed(logged.engine, 'r5', 'eth2');
    await until(() => logged.engine.context.network.interfaceItems.get(port.id)?.state === 'up');
    await lab.linkDown('r5', 'eth2');
    const open = await until(
      () => incidentsOpen().find((incident) => incident.title === 'r5 eth2 to r6 eth1 is down'),
      {
        what: 'an incident for the broken cable',
        timeoutMs: SEEN_WITHIN_MS,
      },
    );
    // The other end may have been polled first, and it alone opens the incident: this end follows with its own poll.
    await until(() => logged.engine.context.network.interfaceItems.get(port.id)?.state === 'down', {
      what: 'r5 eth2 to be down',
      timeoutMs: SEEN_WITHIN_MS,
    });
    expect(lines.some((line) => line.kind === 'link' && line.to === 'down')).toBe(true);
    await lab.linkUp('r5', 'eth2');
    await until(() => logged.engine.context.network.incidentItems.get(open.id)?.closedAtMs, {
      what: 'the incident to close',
      timeoutMs: SEEN_WITHIN_MS,
    });
  });

  it('measures a known load within 2 % of the kernel', async () => {
    const { engine } = logged;
    const port = portNamed(engine, 'r2', 'eth1');
    const kernel: KernelPoint[] = [];
    const load = lab.traffic({ from: 'r2', to: 'r1', bitsPerSecond: 8_000_000, seconds: 35 });
    /** By when it was read: the rate beside what the kernel counted between the same two moments. */
    const ratios = new Map<number, number>();
    await until(
      async () => {
        const { outOctets } = await lab.kernelCounters('r2', 'eth1');
        kernel.push({ atMs: Date.now(), octets: Number(outOctets) });
        const why = (await engine.handlers['rate.why']({ interfaceId: port.id })).find(
          (row) => row.metric === 'outBps',
        );
        const [fromMs, toMs] = [why?.previous?.atMs ?? 0, why?.current?.atMs ?? 0];
        const spanned = fromMs > (kernel[0]?.atMs ?? Infinity) && (why?.rate ?? 0) > 4_000_000;
        if (spanned && why?.quality === 'good') ratios.set(toMs, (why.rate ?? 0) / kernelRate(kernel, fromMs, toMs));
        return ratios.size === RATES_COMPARED;
      },
      { what: `${RATES_COMPARED} rates of which both readings lie within the load`, timeoutMs: 35_000, everyMs: 100 },
    );
    // One reading may come late on a machine that is short of processor time; the median tells how we measure.
    const median = [...ratios.values()].toSorted((x, y) => x - y)[Math.floor(RATES_COMPARED / 2)] ?? NaN;
    expect(Math.abs(median - 1)).toBeLessThan(0.02);
    await load;
  });

  it('shows a gap and a restart when snmpd is killed and started, no spike and no zero', async () => {
    const { engine } = logged;
    const port = portNamed(engine, 'r2', 'eth1');
    const device = deviceNamed(engine, 'r2');
    const load = lab.traffic({ from: 'r2', to: 'r1', bitsPerSecond: 8_000_000, seconds: 50 });
    const loadedFromMs = Date.now() + 2 * COUNTER_INTERVAL_S * 1000;
    const latest = () => engine.context.network.interfaceLatest.get(port.id);
    await until(() => (latest()?.atMs ?? 0) > loadedFromMs, { what: 'a rate under load', timeoutMs: 30_000 });
    await lab.killSnmpd('r2');
    const killedAtMs = Date.now();
    await until(() => engine.context.network.deviceItems.get(device.id)?.snmp === 'silent', { timeoutMs: 25_000 });
    expect(engine.context.network.deviceItems.get(device.id)?.icmp).toBe('answers');
    await lab.startSnmpd('r2');
    const restart = await until(
      () =>
        engine.context.network.incidentItems
          .all()
          .find(({ kind, deviceId }) => kind === 'restarted' && deviceId === device.id),
      { what: 'the restart to be noticed', timeoutMs: 40_000 },
    );
    expect(restart.title).toContain('r2');
    const backAtMs = Date.now();
    await until(() => (latest()?.atMs ?? 0) > backAtMs && latest()?.outBps, {
      what: 'a rate again',
      timeoutMs: 30_000,
    });
    await engine.context.store.flush();
    const query = { interfaceId: port.id, metrics: ['outBps' as const], maxPoints: 1000 };
    const read = await engine.handlers['series.interface']({ ...query, fromMs: loadedFromMs, toMs: Date.now() });
    const points = (read.columns['outBps']?.mean ?? []).map((value, index) => ({ value, atMs: read.atMs[index] ?? 0 }));
    const inGap = points.filter(
      ({ atMs }) => atMs > killedAtMs + COUNTER_INTERVAL_S * 1000 && atMs < restart.openedAtMs,
    );
    expect(inGap.length).toBeGreaterThan(0);
    expect(inGap.every(({ value }) => value === null)).toBe(true);
    const known = points.flatMap(({ value }) => value ?? []);
    expect(Math.min(...known)).toBeGreaterThan(8_000_000 * 0.5);
    expect(Math.max(...known)).toBeLessThan(8_000_000 * 1.5);
    await load;
  }, 150_000);

  it('makes one incident of a router without power, with what hangs behind it unreachable and not down', async () => {
    await lab.powerOff('r5');
    await lab.unplugManagement('r6');
    const open = await until(
      () => incidentsOpen().find((incident) => incident.kind === 'device-down' && incident.affected.length === 1),
      { what: 'one incident with r6 behind r5', timeoutMs: 30_000 },
    );
    const { network } = logged.engine.context;
    expect(open.title).toBe('r5 is down');
    expect(network.deviceItems.get(deviceNamed(logged.engine, 'r6').id)?.state).toBe('unreachable');
    expect(incidentsOpen().filter((incident) => incident.kind === 'device-down')).toHaveLength(1);
    await lab.powerOn('r5');
    await lab.plugManagement('r6');
    await until(() => network.incidentItems.get(open.id)?.closedAtMs, {
      what: 'the incident to close',
      timeoutMs: 60_000,
    });
  }, 120_000);

  it('keeps no secret in the file or the log', async () => {
    const secret = 'a-planted-Secret-73';
    await logged.engine.handlers['credential.add']({ name: 'planted', secret: { ...COMMUNITY, community: secret } });
    await logged.engine.context.store.flush();
    const { readFile, readdir } = await import('node:fs/promises');
    for (const name of await readdir(folder.path)) {
      expect((await readFile(folder.file(name))).includes(secret)).toBe(false);
    }
    expect(logged.lines.join('\n')).not.toContain(secret);
    expect(JSON.stringify(logged.engine.context.credentials.items.all())).not.toContain(secret);
  });
});

interface KernelPoint {
  readonly atMs: number;
  readonly octets: number;
}

/** Bits a second between two moments, by the kernel's counters, which were read every 100 ms or so. */
function kernelRate(points: readonly KernelPoint[], fromMs: number, toMs: number): number {
  return ((octetsAt(points, toMs) - octetsAt(points, fromMs)) * 8000) / (toMs - fromMs);
}

function octetsAt(points: readonly KernelPoint[], atMs: number): number {
  const after = points.findIndex((point) => point.atMs >= atMs);
  const [a, b] = [points[after - 1], points[after]];
  if (a === undefined || b === undefined) throw new Error('the kernel was not asked around that moment');
  return a.octets + ((b.octets - a.octets) * (atMs - a.atMs)) / (b.atMs - a.atMs);
}
