/** Hours of samples before now, and a day of incidents: graphs, sparklines and the timeline then have something to show. */
import type { Store } from '../../electron/engine/store/open-store.ts';
import { openStore } from '../../electron/engine/store/open-store.ts';
import { appVersion } from '../../electron/host/app-version.ts';
import { systemClock } from '../../electron/host/system-clock.ts';
import type { PlannedDevice, PlannedNetwork } from './plan-network.ts';
import { rateAt, rttAt } from './run-network.ts';
import { benchLog, deviceIdOf, type PortIds } from './write-network.ts';

const STEP_MS = 120_000;
const HOUR_MS = 3_600_000;
const ROWS_A_FLUSH = 20_000;

export async function writePast(file: string, plan: PlannedNetwork, ports: PortIds, hours: number): Promise<void> {
  const store = await openStore({ file, log: benchLog, clock: systemClock, version: appVersion });
  try {
    writeIncidents(store, plan, Date.now());
    await writeSamples(store, plan, ports, hours);
  } finally {
    await store.close();
  }
}

async function writeSamples(store: Store, plan: PlannedNetwork, ports: PortIds, hours: number): Promise<void> {
  const toMs = Date.now();
  const cabled = plan.links.flatMap((link) => [
    { at: link.a, port: link.aPort },
    { at: link.b, port: link.bPort },
  ]);
  let rows = 0;
  for (let atMs = toMs - hours * HOUR_MS; atMs < toMs; atMs += STEP_MS) {
    store.addDeviceSamples(plan.devices.filter(({ silent }) => !silent).map((device) => deviceSample(device, atMs)));
    for (const { at, port } of cabled) {
      const [device, interfaceId] = [plan.devices[at], ports.get(at)?.[port]];
      if (device === undefined || interfaceId === undefined) continue;
      const [inBps, outBps] = [rateAt(device, port, atMs), rateAt(device, port + 100, atMs)];
      const untold = { inErrors: 0, outErrors: 0, inDiscards: 0, outDiscards: 0 };
      const packets = { inPps: inBps / 6400, outPps: outBps / 6400 };
      store.addInterfaceSamples([{ interfaceId, atMs, quality: 'good', inBps, outBps, ...packets, ...untold }]);
    }
    rows += plan.devices.length + cabled.length;
    if (rows > ROWS_A_FLUSH) {
      await store.flush();
      rows = 0;
    }
  }
  await store.flush();
}

function deviceSample(device: PlannedDevice, atMs: number) {
  const rtt = rttAt(device, atMs);
  const [cpu, memory] = [10 + ((device.at * 13 + atMs / STEP_MS) % 40), 30 + (device.at % 40)];
  const times = { rttMin: rtt * 0.8, rttAvg: rtt, rttMax: rtt * 1.6, jitter: rtt * 0.2 };
  return { deviceId: deviceIdOf(device), atMs, ...times, loss: 0, cpu, memory, pollMs: 40 };
}

/** One in forty devices was down for some minutes in the last day. */
function writeIncidents(store: Store, plan: PlannedNetwork, nowMs: number): void {
  for (const device of plan.devices.filter(({ at }) => at % 40 === 7)) {
    const openedAtMs = nowMs - HOUR_MS * (1 + (device.at % 23)) - (device.at % 60) * 60_000;
    store.put('incidents', [
      {
        id: store.nextId('incidents'),
        kind: 'device-down',
        severity: device.at % 3 === 0 ? 'critical' : 'major',
        title: `${device.name} is down`,
        deviceId: deviceIdOf(device),
        interfaceId: null,
        sensorId: null,
        linkId: null,
        site: device.site,
        affected: '[]',
        openedAtMs,
        closedAtMs: openedAtMs + 60_000 * (3 + (device.at % 50)),
        acknowledgedAtMs: null,
        acknowledgedBy: null,
        cause: null,
        causeText: null,
        causeBy: null,
        causeAtMs: null,
      },
    ]);
  }
}
