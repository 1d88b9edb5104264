/** Processor, memory, temperature, fans, power and answer time of a device: smooth, unlike its neighbours', deterministic. */
import type { DemoDevice } from '../harbour/network-types.ts';
import { holdsAt } from './spans.ts';
import { fraction } from './traffic.ts';
import type { World } from './world.ts';

const DAY_MS = 86_400_000;
const TURN = 2 * Math.PI;

interface Drift {
  readonly share: number;
  readonly periodMs: number;
  readonly phase: number;
}

const DRIFTS: readonly (readonly [share: number, periodMs: number])[] = [
  [0.5, 2_700_000],
  [0.3, 540_000],
  [0.2, 97_000],
];

/** Keys are few (parts of devices) and asked at each poll, so their drifts are kept. */
const knownDrifts = new Map<string, readonly Drift[]>();

function driftsOf(key: string): readonly Drift[] {
  const known = knownDrifts.get(key);
  if (known !== undefined) return known;
  const drifts = DRIFTS.map(([share, periodMs]) => ({
    share,
    periodMs: periodMs * (0.8 + 0.4 * fraction(`${key} ${periodMs}`)),
    phase: TURN * fraction(`${key} at ${periodMs}`),
  }));
  knownDrifts.set(key, drifts);
  return drifts;
}

/** A smooth wandering in [-1, 1] that belongs to a key. */
export function wander(key: string, atMs: number): number {
  return driftsOf(key).reduce(
    (sum, { share, periodMs, phase }) => sum + share * Math.sin((TURN * (atMs % periodMs)) / periodMs + phase),
    0,
  );
}

/** 1 in the afternoon, -1 before dawn (UTC noon is near enough for how warm a room is). */
function afternoon(atMs: number): number {
  return Math.cos((TURN * ((atMs - 15 * 3_600_000) % DAY_MS)) / DAY_MS);
}

const BASE_PROCESSOR: Readonly<Record<string, number>> = {
  hypervisor: 46,
  firewall: 34,
  storage: 14,
  distribution: 22,
};

/** Percent of one core. */
export function processorPercent(world: World, device: DemoDevice, core: number, atMs: number): number {
  const noise = wander(`${device.name} core ${core}`, atMs);
  const busy = world
    .chronicle(atMs)
    .busy.get(device.name)
    ?.find((span) => span.fromMs <= atMs && atMs < span.toMs);
  if (busy !== undefined) return Math.min(100, Math.round(busy.percent + 2 * noise));
  const base = (BASE_PROCESSOR[device.product.role] ?? 9) * (0.8 + 0.4 * fraction(`${device.name} processor`));
  return Math.max(1, Math.round(base * (1 + 0.2 * afternoon(atMs) + 0.3 * noise)));
}

/** Share of the memory in use, 0 to 1. ng-dist-2 stands at 61 %, as in the picture. */
export function memoryShare(device: DemoDevice, atMs: number): number {
  const base = device.name === 'ng-dist-2' ? 0.61 : 0.35 + 0.4 * fraction(`${device.name} memory`);
  return base + 0.01 * wander(`${device.name} memory`, atMs);
}

export function diskShare(device: DemoDevice, atMs: number): number {
  return 0.25 + 0.5 * fraction(`${device.name} disk`) + 0.002 * wander(`${device.name} disk`, atMs);
}

/** Degrees Celsius at the inlet. */
export function temperatureC(device: DemoDevice, atMs: number): number {
  const own = 3 * (fraction(`${device.name} warm`) - 0.5);
  return device.product.temperatureC + own + 1.6 * afternoon(atMs) + 0.6 * wander(`${device.name} warm`, atMs);
}

export function fanFailed(world: World, device: DemoDevice, fan: number, atMs: number): boolean {
  return holdsAt(world.chronicle(atMs).fanFailed.get(`${device.name} ${fan}`) ?? [], atMs);
}

/** Turns a minute; 0 for a failed fan. */
export function fanRpm(world: World, device: DemoDevice, fan: number, atMs: number): number {
  if (fanFailed(world, device, fan, atMs)) return 0;
  return Math.round(
    4800 + 600 * fraction(`${device.name} fan ${fan}`) + 120 * wander(`${device.name} fan ${fan}`, atMs),
  );
}

/** Watts of one supply. */
export function supplyWatts(device: DemoDevice, supply: number, atMs: number): number {
  const share = device.product.watts / Math.max(1, device.product.supplies);
  return Math.round(share * (1 + 0.04 * wander(`${device.name} supply ${supply}`, atMs)));
}

/** A dirty patch cord: nearer to its limit than the others, and the reason why this uplink flaps. */
const DIM = 'ng-dist-2 Te1/0/7';

/** Light that an optical port receives, dBm. */
export function receivedDbm(device: DemoDevice, port: string, atMs: number): number {
  if (`${device.name} ${port}` === DIM) return -13.1 + 0.25 * wander(`${DIM} light`, atMs);
  return -6.2 - 1.6 * fraction(`${device.name} ${port} light`) + 0.1 * wander(`${device.name} ${port} light`, atMs);
}

/** Light that it sends, dBm. */
export function sentDbm(device: DemoDevice, port: string, atMs: number): number {
  return -2.4 - 0.8 * fraction(`${device.name} ${port} laser`) + 0.05 * wander(`${device.name} ${port} laser`, atMs);
}

export function biasMilliamperes(device: DemoDevice, port: string, atMs: number): number {
  return 28 + 12 * fraction(`${device.name} ${port} bias`) + 0.4 * wander(`${device.name} ${port} bias`, atMs);
}

export function opticTemperatureC(device: DemoDevice, port: string, atMs: number): number {
  return (
    31 +
    7 * fraction(`${device.name} ${port} warm`) +
    afternoon(atMs) +
    0.4 * wander(`${device.name} ${port} warm`, atMs)
  );
}

export function opticVolts(device: DemoDevice, port: string, atMs: number): number {
  return 3.29 + 0.02 * wander(`${device.name} ${port} volts`, atMs);
}

/** What the Depot's leased line adds, both ways. */
const LEASED_LINE_MS = 4.1;

/** Round trip over so many cables, with jitter that belongs to the probe. */
export function roundTripMs(device: DemoDevice, hops: number, atMs: number, probe: number): number {
  const line = device.site === 'Depot' ? LEASED_LINE_MS : 0;
  const base = 1.1 + 0.32 * hops + line + 0.15 * fraction(`${device.name} rtt`);
  const spread = fraction(`${device.name} ${atMs} ${probe}`);
  // Most answers are quick, one in some hundred is late: a control plane has other things to do.
  const late = spread > 0.993 ? 3 + 4 * fraction(`${atMs} ${device.name}`) : 0;
  return base + 0.3 * spread ** 3 + 0.1 * wander(`${device.name} rtt`, atMs) + late;
}
