/**
 * What the overview says, made of what the topics hold: counts and the first few of each list. Pure; a network of 5,000
 * devices and 10,000 links goes through here once a second, so each function passes over its rows once.
 */
import type { Device } from '../../shared/contract/devices.ts';
import type { DeviceKind, StateWord } from '../../shared/contract/common.ts';
import type { Incident } from '../../shared/contract/incidents.ts';
import type { DeviceLatest, InterfaceLatest } from '../../shared/contract/series.ts';
import type { Link, LinkEnd } from '../../shared/contract/topology.ts';
import { severityPips } from '../ui/SeverityPips.tsx';
import { statesByUrgency } from '../ui/state-marks.ts';
import { topOf } from './top-of.ts';

export type CountByState = Readonly<Record<StateWord, number>>;

export interface KindCount {
  readonly kind: DeviceKind;
  readonly count: number;
  readonly states: CountByState;
}

export interface DeviceCounts {
  /** Polled ones. */
  readonly managed: number;
  /** Neighbours that devices told of and that are not polled: they have no state. */
  readonly heardOf: number;
  readonly states: CountByState;
  /** Most frequent first. */
  readonly kinds: readonly KindCount[];
}

const noStates = (): Record<StateWord, number> => ({
  down: 0,
  degraded: 0,
  blind: 0,
  unreachable: 0,
  suspect: 0,
  unknown: 0,
  maintenance: 0,
  up: 0,
});

export function countDevices(devices: readonly Device[]): DeviceCounts {
  const states = noStates();
  const kinds = new Map<DeviceKind, { kind: DeviceKind; count: number; states: Record<StateWord, number> }>();
  let managed = 0;
  for (const device of devices) {
    if (!device.managed) continue;
    managed += 1;
    states[device.state] += 1;
    const ofKind = kinds.get(device.kind) ?? { kind: device.kind, count: 0, states: noStates() };
    ofKind.count += 1;
    ofKind.states[device.state] += 1;
    kinds.set(device.kind, ofKind);
  }
  const byCount = [...kinds.values()].sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind));
  return { managed, heardOf: devices.length - managed, states, kinds: byCount };
}

/** States that a device should not be in; maintenance is meant. */
export const statesNotUp: readonly StateWord[] = statesByUrgency.filter(
  (state) => state !== 'up' && state !== 'maintenance',
);

/** Devices in one line: one of its own, or all that are unreachable for one and the same reason. */
export interface Trouble {
  readonly state: StateWord;
  readonly because: string | null;
  /** Of the first of them. */
  readonly sinceMs: number;
  /** At least one. */
  readonly devices: readonly Device[];
}

export interface NotUp {
  readonly shown: readonly Trouble[];
  /** Devices in the lines that are left out. */
  readonly more: number;
  readonly total: number;
}

/** Worst first; of one state the newest first, because that is what an operator does not know yet. */
export function devicesNotUp(devices: readonly Device[], count: number): NotUp {
  const bad = devices.filter(({ managed, state }) => managed && statesNotUp.includes(state));
  const lines = Map.groupBy(bad, ({ id, state, stateBecause }) => (state === 'unreachable' ? stateBecause : id));
  const order = (a: Trouble, b: Trouble): number =>
    statesByUrgency.indexOf(a.state) - statesByUrgency.indexOf(b.state) || b.sinceMs - a.sinceMs;
  const troubles = [...lines.values()].flatMap((together) => troubleOf(together) ?? []).sort(order);
  const shown = troubles.slice(0, count);
  return { shown, more: bad.length - shown.reduce((sum, one) => sum + one.devices.length, 0), total: bad.length };
}

function troubleOf(devices: readonly Device[]): Trouble | null {
  const [first] = devices;
  if (first === undefined) return null;
  const sinceMs = devices.reduce((earliest, { stateSinceMs }) => Math.min(earliest, stateSinceMs), first.stateSinceMs);
  return { state: first.state, because: first.stateBecause, sinceMs, devices };
}

