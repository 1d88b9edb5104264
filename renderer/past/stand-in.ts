/** A topic as it was at a moment: from the items of now, and what the file kept. Pure. */
import type { Device, NetworkInterface } from '../../shared/contract/devices.ts';
import type { CallResult } from '../../shared/contract/index.ts';
import type { HealthThen, LinkThen, Moment, UseThen } from '../../shared/contract/moments.ts';
import type { DeviceLatest, InterfaceLatest } from '../../shared/contract/series.ts';
import type { Link } from '../../shared/contract/topology.ts';
import type { Item, TopicState } from '../engine/topic-store.ts';

export type PortsThen = CallResult<'moment.read-ports'>;

const notLater = (ms: number | null, atMs: number): number | null => (ms !== null && ms <= atMs ? ms : null);

/** Those that were in the network then. An answer or a start that lies before the moment is still the last one of then. */
export function devicesThen(devices: ReadonlyMap<number | string, Device>, moment: Moment): readonly Device[] {
  return moment.devices.flatMap(({ id, state, stateSinceMs, stateBecause }) => {
    const device = devices.get(id);
    if (device === undefined) return [];
    return [
      {
        ...device,
        state,
        stateSinceMs: stateSinceMs ?? device.addedAtMs,
        stateBecause,
        icmp: 'unknown' as const,
        snmp: 'unknown' as const,
        ssh: 'unknown' as const,
        problem: null,
        lastAnswerAtMs: notLater(device.lastAnswerAtMs, moment.atMs),
        bootedAtMs: notLater(device.bootedAtMs, moment.atMs),
      },
    ];
  });
}

export function linksThen({ links, incidents }: Moment): readonly Link[] {
  const flapping = new Set(incidents.filter(({ kind }) => kind === 'flapping').map(({ linkId }) => linkId));
  return links.map(({ goneAtMs: _goneAtMs, ...link }: LinkThen) => ({
    ...link,
    ageing: false,
    flapping: flapping.has(link.id),
  }));
}

const UNTOLD = { inPps: null, outPps: null, inErrors: null, outErrors: null, inDiscards: null, outDiscards: null };

export function ratesThen(use: readonly UseThen[], atMs: number): readonly InterfaceLatest[] {
  return use.map((one) => ({ ...one, ...UNTOLD, atMs, quality: one.inBps === null ? 'missing' : 'good' }));
}

export function healthThen(health: readonly HealthThen[], atMs: number): readonly DeviceLatest[] {
  return health.map(({ id, rttAvg, loss, cpu, memory }) => ({
    id,
    icmpAtMs: loss === null ? null : atMs,
    rttMin: null,
    rttAvg,
    rttMax: null,
    jitter: null,
    loss,
    healthAtMs: cpu === null && memory === null ? null : atMs,
    cpu,
    memory,
    pollMs: null,
  }));
}

/** Ports that the device had then; while they are not read yet, all are of unknown state. */
export function portsThen(ports: readonly NetworkInterface[], then: PortsThen | null): readonly NetworkInterface[] {
  if (then === null) return ports.map((port) => ({ ...port, state: 'unknown' as const }));
  const states = new Map(then.ports.map((port) => [port.id, port]));
  return ports.flatMap((port) => {
    const known = states.get(port.id);
    if (known === undefined) return [];
    return [{ ...port, state: known.state, stateSinceMs: known.stateSinceMs ?? port.stateSinceMs, removedAtMs: null }];
  });
}

/** Where the moment could not be read: all that is known of now, and of nothing how it was. */
export function unreadMoment(devices: readonly Device[], links: readonly Link[], atMs: number): Moment {
  const unknown = { state: 'unknown' as const, stateSinceMs: null, stateBecause: null };
  return {
    atMs,
    coverage: 'unrecorded',
    gap: null,
    devices: devices.filter(({ addedAtMs }) => addedAtMs <= atMs).map(({ id }) => ({ id, ...unknown })),
    links: links
      .filter(({ firstSeenAtMs }) => firstSeenAtMs <= atMs)
      .map(({ flapping: _flapping, ageing: _ageing, ...link }) => ({
        ...link,
        state: 'unknown' as const,
        goneAtMs: null,
      })),
    incidents: [],
    use: [],
    health: [],
  };
}

let made = 0;

/** Versions of what stands in count downwards, so that none is ever that of a live state. */
export function asState(items: readonly Item[], live: TopicState<Item>): TopicState<Item> {
  made += 1;
  return { ...live, version: -made, byId: new Map(items.map((item) => [item.id, item])), items };
}
