/**
 * Traffic as a formula. The rate of one direction of one port is
 *
 *     rate(t) = mean * (1 + sum of amplitude * cos(2 pi (t - crest) / period))        octets a second, t = wall time in ms
 *
 * The day and half-day waves are shared, the short ones have periods and crests of their own per port, so no two ports look
 * alike. Octets between two moments are the integral, in closed form: no state, no drift, and a test can compute the same.
 */

export interface Wave {
  readonly periodMs: number;
  readonly amplitude: number;
  readonly crestMs: number;
}

export interface Flow {
  /** A whole number, so that the long part of the integral is exact in integers. */
  readonly meanOctetsPerSecond: number;
  readonly waves: readonly Wave[];
}

const DAY_MS = 86_400_000;
const TURN = 2 * Math.PI;

/** A number in [0, 1) that belongs to a text: FNV-1a, then one round of mixing. */
export function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

function angle(wave: Wave, atMs: number): number {
  return (TURN * ((atMs - wave.crestMs) % wave.periodMs)) / wave.periodMs;
}

/** Octets a second at a moment. */
export function rateAt(flow: Flow, atMs: number): number {
  const swing = flow.waves.reduce((sum, wave) => sum + wave.amplitude * Math.cos(angle(wave, atMs)), 0);
  return flow.meanOctetsPerSecond * (1 + swing);
}

function swungOctets(flow: Flow, atMs: number): number {
  let sum = 0;
  for (const wave of flow.waves) sum += ((wave.amplitude * wave.periodMs) / TURN) * Math.sin(angle(wave, atMs));
  return (flow.meanOctetsPerSecond * sum) / 1000;
}

/** Thousandths of octets between two moments: exact where 212 days at 100 Gbit/s would not fit a double. */
export function milliOctetsBetween(flow: Flow, fromMs: number, toMs: number): bigint {
  const steady = BigInt(flow.meanOctetsPerSecond) * BigInt(toMs - fromMs);
  return steady + BigInt(Math.round((swungOctets(flow, toMs) - swungOctets(flow, fromMs)) * 1000));
}

/** The same as a double, for short spans. */
export function octetsBetween(flow: Flow, fromMs: number, toMs: number): number {
  return (flow.meanOctetsPerSecond * (toMs - fromMs)) / 1000 + swungOctets(flow, toMs) - swungOctets(flow, fromMs);
}

export interface FlowWish {
  /** Decides crests and periods: unique per port and direction. */
  readonly key: string;
  readonly speedBps: number;
  /** Percent of the speed at 16:05 local time, short waves left out. */
  readonly percent: number;
  /** True for what does not follow the working day (a backup stream, a busy hypervisor). */
  readonly flat: boolean;
  /** Wall time of some local midnight. */
  readonly midnightMs: number;
}

const REFERENCE_MS = (16 * 60 + 5) * 60_000;
const SHORT_WAVES: readonly (readonly [periodMs: number, amplitude: number])[] = [
  [3_180_000, 0.05],
  [660_000, 0.04],
  [186_000, 0.03],
  [47_000, 0.02],
];

function dayWaves(wish: FlowWish): Wave[] {
  const depth = wish.flat ? 0.08 : 1;
  const crestMs = wish.midnightMs + 15 * 3_600_000 + (fraction(`${wish.key} crest`) - 0.5) * 3_600_000;
  return [
    { periodMs: DAY_MS, amplitude: 0.3 * depth, crestMs: Math.round(crestMs) },
    { periodMs: DAY_MS / 2, amplitude: 0.07 * depth, crestMs: Math.round(crestMs - 2 * 3_600_000) },
  ];
}

function shortWaves(wish: FlowWish): Wave[] {
  const calm = wish.flat || wish.percent > 85 ? 0.25 : 1;
  return SHORT_WAVES.map(([periodMs, amplitude], i) => {
    const period = Math.round(periodMs * (0.85 + 0.3 * fraction(`${wish.key} period ${i}`)));
    return {
      periodMs: period,
      amplitude: amplitude * calm,
      crestMs: Math.round(period * fraction(`${wish.key} ${i}`)),
    };
  });
}

/** The flow that carries `percent` of the speed at 16:05 local time. */
export function makeFlow(wish: FlowWish): Flow {
  const days = dayWaves(wish);
  const shape = rateAt({ meanOctetsPerSecond: 1, waves: days }, wish.midnightMs + REFERENCE_MS);
  const meanOctetsPerSecond = Math.round((wish.speedBps * wish.percent) / 100 / 8 / shape);
  return { meanOctetsPerSecond, waves: [...days, ...shortWaves(wish)] };
}
