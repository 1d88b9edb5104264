/**
 * Remembers what was noted of each device, steps the incident machine, and writes down what it says.
 *
 * A look goes over the whole network, so it is not taken for nothing. Polls end by the hundred a second, and an answer after
 * an answer changes nothing: only a miss, a refusal, the end of either, a link's new state and the like ask for a look, and
 * one serves all that came within 100 ms (longer where a look itself takes long). An answer does count of a device that is
 * waited for: an end of a broken link, a neighbour of a suspect. Besides, it looks once a second while the machine is
 * restless, which is while time alone may change something; after each echo round; and every ten seconds.
 */
import type { WatchLine } from '../../../shared/model/watch-line.ts';
import type { Clock, Log } from '../../host/host.ts';
import type { Network } from '../network/network.ts';
import type { SettingsBook } from '../network/settings-book.ts';
import type { RoundResult } from '../poll/icmp-round.ts';
import type { PollFindings } from '../poll/poll-deps.ts';
import type { IncidentRow } from '../store/rows.ts';
import { addState, NO_FLAPS, type FlapRing } from './flap-score.ts';
import { gatherFacts } from './gather-facts.ts';
import type { DeviceVerdict, IncidentChange, LinkFact, OpenIncident } from './incident-facts.ts';
import { restoreIncidents, stepIncidents, type IncidentState, type IncidentStep } from './incident-machine.ts';
import { lastAnswerOf, needsSnmpProbe, NEVER_ASKED, noteIcmp, noteSnmp, type ReachMemory } from './reachability.ts';

/** Hold times and self-closing incidents need a look even when nothing is polled. */
const TICK_MS = 1000;
/** Polls end by the dozen a second: one look serves them all, and what it finds is on screen a moment later. */
const SOON_MS = 100;
/** At most a tenth of the time goes into looking, however large the network. */
const PAUSE_FACTOR = 9;
/** Names and places of devices are facts too, and nobody reports them. */
const AT_LEAST_EVERY_MS = 10_000;
/** An echo round hears everybody at once: it leaves writing that down to the polls, which are spread over the minute. */
const KEEP_ECHO_EVERY_MS = 90_000;

type SaidByPeople = Pick<
  IncidentRow,
  'acknowledgedAtMs' | 'acknowledgedBy' | 'cause' | 'causeText' | 'causeBy' | 'causeAtMs'
>;

interface Deps {
  readonly network: Network;
  readonly settings: SettingsBook;
  readonly clock: Clock;
  readonly log: Log;
}

/** Where the console hangs, and whether its own link is down. */
export interface OwnPlace {
  readonly vantages: readonly number[];
  readonly isDown: boolean;
}

/** Questions that do not wait for their turn, because an answer prevents a false alarm or ends a wait. */
export interface AskOutOfTurn {
  /** One device, by SNMP. */
  readonly probe: (deviceId: number) => void;
  /** Some devices, by echo; what came is told to `takeRound`. */
  readonly echo: (deviceIds: readonly number[]) => void;
}

export class IncidentKeeper implements PollFindings {
  readonly #deps: Deps;
  readonly #reach = new Map<number, ReachMemory>();
  readonly #restarts = new Map<number, { notedAtMs: number; text: string }>();
  readonly #hostKeys = new Map<number, { sinceMs: number; text: string }>();
  readonly #flaps = new Map<number, FlapRing>();
  /** Broken links whose ends were asked out of turn. */
  readonly #broken = new Set<number>();
  readonly #asks: AskOutOfTurn;
  #uplink: OwnPlace | null = null;
  #state: IncidentState;
  #cancelTick: () => void = () => {};
  #cancelSoon: (() => void) | null = null;
  #suspended = false;
  #restless = true;
  #awaited: ReadonlySet<number> = new Set();
  #lookedAtMs = -Infinity;
  #lookTookMs = 0;
  readonly #stopFollowing: () => void;

