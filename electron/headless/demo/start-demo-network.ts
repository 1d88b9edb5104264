/** Brings the simulated network up: one UDP socket on loopback per device, and the truth about it. */
import { openEchoClient } from './agent/echo.ts';
import { openAgent } from './agent/open-agent.ts';
import type { Agent } from './agent/open-agent.ts';
import type { ObjectIndex } from './agent/object-index.ts';
import { backfill } from './backfill.ts';
import type { DemoNetwork, DemoOptions, RemovedDevice } from './demo-network.ts';
import { buildNetwork } from './harbour/build-network.ts';
import { configurationsOf } from './harbour/configurations.ts';
import type { DemoDevice } from './harbour/network-types.ts';
import { mapPositions } from './harbour/positions.ts';
import { HARBOUR_SCHEDULE } from './harbour/schedule.ts';
import { indexDevice } from './mib/device-objects.ts';
import { viewDevice } from './mib/device-view.ts';
import type { DeviceView } from './mib/device-view.ts';
import { devicesAt, linkTruth, tellTruth } from './truth.ts';
import { roundTripMs } from './world/health.ts';
import { answersSnmp, createWorld } from './world/world.ts';
import type { World } from './world/world.ts';

const COMMUNITY = 'public';
const SNMP_PORT = 161;
const ECHO_WITHIN_MS = 1000;
const MAINTENANCE_BEFORE_MS = 5 * 60_000;
const MAINTENANCE_MS = 2 * 3_600_000;

function localMidnight(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}

function openDevice(world: World, device: DemoDevice, now: () => number): Promise<Agent> {
  let index: ObjectIndex<DeviceView> | null = null;
  let view: DeviceView | null = null;
  let probe = 0;
  return openAgent<DeviceView>({
    community: COMMUNITY,
    answers: () => answersSnmp(world, device.name, now()),
    echoRttMs: () => {
      const atMs = now();
      const hops = world.hops(atMs).get(device.name);
      probe += 1;
      return hops === undefined ? null : roundTripMs(device, hops, atMs, probe);
    },
    // Made when first asked: a device that nobody reads costs nothing.
    index: () => (index ??= indexDevice(device, world.network)),
    view: () => {
      const atMs = now();
      if (view?.atMs !== atMs) view = viewDevice(world, device, atMs);
      return view;
    },
  });
}

function removedDevices(world: World, atMs: number): RemovedDevice[] {
  return [...world.chronicle(atMs).removedAtMs].flatMap(([name, removedAtMs]) => {
    const device = world.network.devices.get(name);
    if (device === undefined) return [];
    const links = world.network.links.filter((link) => link.a.device === name || link.b?.device === name);
    const { address, site, serial, product } = device;
    const cables = links.map((link) => linkTruth(world, link, atMs));
    return [{ name, address, site, serial, model: product.model, removedAtMs, links: cables }];
  });
}

function sitesOf(devices: readonly DemoDevice[]): { name: string; devices: string[] }[] {
  const sites = new Map<string, string[]>();
  for (const { site, address } of devices) sites.set(site, [...(sites.get(site) ?? []), address]);
  return [...sites].map(([name, addresses]) => ({ name, devices: addresses }));
}

/** Every address of every device, interfaces' own included, to the device's port on loopback. */
function portsByAddress(devices: readonly DemoDevice[], agents: readonly Agent[]): Map<string, number> {
  const ports = new Map<string, number>();
  for (const [i, device] of devices.entries()) {
    const port = agents[i]?.port;
    if (port === undefined) continue;
    const own = device.ports.flatMap((each) => each.addresses.map((given) => given.address));
    for (const address of [device.address, ...own]) ports.set(address, port);
  }
  return ports;
}

/** Starts Harbour Group. Rejects when the system gives no UDP ports on 127.0.0.1. */
export async function startDemoNetwork(options: DemoOptions = {}): Promise<DemoNetwork> {
  const wallClock = options.now ?? Date.now;
  const now = (): number => Math.floor(wallClock());
  const startMs = now();
  const network = buildNetwork(options.seed ?? 'harbour', localMidnight(startMs));
  const world = createWorld({ network, schedule: options.schedule ?? HARBOUR_SCHEDULE, startMs });
  const devices = devicesAt(world, startMs);
  const agents = await Promise.all(devices.map((device) => openDevice(world, device, now)));
  const echoes = await openEchoClient();
  const ports = portsByAddress(devices, agents);
  const storage = network.devices.get('rv-sto-1');
  const began = startMs - MAINTENANCE_BEFORE_MS;
  return {
    name: 'Harbour Group',
    seeds: ['10.10.0.1'],
    community: COMMUNITY,
    ranges: ['10.10.0.0/16', '10.20.0.0/16', '10.30.0.0/16', '10.255.0.0/23'],
    sites: sitesOf(devices),
    positions: mapPositions(),
    removed: removedDevices(world, startMs),
    maintenance:
      storage === undefined
        ? []
        : [{ address: storage.address, fromMs: began, toMs: began + MAINTENANCE_MS, reason: 'disk shelf added' }],
    startedAtMs: startMs,
    endpointOf(address, port) {
      const at = port === SNMP_PORT ? ports.get(address) : undefined;
      return at === undefined ? null : { host: '127.0.0.1', port: at };
    },
    echo(address, withinMs = ECHO_WITHIN_MS) {
      const port = ports.get(address);
      return port === undefined ? Promise.resolve(null) : echoes.ask(port, withinMs);
    },
    truth: (atMs) => tellTruth(world, Math.floor(atMs)),
    backfill: (fromMs, toMs, stepMs) => backfill(world, Math.floor(fromMs), Math.floor(toMs), stepMs),
    configurations: () => configurationsOf(network, startMs),
    async close() {
      await Promise.all([echoes.close(), ...agents.map((agent) => agent.close())]);
    },
  };
}
