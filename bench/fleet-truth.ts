/**
 * What is true of a simulated fleet: its devices and links as its own `fleet.py expected` tells them, and the exact rate of a
 * link, whose octets are a formula of time (fleet.py: `octets`). Written anew here, so that a mistake is not made twice.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundLink, FoundRate } from './fleet-engine.ts';

interface TrueLink {
  readonly a: string;
  readonly aIfIndex: number;
  readonly b: string;
  readonly bIfIndex: number;
  readonly speed: number;
  readonly flaps: boolean;
}

export interface Truth {
  readonly devices: readonly {
    readonly address: string;
    readonly faults: Readonly<Record<string, unknown>> | null;
  }[];
  readonly links: readonly TrueLink[];
  readonly seed: number;
  readonly startedAtS: number;
}

const LARGEST_TRUTH_BYTES = 256 * 1024 * 1024;

export function readTruth(simulator: string, specFile: string, recordings: string): Truth {
  const args = [join(simulator, 'fleet.py'), 'expected', specFile, '--dir', recordings];
  const text = execFileSync('python3', args, { encoding: 'utf8', maxBuffer: LARGEST_TRUTH_BYTES });
  const spec = JSON.parse(readFileSync(specFile, 'utf8')) as { seed?: number; t0?: number };
  const told = JSON.parse(text) as Pick<Truth, 'devices' | 'links'>;
  return { ...told, seed: spec.seed ?? 1, startedAtS: spec.t0 ?? 1_767_225_600 };
}

export interface LinkScore {
  readonly true: number;
  /** True links between devices that answer: the others cannot be read. */
  readonly readable: number;
  /** Both ports right. */
  readonly exact: number;
  /** The right two devices, but a port is wrong or unknown. */
  readonly wrongPort: number;
  /** Links that are none. */
  readonly wrong: number;
  readonly missing: number;
  /** Drawn to a device that never answers, from what its neighbours say. */
  readonly toSilent: number;
}

const endText = (address: string, port: number | string | null): string => `${address} ${port ?? '?'}`;
const pairText = (one: string, other: string): string => [one, other].toSorted().join(' - ');

export function scoreLinks(truth: Truth, found: readonly FoundLink[]): LinkScore {
  const silent = silentDevices(truth);
  const readable = truth.links.filter(({ a, b }) => !silent.has(a) && !silent.has(b));
  const ports = new Set(
    readable.map((link) => pairText(endText(link.a, link.aIfIndex), endText(link.b, link.bIfIndex))),
  );
  const devices = new Set(readable.map((link) => pairText(link.a, link.b)));
  const between = found.filter(({ a, b }) => a.managed && b.managed);
  const isExact = ({ a, b }: FoundLink): boolean =>
    ports.has(pairText(endText(a.address, a.ifIndex), endText(b.address, b.ifIndex)));
  const exact = between.filter(isExact).length;
  const rest = between.filter((link) => !isExact(link));
  const wrongPort = rest.filter(({ a, b }) => devices.has(pairText(a.address, b.address))).length;
  const seen = new Set(between.map(({ a, b }) => pairText(a.address, b.address)));
  return {
    true: truth.links.length,
    readable: readable.length,
    exact,
    wrongPort,
    wrong: rest.length - wrongPort,
    missing: readable.filter(({ a, b }) => !seen.has(pairText(a, b))).length,
    toSilent: found.length - between.length,
  };
}

export const silentDevices = (truth: Truth): ReadonlySet<string> =>
  new Set(truth.devices.filter(({ faults }) => faults?.['silent'] === true).map(({ address }) => address));

/** Relative errors of polled rates beside the formula's mean over the same time, smallest first. */
export function rateErrors(truth: Truth, rates: readonly FoundRate[]): number[] {
  const keys = linkKeys(truth);
  const errors = rates.flatMap((rate) => {
    const known = keys.get(endText(rate.address, rate.ifIndex));
    if (known === undefined) return [];
    const [inKey, outKey] = [
      `L${known.at}${known.end === 'a' ? 'ba' : 'ab'}`,
      `L${known.at}${known.end === 'a' ? 'ab' : 'ba'}`,
    ];
    return [
      errorOf(truth, inKey, known.speed, rate, rate.inBps),
      errorOf(truth, outKey, known.speed, rate, rate.outBps),
    ];
  });
  return errors.filter((error) => error !== null).toSorted((one, other) => one - other);
}

function linkKeys(truth: Truth): Map<string, { at: number; end: 'a' | 'b'; speed: number }> {
  const restarting = new Set(
    truth.devices.filter(({ faults }) => faults?.['rebootEverySec'] !== undefined).map((d) => d.address),
  );
  const keys = new Map<string, { at: number; end: 'a' | 'b'; speed: number }>();
  for (const [at, link] of truth.links.entries()) {
    if (link.flaps) continue;
    if (!restarting.has(link.a)) keys.set(endText(link.a, link.aIfIndex), { at, end: 'a', speed: link.speed });
    if (!restarting.has(link.b)) keys.set(endText(link.b, link.bIfIndex), { at, end: 'b', speed: link.speed });
  }
  return keys;
}

function errorOf(truth: Truth, key: string, speed: number, rate: FoundRate, bps: number | null): number | null {
  if (bps === null) return null;
  const [from, to] = [rate.fromMs / 1000 - truth.startedAtS, rate.toMs / 1000 - truth.startedAtS];
  const exact = (8 * (octetsAt(truth.seed, key, speed, to) - octetsAt(truth.seed, key, speed, from))) / (to - from);
  return exact === 0 ? null : Math.abs(bps - exact) / exact;
}

/** fleet.py: h32, FNV-1a and a mix. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const unit = (text: string): number => hash32(text) / 2 ** 32;

const SWING = 0.5;
const PERIOD_S = 3600;

/** fleet.py: octets(), the integral of mean * (1 + swing * sin(2 pi t / period + phase)) / 8. */
function octetsAt(seed: number, key: string, speed: number, seconds: number): number {
  const mean = Math.trunc(speed * 10 ** (-4 + unit(`${seed}/${key}`) * 3.7));
  const turn = (2 * Math.PI) / PERIOD_S;
  const phase = unit(`${seed}/${key}/phase`) * 2 * Math.PI;
  return (mean / 8) * (seconds + (SWING / turn) * (Math.cos(phase) - Math.cos(turn * seconds + phase)));
}