export interface OpenIncidents {
  readonly shown: readonly Incident[];
  readonly total: number;
  readonly unacknowledged: number;
  /** The one that closed last; undefined where none is known. */
  readonly lastClosed: Incident | undefined;
}

/** Worst first; of one severity the newest first. */
export function openIncidents(incidents: readonly Incident[], count: number): OpenIncidents {
  const open = incidents.filter(({ closedAtMs }) => closedAtMs === null);
  const order = (a: Incident, b: Incident): number =>
    severityPips[b.severity] - severityPips[a.severity] || b.openedAtMs - a.openedAtMs;
  return {
    shown: open.sort(order).slice(0, count),
    total: open.length,
    unacknowledged: open.filter(({ acknowledgedBy }) => acknowledgedBy === null).length,
    lastClosed: topOf(incidents, 1, ({ closedAtMs }) => closedAtMs)[0],
  };
}

type Latest<T> = (id: number) => T | undefined;

export interface BusyLink {
  readonly link: Link;
  /** The end that the busier direction leaves, and the one it goes to. */
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  readonly percent: number;
  readonly bitsPerSecond: number | null;
}

interface Flow {
  readonly percent: number;
  readonly bitsPerSecond: number | null;
}

/** What leaves an end: its own count, else what the other end received, as the map has it. Older samples count for nothing. */
function leaving(own: LinkEnd, other: LinkEnd, sampleOf: Latest<InterfaceLatest>, freshFromMs: number): Flow | null {
  const fresh = (end: LinkEnd): InterfaceLatest | undefined => {
    const sample = end.interfaceId === null ? undefined : sampleOf(end.interfaceId);
    return sample !== undefined && sample.atMs >= freshFromMs ? sample : undefined;
  };
  const sent = fresh(own);
  if (typeof sent?.outUse === 'number') return { percent: sent.outUse, bitsPerSecond: sent.outBps };
  const heard = fresh(other);
  return typeof heard?.inUse === 'number' ? { percent: heard.inUse, bitsPerSecond: heard.inBps } : null;
}

function busierDirection(link: Link, sampleOf: Latest<InterfaceLatest>, freshFromMs: number): BusyLink | null {
  const { a, b } = link;
  const there = leaving(a, b, sampleOf, freshFromMs);
  const back = leaving(b, a, sampleOf, freshFromMs);
  if (there !== null && there.percent >= (back?.percent ?? 0)) return { link, from: a, to: b, ...there };
  return back === null ? null : { link, from: b, to: a, ...back };
}

/** By the use of their busier direction. A link whose speed or rate nobody knows is not among them. */
export function busiestLinks(
  links: readonly Link[],
  sampleOf: Latest<InterfaceLatest>,
  count: number,
  freshFromMs: number,
): readonly BusyLink[] {
  const busy = (function* () {
    for (const link of links) {
      const found = busierDirection(link, sampleOf, freshFromMs);
      if (found !== null) yield found;
    }
  })();
  return topOf(busy, count, ({ percent }) => percent);
}

export interface Measured {
  readonly device: Device;
  readonly value: number;
}

/** The silent ones are told elsewhere: that all their probes are lost is no news. */
const SILENT: ReadonlySet<StateWord> = new Set(['down', 'unreachable', 'blind', 'unknown']);

/** Devices that answer, by answer time in milliseconds or loss in percent; what was last measured before `freshFromMs` is left out. */
export function worstAnswers(
  devices: readonly Device[],
  latestOf: Latest<DeviceLatest>,
  metric: 'rttAvg' | 'loss',
  count: number,
  freshFromMs: number,
): readonly Measured[] {
  const measured = (function* () {
    for (const device of devices) {
      const latest = SILENT.has(device.state) ? undefined : latestOf(device.id);
      const value = latest?.[metric] ?? null;
      if (value === null || value <= 0 || (latest?.icmpAtMs ?? 0) < freshFromMs) continue;
      yield { device, value };
    }
  })();
  return topOf(measured, count, ({ value }) => value);
}
