/** The network as it really is at a moment: what tests compare readings with. */
import type { DemoTruth, TruthDevice, TruthEnd, TruthLink } from './demo-network.ts';
import type { DemoDevice, DemoLink, LinkEnd } from './harbour/network-types.ts';
import { holdsAt } from './world/spans.ts';
import { octetsAt } from './world/counters.ts';
import { answersSnmp, bootedAtMs, isLinkUp, isReachable } from './world/world.ts';
import type { World } from './world/world.ts';

/** Those that have not been taken out of service. */
export function devicesAt(world: World, atMs: number): DemoDevice[] {
  const { removedAtMs } = world.chronicle(atMs);
  return [...world.network.devices.values()].filter((device) => (removedAtMs.get(device.name) ?? Infinity) > atMs);
}

function deviceTruth(world: World, device: DemoDevice, atMs: number): TruthDevice {
  return {
    name: device.name,
    address: device.address,
    site: device.site,
    up: !holdsAt(world.chronicle(atMs).off.get(device.name) ?? [], atMs),
    reachable: isReachable(world, device.name, atMs),
    answersSnmp: answersSnmp(world, device.name, atMs),
    bootedAtMs: bootedAtMs(world, device, atMs),
    ports: device.ports.length,
  };
}

export function linkTruth(world: World, link: DemoLink, atMs: number): TruthLink {
  const end = ({ device, ifIndex, port }: LinkEnd): TruthEnd => ({
    device,
    address: world.network.devices.get(device)?.address ?? '',
    ifIndex,
    port,
  });
  return {
    a: end(link.a),
    b: link.b === null ? null : end(link.b),
    outside: link.outside?.name ?? null,
    speedBps: link.speedBps,
    up: isLinkUp(world, link, atMs),
    heardBy: link.heardBy,
  };
}

export function tellTruth(world: World, atMs: number): DemoTruth {
  const devices = devicesAt(world, atMs);
  const names = new Set(devices.map((device) => device.name));
  const links = world.network.links.filter(
    (link) => names.has(link.a.device) && (link.b === null || names.has(link.b.device)),
  );
  return {
    devices: devices.map((device) => deviceTruth(world, device, atMs)),
    links: links.map((link) => linkTruth(world, link, atMs)),
    octets(address, ifIndex) {
      const device = devices.find((candidate) => candidate.address === address);
      const port = device?.ports.find((candidate) => candidate.ifIndex === ifIndex);
      if (device === undefined || port === undefined) return null;
      return { in: octetsAt(world, device, port, 'in', atMs), out: octetsAt(world, device, port, 'out', atMs) };
    },
  };
}