  constructor(deps: Deps, asks: AskOutOfTurn) {
    this.#deps = deps;
    this.#asks = asks;
    this.#state = restoreIncidents([...deps.network.incidents.all()]);
    this.#stopFollowing = deps.network.onState(({ subject, from }) => {
      // The first state of a sensor is no news by itself; that it is at fault is looked for at every look.
      if (subject === 'link' || (subject === 'sensor' && from !== null)) this.changed();
    });
  }

  /** From now on the console's own place in the network counts. */
  followUplink(uplink: OwnPlace): void {
    this.#uplink = uplink;
  }

  start(): void {
    this.#cancelTick = this.#deps.clock.after(TICK_MS, () => {
      const sinceMs = this.#deps.clock.monotonic() - this.#lookedAtMs;
      if (this.#restless || sinceMs >= AT_LEAST_EVERY_MS) this.evaluate();
      this.start();
    });
  }

  close(): void {
    this.#stopFollowing();
    this.#cancelTick();
    this.#cancelSoon?.();
  }

  /** While the machine sleeps nothing is judged; what was noted before is too old to judge by afterwards. */
  suspend(): void {
    this.#suspended = true;
  }

  resume(): void {
    this.#reach.clear();
    this.#suspended = false;
  }

  takeRound(round: RoundResult): void {
    for (const [deviceId, answered] of round.answered) {
      const before = this.#reachOf(deviceId);
      const after = noteIcmp(before, answered, round.atMs);
      this.#reach.set(deviceId, after);
      if (answered) this.#deps.network.noteAnswer(deviceId, round.atMs, KEEP_ECHO_EVERY_MS);
      else if (before.icmp.word === 'answers') this.#keepLastAnswer(deviceId, before);
      const isBack = answered && before.icmp.word === 'silent';
      if (isBack || (!answered && needsSnmpProbe(after))) this.#asks.probe(deviceId);
    }
    this.evaluate();
  }

  /** One echo outside the rounds, as discovery sends it. */
  echo(deviceId: number, answered: boolean, atMs: number): void {
    this.#reach.set(deviceId, noteIcmp(this.#reachOf(deviceId), answered, atMs));
  }

  snmp(deviceId: number, word: 'answers' | 'silent' | 'refused', atMs: number): void {
    const before = this.#reachOf(deviceId);
    this.#reach.set(deviceId, noteSnmp(before, word, atMs));
    if (word === 'answers' && before.snmp.word === 'answers' && !this.#awaited.has(deviceId)) return;
    if (word === 'silent' && before.snmp.word === 'answers') this.#keepLastAnswer(deviceId, before);
    this.changed();
  }

  restarted(deviceId: number, _atMs: number, text: string): void {
    this.#restarts.set(deviceId, { notedAtMs: this.#deps.clock.now(), text });
    this.changed();
  }

  hostKeyChanged(deviceId: number, atMs: number, text: string): void {
    this.#hostKeys.set(deviceId, { sinceMs: atMs, text });
    this.changed();
  }

  /** A device was polled: its links have a fresh state, which counts for flapping. */
  polled(deviceId: number): void {
    for (const link of this.#deps.network.links.of(deviceId)) this.#sampleLink(link.id);
  }

  changed(): void {
    const { clock } = this.#deps;
    const pauseMs = this.#lookedAtMs + PAUSE_FACTOR * this.#lookTookMs - clock.monotonic();
    this.#cancelSoon ??= clock.after(Math.max(SOON_MS, pauseMs), () => this.evaluate());
  }

  /** Looks now, unless looks would follow each other too fast: what a person does to many devices comes by the dozen a second. */
  changedByPerson(): void {
    const { clock } = this.#deps;
    if (clock.monotonic() >= this.#lookedAtMs + PAUSE_FACTOR * this.#lookTookMs) this.evaluate();
    else this.changed();
  }

  /** Looks now. */
  evaluate(): void {
    this.#cancelSoon?.();
    this.#cancelSoon = null;
    if (this.#suspended) return;
    const { network, settings, clock } = this.#deps;
    const startedMs = clock.monotonic();
    this.#forgetRemoved();
    const noted = {
      vantages: this.#uplink?.vantages ?? [],
      localLinkDown: this.#uplink?.isDown ?? false,
      reach: this.#reach,
      restarts: this.#restarts,
      hostKeys: this.#hostKeys,
      open: this.#state.open.values(),
    };
    const facts = gatherFacts(network, settings.values, noted);
    for (const link of facts.links) this.#askEnds(link);
    const step = stepIncidents(this.#state, facts, clock.now(), () => network.store.nextId('incidents'));
    this.#state = step.state;
    this.#restless = step.restless;
    this.#awaited = awaitedDevices(facts.links, step);
    for (const [deviceId, verdict] of step.verdicts) this.#applyVerdict(deviceId, verdict);
    for (const change of step.changes) this.#applyChange(change);
    this.#lookedAtMs = clock.monotonic();
    this.#lookTookMs = this.#lookedAtMs - startedMs;
  }

  #reachOf(deviceId: number): ReachMemory {
    return this.#reach.get(deviceId) ?? NEVER_ASKED;
  }

  /** While it answers the time is written now and then; now that it does not, to the millisecond. */
  #keepLastAnswer(deviceId: number, before: ReachMemory): void {
    const atMs = lastAnswerOf(before);
    if (atMs !== null) this.#deps.network.noteAnswer(deviceId, atMs, 0);
  }

  /** A broken link is told once both its ends have answered after it broke: they are asked now, not in their turn. */
  #askEnds({ id, state, sinceMs, aDeviceId, bDeviceId }: LinkFact): void {
    if (state !== 'down') {
      this.#broken.delete(id);
      return;
    }
    if (this.#broken.has(id)) return;
    this.#broken.add(id);
    const silentSince = [aDeviceId, bDeviceId].filter(
      (deviceId) => (lastAnswerOf(this.#reachOf(deviceId)) ?? 0) <= sinceMs,
    );
    if (silentSince.length > 0) this.#asks.echo(silentSince);
  }

  #sampleLink(linkId: number): void {
    const state = this.#deps.network.states.get('link', linkId)?.state;
    if (state !== 'up' && state !== 'down') return;
    const step = addState(this.#flaps.get(linkId) ?? NO_FLAPS, state);
    this.#flaps.set(linkId, step.ring);
    if (step.change === null) return;
    this.#deps.network.setFlapping(linkId, step.ring.flapping);
    this.changed();
  }

  #forgetRemoved(): void {
    const { devices, links } = this.#deps.network;
    for (const id of this.#reach.keys()) if (devices.get(id) === undefined) this.#reach.delete(id);
    for (const id of this.#restarts.keys()) if (devices.get(id) === undefined) this.#restarts.delete(id);
    for (const id of this.#flaps.keys()) if (links.get(id) === undefined) this.#flaps.delete(id);
    for (const id of this.#broken) if (links.get(id) === undefined) this.#broken.delete(id);
    for (const [id] of this.#hostKeys) {
      const row = this.#deps.network.hostKeys.get(id);
      if (row === undefined || row.offered === null) this.#hostKeys.delete(id);
    }
  }

  /** Maintenance is a person's word: it begins and ends when that was said, however long the device had answered before. */
  #applyVerdict(deviceId: number, verdict: DeviceVerdict): void {
    const before = this.#deps.network.states.get('device', deviceId)?.state;
    const said = verdict.state === 'maintenance' || before === 'maintenance';
    const atMs = (said ? null : verdict.sinceMs) ?? this.#deps.clock.now();
    this.#deps.network.setState('device', deviceId, verdict.state, verdict.because, atMs);
  }

  #applyChange(change: IncidentChange): void {
    const { network, log } = this.#deps;
    const { incident, phase } = change;
    const { key: _key, told: _told, affected, ...row } = incident;
    const before = network.incidents.get(incident.id);
    network.putIncidents([{ ...row, ...saidByPeople(before), affected: JSON.stringify(affected) }]);
    const reasons = change.reasons.map((reason) => ({
      ...reason,
      id: network.store.nextId('incidentReasons'),
      incidentId: incident.id,
    }));
    network.store.put('incidentReasons', reasons);
    if (phase !== 'update') this.#tellEvent(change);
    log.info(`incident ${phase}`, { incident: incident.id, kind: incident.kind, title: incident.title });
    network.tellWatchers(this.#watchLine(change));
  }

  #tellEvent({ phase, incident, why }: IncidentChange): void {
    const text = phase === 'open' ? `${incident.title}: ${why}` : `${incident.title}: over. ${why}`;
    const kind = phase === 'open' ? 'incident.opened' : 'incident.closed';
    const atMs = incident.closedAtMs ?? incident.openedAtMs;
    const { id: incidentId, deviceId, interfaceId } = incident;
    this.#deps.network.addEvent({ kind, deviceId, interfaceId, incidentId, text, atMs });
  }

  #watchLine({ phase, incident, why }: IncidentChange): WatchLine {
    const { network, clock } = this.#deps;
    const { id, title, severity } = incident;
    const affected = incident.affected.map((deviceId) => network.nameOf(deviceId));
    const at = new Date(clock.now()).toISOString();
    return { at, kind: 'incident', id, phase, title, severity, root: this.#rootOf(incident), affected, why };
  }

  #rootOf(incident: OpenIncident): { device: string | null; interface?: string } {
    const { network } = this.#deps;
    const device = incident.deviceId === null ? null : network.nameOf(incident.deviceId);
    const port = incident.interfaceId === null ? undefined : network.interfaces.get(incident.interfaceId)?.name;
    return port === undefined ? { device } : { device, interface: port };
  }
}

/** What the machine does not know of and must not lose. */
const saidByPeople = (row: IncidentRow | undefined): SaidByPeople => ({
  acknowledgedAtMs: row?.acknowledgedAtMs ?? null,
  acknowledgedBy: row?.acknowledgedBy ?? null,
  cause: row?.cause ?? null,
  causeText: row?.causeText ?? null,
  causeBy: row?.causeBy ?? null,
  causeAtMs: row?.causeAtMs ?? null,
});

/** Whose next answer may decide something: see link-incidents.ts and the settled roots of judge-devices.ts. */
function awaitedDevices(links: readonly LinkFact[], { state, verdicts }: IncidentStep): Set<number> {
  const awaited = new Set<number>();
  const isSuspect = (deviceId: number): boolean => verdicts.get(deviceId)?.state === 'suspect';
  for (const { id, state: linkState, aDeviceId, bDeviceId } of links) {
    const isUntold = linkState === 'down' && !state.open.has(`link-down:${id}`);
    if (isUntold || isSuspect(aDeviceId) || isSuspect(bDeviceId)) awaited.add(aDeviceId).add(bDeviceId);
  }
  return awaited;
}
