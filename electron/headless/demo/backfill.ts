/** The day before the start as polling would have found it, so that graphs and timeline are not empty at first sight. */
import type { BackfillIncident, BackfillInterface, BackfillRecord, BackfillSample } from './demo-network.ts';
import type { DemoDevice, DemoPort, HarbourNetwork } from './harbour/network-types.ts';
import { PAST_INCIDENTS } from './harbour/past-incidents.ts';
import type { PastIncident } from './harbour/past-incidents.ts';
import { devicesAt } from './truth.ts';
import { OPER, countersBeganMs, inputErrorsAt, meanBitsPerSecond, operStatusAt } from './world/counters.ts';
import { upTo } from './harbour/parts.ts';
import { fanRpm, memoryShare, processorPercent, roundTripMs, temperatureC } from './world/health.ts';
import { answersSnmp, bootedAtMs } from './world/world.ts';
import type { World } from './world/world.ts';

/** Probes of one step that are looked at for loss. */
const PROBES = 6;

const inUse = (port: DemoPort): boolean => port.use === 'link' || port.use === 'host' || port.use === 'aggregate';

function interfaceSample(
  world: World,
  device: DemoDevice,
  port: DemoPort,
  [fromMs, toMs]: readonly [number, number],
  polledTwice: boolean,
): BackfillInterface {
  const rated = polledTwice && countersBeganMs(world, device, port, toMs) <= fromMs;
  const errors = rated ? inputErrorsAt(world, device, port, toMs) - inputErrorsAt(world, device, port, fromMs) : null;
  return {
    ifIndex: port.ifIndex,
    name: port.name,
    operUp: operStatusAt(world, device, port, toMs) === OPER.up,
    inBps: rated ? meanBitsPerSecond(world, device, port, 'in', fromMs, toMs) : null,
    outBps: rated ? meanBitsPerSecond(world, device, port, 'out', fromMs, toMs) : null,
    inErrorsPerSecond: errors === null ? null : (errors * 1000) / (toMs - fromMs),
  };
}

/** Who could be reached at each probe of a step: looked up once for all devices. */
function probeHops(world: World, fromMs: number, toMs: number): ReadonlyMap<string, number>[] {
  return Array.from({ length: PROBES }, (_, i) => world.hops(Math.round(toMs - ((toMs - fromMs) * i) / PROBES)));
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

interface Step {
  readonly fromMs: number;
  readonly toMs: number;
  /** Null when the step before this one is missing (console asleep): no rate then. */
  readonly before: ReadonlyMap<string, number> | null;
  readonly probes: readonly ReadonlyMap<string, number>[];
}

/** Those that people look at first: a day of every sensor would be most of the file. */
const pastSensors = (world: World, device: DemoDevice, atMs: number): BackfillSample['sensors'] => [
  { name: 'Inlet temperature', value: temperatureC(device, atMs) },
  ...upTo(device.product.fans).map((fan) => ({ name: `Fan ${fan} speed`, value: fanRpm(world, device, fan, atMs) })),
];

function deviceSample(world: World, device: DemoDevice, step: Step): BackfillSample {
  const { fromMs, toMs } = step;
  const hops = step.probes.map((probe) => probe.get(device.name));
  const rtts = hops.flatMap((count, i) => (count === undefined ? [] : [roundTripMs(device, count, toMs, i)]));
  const reachable = hops[0] !== undefined;
  const polled = reachable && answersSnmp(world, device.name, toMs);
  const polledTwice = polled && (step.before?.has(device.name) ?? false) && bootedAtMs(world, device, toMs) <= fromMs;
  const ports = polled ? device.ports.filter(inUse) : [];
  return {
    kind: 'sample',
    atMs: toMs,
    address: device.address,
    reachable,
    rttMs: mean(rtts),
    lossPercent: (100 * (hops.length - rtts.length)) / hops.length,
    processorPercent: polled ? processorPercent(world, device, 0, toMs) : null,
    memoryPercent: polled ? 100 * memoryShare(device, toMs) : null,
    temperatureC: polled ? temperatureC(device, toMs) : null,
    sensors: polled ? pastSensors(world, device, toMs) : [],
    interfaces: ports.map((port) => interfaceSample(world, device, port, [fromMs, toMs], polledTwice)),
  };
}

function addressedIncident(network: HarbourNetwork, past: PastIncident, startMs: number): BackfillIncident {
  const { device: name, affected, fromMs, toMs, notes, ...rest } = past;
  const device = name === null ? undefined : network.devices.get(name);
  const port = device?.ports.find((candidate) => candidate.name === past.port);
  return {
    ...rest,
    address: device?.address ?? null,
    ifIndex: port?.ifIndex ?? null,
    affectedAddresses: affected.flatMap((each) => network.devices.get(each)?.address ?? []),
    openedAtMs: startMs + fromMs,
    closedAtMs: toMs === null ? null : startMs + toMs,
    notes: notes.map((note) => ({ ...note, atMs: startMs + note.atMs })),
  };
}

function* samples(world: World, fromMs: number, toMs: number, stepMs: number): IterableIterator<BackfillSample> {
  const asleep = (atMs: number): boolean =>
    world.schedule.asleep.some((span) => atMs >= world.startMs + span.fromMs && atMs < world.startMs + span.toMs);
  let before: ReadonlyMap<string, number> | null = null;
  for (let atMs = Math.ceil(fromMs / stepMs) * stepMs; atMs <= toMs; atMs += stepMs) {
    if (asleep(atMs)) {
      before = null;
      continue;
    }
    const probes = probeHops(world, atMs - stepMs, atMs);
    const step = { fromMs: atMs - stepMs, toMs: atMs, before, probes };
    for (const device of devicesAt(world, atMs)) yield deviceSample(world, device, step);
    before = probes[0] ?? null;
  }
}

/** Samples of every step and the incidents that opened in the stretch, in order of time. */
export function* backfill(
  world: World,
  fromMs: number,
  toMs: number,
  stepMs: number,
): IterableIterator<BackfillRecord> {
  const incidents = PAST_INCIDENTS.map((past) => addressedIncident(world.network, past, world.startMs))
    .filter((incident) => incident.openedAtMs >= fromMs && incident.openedAtMs <= toMs)
    .toSorted((a, b) => a.openedAtMs - b.openedAtMs);
  let told = 0;
  const due = function* (atMs: number): IterableIterator<BackfillRecord> {
    for (let next = incidents[told]; next !== undefined && next.openedAtMs <= atMs; next = incidents[told]) {
      told += 1;
      yield { kind: 'incident', incident: next };
    }
  };
  for (const sample of samples(world, fromMs, toMs, stepMs)) {
    yield* due(sample.atMs);
    yield sample;
  }
  yield* due(toMs);
}
