/** Counters of a port at a moment: the traffic's integral since the counters began, less what no carrier let through. */
import type { DemoDevice, DemoPort } from '../harbour/network-types.ts';
import { portKey } from './chronicle.ts';
import type { Chronicle } from './chronicle.ts';
import { begunBy, coveredMs, holdsAt, lastEdge, spansWithin } from './spans.ts';
import type { Span } from './spans.ts';
import { fraction, milliOctetsBetween, octetsBetween } from './traffic.ts';
import type { Flow } from './traffic.ts';
import { bootedAtMs, downSpans } from './world.ts';
import type { World } from './world.ts';

export type Direction = 'in' | 'out';

/** IF-MIB ifOperStatus. */
export const OPER = { up: 1, down: 2, unknown: 4 } as const;

/** Running totals of what flow the down spans of a link swallowed; kept as long as the chronicle lives. */
const swallowed = new WeakMap<Chronicle, Map<string, bigint[]>>();

function swallowedTotals(chronicle: Chronicle, key: string, flow: Flow, spans: readonly Span[]): bigint[] {
  const totals = swallowed.get(chronicle) ?? new Map<string, bigint[]>();
  swallowed.set(chronicle, totals);
  const known = totals.get(key);
  if (known !== undefined) return known;
  const sums = [0n];
  for (const span of spans) {
    const lost = Number.isFinite(span.toMs) ? milliOctetsBetween(flow, span.fromMs, span.toMs) : 0n;
    sums.push((sums.at(-1) ?? 0n) + lost);
  }
  totals.set(key, sums);
  return sums;
}

/** Thousandths of octets lost between two moments: whole spans from the totals, the two at the rims by themselves. */
function lostMilliOctets(flow: Flow, spans: readonly Span[], totals: bigint[], fromMs: number, toMs: number): bigint {
  const first = begunBy(spans, fromMs);
  const end = begunBy(spans, toMs);
  let lost = (totals[Math.max(first, end - 1)] ?? 0n) - (totals[first] ?? 0n);
  for (const rim of new Set([spans[first - 1], end > first ? spans[end - 1] : undefined])) {
    if (rim === undefined) continue;
    const from = Math.max(rim.fromMs, fromMs);
    const to = Math.min(rim.toMs, toMs);
    if (to > from) lost += milliOctetsBetween(flow, from, to);
  }
  return lost;
}

/** When the port's counters began: the last start, or the last clearing after it. */
export function countersBeganMs(world: World, device: DemoDevice, port: DemoPort, atMs: number): number {
  const booted = bootedAtMs(world, device, atMs);
  const cleared = world.chronicle(atMs).cleared.get(portKey(device.name, port.name)) ?? [];
  return cleared.reduce((latest, moment) => (moment <= atMs && moment > latest ? moment : latest), booted);
}

function flowOctets(world: World, device: DemoDevice, port: DemoPort, direction: Direction, atMs: number): bigint {
  const flow = direction === 'in' ? port.inFlow : port.outFlow;
  if (flow === null || port.use === 'spare') return 0n;
  const beganMs = countersBeganMs(world, device, port, atMs);
  const spans = downSpans(world, device, port, atMs);
  const all = milliOctetsBetween(flow, beganMs, atMs);
  if (spans.length === 0) return all / 1000n;
  const key = `${device.name} ${port.ifIndex} ${direction}`;
  const totals = swallowedTotals(world.chronicle(atMs), key, flow, spans);
  return (all - lostMilliOctets(flow, spans, totals, beganMs, atMs)) / 1000n;
}

function membersOf(device: DemoDevice, port: DemoPort): DemoPort[] {
  return device.ports.filter((candidate) => port.members.includes(candidate.ifIndex));
}

/** Octets since the counters began. An aggregate counts what its members count. */
export function octetsAt(world: World, device: DemoDevice, port: DemoPort, direction: Direction, atMs: number): bigint {
  if (port.use !== 'aggregate') return flowOctets(world, device, port, direction, atMs);
  const members = membersOf(device, port);
  return members.reduce((sum, member) => sum + flowOctets(world, device, member, direction, atMs), 0n);
}

const packetSizes = new WeakMap<DemoPort, bigint>();

/** Packets go with the octets: a port has a mean packet size of its own, 380 to 1,180 octets. */
export function packetSize(device: DemoDevice, port: DemoPort): bigint {
  const known = packetSizes.get(port);
  if (known !== undefined) return known;
  const size = BigInt(380 + Math.floor(800 * fraction(`${device.name} ${port.name} packet`)));
  packetSizes.set(port, size);
  return size;
}

export function inputErrorsAt(world: World, device: DemoDevice, port: DemoPort, atMs: number): number {
  const rated = world.chronicle(atMs).errors.get(portKey(device.name, port.name)) ?? [];
  if (rated.length === 0) return 0;
  const beganMs = countersBeganMs(world, device, port, atMs);
  return rated.reduce(
    (sum, { spans, perMinute }) => sum + Math.floor((coveredMs(spans, beganMs, atMs) * perMinute) / 60_000),
    0,
  );
}

export function operStatusAt(world: World, device: DemoDevice, port: DemoPort, atMs: number): number {
  if (!port.adminUp || port.use === 'spare') return OPER.down;
  if (port.use === 'mute') return OPER.unknown;
  if (port.use === 'aggregate') {
    const up = membersOf(device, port).some((member) => operStatusAt(world, device, member, atMs) === OPER.up);
    return up ? OPER.up : OPER.down;
  }
  return holdsAt(downSpans(world, device, port, atMs), atMs) ? OPER.down : OPER.up;
}

/** How long after a start a port with a cable comes up. */
const COMES_UP_MS = 30_000;

/** Moment of the last change of ifOperStatus, never before the last start. */
export function lastChangeMs(world: World, device: DemoDevice, port: DemoPort, atMs: number): number {
  const booted = bootedAtMs(world, device, atMs);
  const edge = lastEdge(downSpans(world, device, port, atMs), atMs) ?? -Infinity;
  if (edge > booted) return edge;
  const settled = port.use === 'link' || port.use === 'host' ? booted + COMES_UP_MS : booted;
  return Math.min(settled, atMs);
}

/** Mean bits a second between two moments, as a poller would have found; carrier losses count as nothing sent. */
export function meanBitsPerSecond(
  world: World,
  device: DemoDevice,
  port: DemoPort,
  direction: Direction,
  fromMs: number,
  toMs: number,
): number {
  if (port.use === 'aggregate') {
    return membersOf(device, port).reduce(
      (sum, member) => sum + meanBitsPerSecond(world, device, member, direction, fromMs, toMs),
      0,
    );
  }
  const flow = direction === 'in' ? port.inFlow : port.outFlow;
  if (flow === null || port.use === 'spare') return 0;
  let octets = octetsBetween(flow, fromMs, toMs);
  for (const span of spansWithin(downSpans(world, device, port, toMs), fromMs, toMs)) {
    octets -= octetsBetween(flow, span.fromMs, span.toMs);
  }
  return Math.max(0, (octets * 8000) / (toMs - fromMs));
}
