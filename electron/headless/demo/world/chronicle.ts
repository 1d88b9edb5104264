/** The schedule unrolled on wall time up to a horizon: which spans of what, per device, link and port. Pure. */
import type { DemoLink, HarbourNetwork } from '../harbour/network-types.ts';
import type { DemoEvent, DemoSchedule } from '../harbour/schedule.ts';
import { joinSpans } from './spans.ts';
import type { Span } from './spans.ts';

export interface Chronicle {
  readonly horizonMs: number;
  /** By device name: without power, or gone for good. */
  readonly off: ReadonlyMap<string, readonly Span[]>;
  /** By link id: no carrier, because of the cable or because an end is off. */
  readonly linkDown: ReadonlyMap<string, readonly Span[]>;
  /** By port key: down though no link of the plan is there (a host behind it comes and goes). */
  readonly portDown: ReadonlyMap<string, readonly Span[]>;
  /** By port key: spans with a number of input errors a minute. */
  readonly errors: ReadonlyMap<string, readonly { readonly spans: readonly Span[]; readonly perMinute: number }[]>;
  /** By port key: moments at which the counters were cleared. */
  readonly cleared: ReadonlyMap<string, readonly number[]>;
  /** By `device fan`. */
  readonly fanFailed: ReadonlyMap<string, readonly Span[]>;
  readonly busy: ReadonlyMap<string, readonly (Span & { readonly percent: number })[]>;
  readonly snmpSilent: ReadonlyMap<string, readonly Span[]>;
  /** By device: moments of change and of saving. */
  readonly configChanged: ReadonlyMap<string, readonly Span[]>;
  readonly removedAtMs: ReadonlyMap<string, number>;
  /** Sorted moments at which reachability may change. */
  readonly edges: readonly number[];
}

export const portKey = (device: string, port: string): string => `${device} ${port}`;

type Timed<E> = E extends DemoEvent ? E : never;

function shifted(events: readonly DemoEvent[], byMs: number): DemoEvent[] {
  return events.map((event): Timed<DemoEvent> => ({ ...event, fromMs: event.fromMs + byMs, toMs: event.toMs + byMs }));
}

/** Every event that begins before the horizon, on wall time. */
export function unroll(schedule: DemoSchedule, startMs: number, horizonMs: number): DemoEvent[] {
  const events = shifted(schedule.past, startMs);
  for (let turn = startMs - schedule.phaseMs; turn < horizonMs; turn += schedule.loopMs) {
    events.push(...shifted(schedule.loop, turn));
  }
  return events;
}

function group<V>(pairs: Iterable<readonly [string, V]>): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

function joinGroups(pairs: Iterable<readonly [string, Span]>): Map<string, Span[]> {
  return new Map([...group(pairs)].map(([key, spans]) => [key, joinSpans(spans)]));
}

const spanOf = ({ fromMs, toMs }: Span): Span => ({ fromMs, toMs });

function ofKind<K extends DemoEvent['kind']>(events: readonly DemoEvent[], kind: K): Extract<DemoEvent, { kind: K }>[] {
  return events.filter((event): event is Extract<DemoEvent, { kind: K }> => event.kind === kind);
}

function flaps(event: Extract<DemoEvent, { kind: 'link-flapping' }>): Span[] {
  const count = Math.ceil((event.toMs - event.fromMs) / event.periodMs);
  return Array.from({ length: count }, (_, i) => {
    const fromMs = event.fromMs + i * event.periodMs;
    return { fromMs, toMs: Math.min(fromMs + event.downMs, event.toMs) };
  });
}

function portOutages(events: readonly DemoEvent[]): Map<string, Span[]> {
  const cuts = ofKind(events, 'link-cut').map((cut) => [portKey(cut.device, cut.port), spanOf(cut)] as const);
  const flapping = ofKind(events, 'link-flapping').flatMap((event) =>
    flaps(event).map((span) => [portKey(event.device, event.port), span] as const),
  );
  return joinGroups([...cuts, ...flapping]);
}

function outagesOf(link: DemoLink, off: ReadonlyMap<string, Span[]>, ports: ReadonlyMap<string, Span[]>): Span[] {
  const ends = link.b === null ? [link.a] : [link.a, link.b];
  return joinSpans(
    ends.flatMap((end) => [...(off.get(end.device) ?? []), ...(ports.get(portKey(end.device, end.port)) ?? [])]),
  );
}

function errorSpans(events: readonly DemoEvent[]): Chronicle['errors'] {
  const rated = ofKind(events, 'input-errors').map(
    (event) => [`${portKey(event.device, event.port)}|${event.perMinute}`, spanOf(event)] as const,
  );
  return group(
    [...joinGroups(rated)].map(([key, spans]) => {
      const [port = '', perMinute = '0'] = key.split('|');
      return [port, { spans, perMinute: Number(perMinute) }] as const;
    }),
  );
}

function edgesOf(maps: readonly ReadonlyMap<string, readonly Span[]>[]): number[] {
  const edges = maps.flatMap((map) => [...map.values()].flat().flatMap((span) => [span.fromMs, span.toMs]));
  return [...new Set(edges)].filter(Number.isFinite).toSorted((a, b) => a - b);
}

export function writeChronicle(
  network: HarbourNetwork,
  schedule: DemoSchedule,
  startMs: number,
  horizonMs: number,
): Chronicle {
  const events = unroll(schedule, startMs, horizonMs);
  const removed = ofKind(events, 'device-removed');
  const away = [...ofKind(events, 'device-off'), ...removed];
  const off = joinGroups(away.map((event) => [event.device, spanOf(event)]));
  const portDown = portOutages(events);
  const linkDown = new Map(network.links.map((link) => [link.id, outagesOf(link, off, portDown)]));
  const perDevice = (kind: 'snmp-silent' | 'config-changed'): Map<string, Span[]> =>
    group(ofKind(events, kind).map((event) => [event.device, spanOf(event)]));
  return {
    horizonMs,
    off,
    linkDown,
    portDown,
    errors: errorSpans(events),
    cleared: group(ofKind(events, 'counters-cleared').map((e) => [portKey(e.device, e.port), e.fromMs])),
    fanFailed: joinGroups(ofKind(events, 'fan-failed').map((e) => [`${e.device} ${e.fan}`, spanOf(e)])),
    busy: group(ofKind(events, 'processor-busy').map((e) => [e.device, { ...spanOf(e), percent: e.percent }])),
    snmpSilent: perDevice('snmp-silent'),
    configChanged: perDevice('config-changed'),
    removedAtMs: new Map(removed.map((event) => [event.device, event.fromMs])),
    edges: edgesOf([off, linkDown]),
  };
}
