/** The network at any moment: who is up, who can be reached from the console, which ports carry. A function of time. */
import type { DemoDevice, DemoLink, DemoPort, HarbourNetwork } from '../harbour/network-types.ts';
import type { DemoSchedule } from '../harbour/schedule.ts';
import { portKey, writeChronicle } from './chronicle.ts';
import type { Chronicle } from './chronicle.ts';
import { begunBy, holdsAt } from './spans.ts';
import type { Span } from './spans.ts';

export interface World {
  readonly network: HarbourNetwork;
  readonly startMs: number;
  readonly schedule: DemoSchedule;
  /** A chronicle that reaches at least one turn of the loop past the moment, so that no span near it changes later. */
  chronicle(atMs: number): Chronicle;
  /** By device name: number of cables between the console's device and it. Who is not in it cannot be reached. */
  hops(atMs: number): ReadonlyMap<string, number>;
}

export interface WorldOptions {
  readonly network: HarbourNetwork;
  readonly schedule: DemoSchedule;
  readonly startMs: number;
}

function upLinks(network: HarbourNetwork, chronicle: Chronicle, atMs: number): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const join = (from: string, to: string): void => {
    const list = neighbours.get(from);
    if (list === undefined) neighbours.set(from, [to]);
    else list.push(to);
  };
  for (const link of network.links) {
    if (link.b === null || holdsAt(chronicle.linkDown.get(link.id) ?? [], atMs)) continue;
    join(link.a.device, link.b.device);
    join(link.b.device, link.a.device);
  }
  return neighbours;
}

/** Breadth-first from the console's device over what is up. Pure. */
export function reachableFrom(network: HarbourNetwork, chronicle: Chronicle, atMs: number): Map<string, number> {
  const hops = new Map<string, number>();
  if (holdsAt(chronicle.off.get(network.consoleDevice) ?? [], atMs)) return hops;
  const neighbours = upLinks(network, chronicle, atMs);
  hops.set(network.consoleDevice, 0);
  for (const [device, distance] of hops) {
    for (const next of neighbours.get(device) ?? []) if (!hops.has(next)) hops.set(next, distance + 1);
  }
  return hops;
}

function lastIndexAtOrBefore(edges: readonly number[], atMs: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] ?? Infinity) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function createWorld(options: WorldOptions): World {
  const { network, schedule, startMs } = options;
  const write = (horizonMs: number): Chronicle => writeChronicle(network, schedule, startMs, horizonMs);
  let chronicle = write(startMs + 3 * schedule.loopMs);
  // Reachability changes only at an edge: the answers for the last stretch between two edges are kept.
  let kept: { chronicle: Chronicle; edge: number; hops: ReadonlyMap<string, number> } | null = null;
  const chronicleAt = (atMs: number): Chronicle => {
    if (atMs + schedule.loopMs > chronicle.horizonMs) chronicle = write(atMs + 3 * schedule.loopMs);
    return chronicle;
  };
  const hops = (atMs: number): ReadonlyMap<string, number> => {
    const current = chronicleAt(atMs);
    const edge = lastIndexAtOrBefore(current.edges, atMs);
    if (kept === null || kept.chronicle !== current || kept.edge !== edge) {
      kept = { chronicle: current, edge, hops: reachableFrom(network, current, atMs) };
    }
    return kept.hops;
  };
  return { network, startMs, schedule, chronicle: chronicleAt, hops };
}

/** When the device last started. */
export function bootedAtMs(world: World, device: DemoDevice, atMs: number): number {
  const offs = world.chronicle(atMs).off.get(device.name) ?? [];
  for (let i = begunBy(offs, atMs) - 1; i >= 0; i -= 1) {
    const end = offs[i]?.toMs ?? Infinity;
    if (end <= atMs) return end;
  }
  return world.startMs - device.upBeforeStartMs;
}

/** How often it has started within the chronicle. */
export function restartsBy(world: World, device: DemoDevice, atMs: number): number {
  const offs = world.chronicle(atMs).off.get(device.name) ?? [];
  return offs.filter((span) => span.toMs <= atMs).length;
}

/** Spans in which a port has no carrier, whatever the reason. */
export function downSpans(world: World, device: DemoDevice, port: DemoPort, atMs: number): readonly Span[] {
  const chronicle = world.chronicle(atMs);
  if (port.linkId !== null) return chronicle.linkDown.get(port.linkId) ?? [];
  return chronicle.portDown.get(portKey(device.name, port.name)) ?? [];
}

export function isLinkUp(world: World, link: DemoLink, atMs: number): boolean {
  return !holdsAt(world.chronicle(atMs).linkDown.get(link.id) ?? [], atMs);
}

/** Whether the console can talk to it. */
export function isReachable(world: World, device: string, atMs: number): boolean {
  return world.hops(atMs).has(device);
}

/** Whether its agent answers: reachable, and not playing dead. */
export function answersSnmp(world: World, device: string, atMs: number): boolean {
  return isReachable(world, device, atMs) && !holdsAt(world.chronicle(atMs).snmpSilent.get(device) ?? [], atMs);
}
