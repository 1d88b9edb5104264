/** A made-up network for `bench/map.ts`: sites of routers, switches and servers with places, links and rates. Always the same. */
import type { Device } from '../shared/contract/devices.ts';
import type { InterfaceLatest } from '../shared/contract/series.ts';
import type { Link, Position } from '../shared/contract/topology.ts';

export interface MadeUp {
  readonly devices: readonly Device[];
  readonly links: readonly Link[];
  readonly positions: readonly Position[];
  readonly samples: readonly InterfaceLatest[];
}

const SITE_SIZE = 100;
const COLUMNS = 20;
const STEP = { x: 110, y: 110 } as const;
const SITE_GAP = 160;
const LINKS_A_DEVICE = 2;

/** mulberry32: the same numbers in each run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function kindOf(inSite: number): Device['kind'] {
  if (inSite < 2) return 'router';
  if (inSite < 12) return 'l3-switch';
  return inSite % 5 === 0 ? 'server' : 'switch';
}

function deviceOf(i: number, atMs: number): Device {
  return {
    id: i + 1,
    uid: `bench-${i}`,
    name: `site-${Math.floor(i / SITE_SIZE)}-${kindOf(i % SITE_SIZE)}-${i % SITE_SIZE}`,
    address: `10.${Math.floor(i / 62_500)}.${Math.floor(i / 250) % 250}.${(i % 250) + 1}`,
    sshPort: 22,
    site: `Site ${Math.floor(i / SITE_SIZE)}`,
    kindPinned: false,
    maintenanceUntilMs: null,
    kind: kindOf(i % SITE_SIZE),
    managed: true,
    vendor: 'Bench',
    model: null,
    os: null,
    osVersion: null,
    serial: null,
    sysName: null,
    sysDescr: null,
    sysObjectId: null,
    location: null,
    contact: null,
    state: i % 97 === 5 ? 'degraded' : 'up',
    stateSinceMs: atMs,
    stateBecause: null,
    icmp: 'answers',
    snmp: 'answers',
    ssh: 'unused',
    problem: null,
    lastAnswerAtMs: atMs,
    bootedAtMs: null,
    pollIntervalMs: null,
    addedAtMs: atMs,
  };
}

function positionOf(i: number, sites: number): Position {
  const acrossSites = Math.ceil(Math.sqrt(sites * 0.6));
  const site = Math.floor(i / SITE_SIZE);
  const inSite = i % SITE_SIZE;
  const rows = Math.ceil(SITE_SIZE / COLUMNS);
  return {
    id: i + 1,
    x: (site % acrossSites) * (COLUMNS * STEP.x + SITE_GAP) + (inSite % COLUMNS) * STEP.x,
    y: Math.floor(site / acrossSites) * (rows * STEP.y + SITE_GAP) + Math.floor(inSite / COLUMNS) * STEP.y,
    pinned: false,
  };
}

/** Mostly inside of a site, upwards; one in twenty to a router of another site. */
function endsOf(count: number, next: () => number): readonly (readonly [number, number])[] {
  return Array.from({ length: count * LINKS_A_DEVICE }, (_, i) => {
    const from = i % count;
    const site = Math.floor(from / SITE_SIZE) * SITE_SIZE;
    if (next() < 0.05) return [from, Math.floor((next() * count) / SITE_SIZE) * SITE_SIZE];
    const above = Math.min(count - 1, site + Math.floor(next() * Math.max(2, (from - site) / 2)));
    return [from, above === from ? (from + 1) % count : above];
  });
}

export function madeUpNetwork(count: number, atMs: number): MadeUp {
  const next = random(7);
  const ends = endsOf(count, next);
  const sites = Math.ceil(count / SITE_SIZE);
  const end = (device: number, port: number) => ({
    deviceId: device + 1,
    interfaceId: port,
    port: `Te1/0/${port % 48}`,
  });
  return {
    devices: Array.from({ length: count }, (_, i) => deviceOf(i, atMs)),
    positions: Array.from({ length: count }, (_, i) => positionOf(i, sites)),
    links: ends.map(([a, b], i) => ({
      id: i + 1,
      a: end(a, i * 2 + 1),
      b: end(b, i * 2 + 2),
      confidence: 'confirmed',
      ageing: false,
      protocols: ['LLDP'],
      rule: '2 LLDP two-sided',
      state: 'up',
      stateSinceMs: atMs,
      flapping: false,
      speedBps: next() < 0.1 ? 100e9 : 10e9,
      firstSeenAtMs: atMs,
      lastSeenAtMs: atMs,
    })),
    samples: ends.flatMap(([a, b], i) => [
      sampleOf(i * 2 + 1, a + 1, atMs, next()),
      sampleOf(i * 2 + 2, b + 1, atMs, next()),
    ]),
  };
}

function sampleOf(id: number, deviceId: number, atMs: number, share: number): InterfaceLatest {
  const bps = share * 10e9;
  return {
    id,
    deviceId,
    atMs,
    quality: 'good',
    inBps: bps,
    outBps: bps,
    inPps: null,
    outPps: null,
    inErrors: 0,
    outErrors: 0,
    inDiscards: 0,
    outDiscards: 0,
    inUse: share * 100,
    outUse: share * 100,
  };
}
