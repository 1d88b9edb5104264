/**
 * The life of incidents: facts in, changes out. Pure; the caller keeps the state, gives out ids and writes the rows.
 *
 * - One incident per root cause. Devices that are unreachable because of it are its `affected`; they join and leave it and
 *   have none of their own. A root that answers again keeps its incident open while dependents may still come back.
 * - A fault must last `holdDownMs` before it opens, a recovery `holdUpMs` before it closes. Opening is dated back to the
 *   first missed probe.
 * - What cannot be told at this moment (suspect, unknown, an engine that just started) neither opens nor closes anything.
 *   The same while the subject flaps: then only the flapping incident lives, and what is true when it stops is told.
 * - While the console is blind nothing moves except the one incident that says so.
 * - Every reason is given once, with the change that brought it.
 */
import type { StateWord } from '../../../shared/contract/common.ts';
import { isFault } from '../../../shared/model/hardware.ts';
import type { IncidentReason } from '../../../shared/contract/incidents.ts';
import type { IncidentRow } from '../store/rows.ts';
import { wantedOfDevice } from './device-incidents.ts';
import type { DeviceVerdict, IncidentChange, IncidentFacts, OpenIncident } from './incident-facts.ts';
import { judgeDevices } from './judge-devices.ts';
import type { Judgement, Shadows } from './judge-devices.ts';
import { wantedOfLink } from './link-incidents.ts';
import { wantedOfPart } from './part-incidents.ts';
import { stepContext } from './step-context.ts';
import { holdTimeMs } from './hold-time.ts';
import { undecidedKeys } from './undecided.ts';
import type { Wanted } from './wanted.ts';

export interface IncidentState {
  /** By key. */
  readonly open: ReadonlyMap<string, OpenIncident>;
  /** Keys whose fault is over, and since when. */
  readonly clearing: ReadonlyMap<string, number>;
  readonly shadows: Shadows;
  readonly blind: boolean;
  /** Devices that are degraded by a part. */
  readonly faulty: ReadonlySet<number>;
}

export const NO_INCIDENTS: IncidentState = {
  open: new Map(),
  clearing: new Map(),
  shadows: new Map(),
  blind: false,
  faulty: new Set(),
};

export interface IncidentStep {
  readonly state: IncidentState;
  readonly changes: IncidentChange[];
  /** State of every managed device. */
  readonly verdicts: ReadonlyMap<number, DeviceVerdict>;
  /** Time alone, or an answer like the one before, may change something: look again soon although nothing was noted. */
  readonly restless: boolean;
}

/** Takes up incidents that were open when the engine stopped. */
export function restoreIncidents(rows: readonly IncidentRow[]): IncidentState {
  const open = new Map<string, OpenIncident>();
  for (const row of rows) {
    if (row.closedAtMs !== null) continue;
    const { id, kind, severity, title, deviceId, interfaceId, linkId, sensorId, site, openedAtMs } = row;
    const affected = affectedOf(row);
    const key = keyOf(row);
    open.set(key, {
      id,
      key,
      kind,
      severity,
      title,
      deviceId,
      interfaceId,
      linkId,
      sensorId,
      site,
      affected,
      openedAtMs,
      closedAtMs: null,
      told: [],
    });
  }
  return { ...NO_INCIDENTS, open, blind: open.has(BLIND_KEY) };
}

const BLIND_KEY = 'monitor-blind';
function affectedOf(row: IncidentRow): number[] {
  const parsed: unknown = JSON.parse(row.affected);
  return Array.isArray(parsed) ? parsed.filter((id) => typeof id === 'number') : [];
}

function keyOf(row: IncidentRow): string {
  if (row.kind === 'monitor-blind') return BLIND_KEY;
  if (row.kind === 'link-down') return `link-down:${row.linkId ?? 0}`;
  if (row.sensorId !== null) return `${row.kind}:${row.sensorId}`;
  if (row.kind !== 'flapping') return `${row.kind}:${row.deviceId ?? 0}`;
  return row.linkId === null ? `flapping:device:${row.deviceId ?? 0}` : `flapping:link:${row.linkId}`;
}

export function stepIncidents(
  state: IncidentState,
  facts: IncidentFacts,
  nowMs: number,
  nextId: () => number,
): IncidentStep {
  const judged = judgeDevices(facts, state, nowMs);
  const wanted = new Map(wantedNow(facts, judged, nowMs).map((one) => [one.key, one]));
  const frozen = undecidedKeys(state.open.keys(), facts, judged, nowMs);
  const open = new Map(state.open);
  const clearing = new Map<string, number>();
  const changes: IncidentChange[] = [];
  for (const incident of state.open.values()) {
    const one = wanted.get(incident.key);
    if (one !== undefined) update(open, changes, incident, one);
    else if (!frozen(incident.key) && !awaitsDependents(judged, open, changes, incident)) {
      const sinceMs = state.clearing.get(incident.key) ?? recoveredAt(judged, incident, nowMs);
      if (nowMs - sinceMs >= facts.holdUpMs) close(open, changes, incident, sinceMs);
      else clearing.set(incident.key, sinceMs);
    }
  }
  for (const one of wanted.values()) {
    if (open.has(one.key) || frozen(one.key) || nowMs - one.sinceMs < holdTimeMs(one, facts)) continue;
    begin(open, changes, one, nextId());
  }
  return {
    state: { open, clearing, shadows: judged.shadows, blind: judged.blind, faulty: faultyDevices(facts, judged) },
    changes,
    verdicts: judged.verdicts,
    restless: clearing.size > 0 || isRestless(facts, judged, wanted, open),
  };
}

const faultyDevices = (facts: IncidentFacts, { verdicts }: Judgement): ReadonlySet<number> =>
  new Set(
    facts.parts
      .filter((part) => isFault(part.health) && verdicts.get(part.deviceId)?.state === 'degraded')
      .map((part) => part.deviceId),
  );

const UNSETTLED: ReadonlySet<StateWord> = new Set(['suspect', 'unreachable', 'blind']);

/** Something waits: for a second miss, for its root, for its hold time, for an answer after a link broke, for its own end. */
function isRestless(
  facts: IncidentFacts,
  judged: Judgement,
  wanted: ReadonlyMap<string, Wanted>,
  open: ReadonlyMap<string, OpenIncident>,
): boolean {
  for (const { state } of judged.verdicts.values()) if (UNSETTLED.has(state)) return true;
  return (
    [...wanted.values()].some(({ key, kind }) => kind === 'restarted' || !open.has(key)) ||
    facts.links.some(({ id, state }) => state === 'down' && !open.has(`link-down:${id}`))
  );
}

function wantedNow(facts: IncidentFacts, judged: Judgement, nowMs: number): Wanted[] {
  if (judged.blind) return [blindIncident(facts, nowMs)];
  const context = stepContext(facts, judged, nowMs);
  const troubled = facts.links.filter((link) => link.state === 'down' || link.flapping);
  return [
    ...facts.devices.flatMap((device) => wantedOfDevice(context, device)),
    ...troubled.flatMap((link) => wantedOfLink(context, link)),
    ...facts.parts.flatMap((part) => wantedOfPart(context, part)),
  ];
}

function blindIncident(facts: IncidentFacts, nowMs: number): Wanted {
  const text = facts.localLinkDown
    ? "This computer's own network connection is down"
    : 'At least 80 % of the devices fell silent at the same time';
  return {
    key: BLIND_KEY,
    kind: 'monitor-blind',
    severity: 'critical',
    title: 'This console is cut off',
    deviceId: null,
    interfaceId: null,
    linkId: null,
    sensorId: null,
    site: null,
    affected: [],
    sinceMs: nowMs,
    reasons: [{ atMs: nowMs, text, source: 'ICMP', weight: 4 }],
  };
}

function begin(open: Map<string, OpenIncident>, changes: IncidentChange[], wanted: Wanted, id: number): void {
  const { sinceMs, reasons: cheap, openingReasons, ...what } = wanted;
  const reasons = [...cheap, ...(openingReasons?.() ?? [])];
  const incident: OpenIncident = { ...what, id, openedAtMs: sinceMs, closedAtMs: null, told: reasons.map(identityOf) };
  open.set(incident.key, incident);
  changes.push({ phase: 'open', incident, reasons, why: reasons[0]?.text ?? incident.title });
}

/** A reason is the same if only the numbers in it grew. */
const identityOf = (reason: IncidentReason): string => reason.text.replace(/\d+/g, '#');

function update(
  open: Map<string, OpenIncident>,
  changes: IncidentChange[],
  before: OpenIncident,
  wanted: Wanted,
): void {
  const reasons = wanted.reasons.filter((reason) => !before.told.includes(identityOf(reason)));
  const severity = worse(before.severity, wanted.severity);
  const { title, affected } = wanted;
  const sameAffected = sameIds(before.affected, affected);
  if (sameAffected && severity === before.severity && title === before.title && reasons.length === 0) return;
  const told = [...before.told, ...reasons.map(identityOf)];
  const incident = { ...before, severity, title, affected, told };
  open.set(incident.key, incident);
  const why = sameAffected ? (reasons[0]?.text ?? title) : affectedWords(before.affected, affected);
  changes.push({ phase: 'update', incident, reasons, why });
}

const ORDER = ['info', 'minor', 'major', 'critical'] as const;
/** While it is open an incident never gets milder: what it once was is what people were told. */
const worse = (a: OpenIncident['severity'], b: OpenIncident['severity']): OpenIncident['severity'] =>
  ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;

function sameIds(a: readonly number[], b: readonly number[]): boolean {
  const known = new Set(a);
  return a.length === b.length && b.every((id) => known.has(id));
}

function affectedWords(before: readonly number[], now: readonly number[]): string {
  const joined = now.filter((id) => !before.includes(id)).length;
  const left = before.filter((id) => !now.includes(id)).length;
  const parts = [
    joined > 0 ? `${joined} more unreachable behind it` : '',
    left > 0 ? `${left} behind it answer again` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

/** True while devices that stood behind a root that answers again are still given time to come back. */
function awaitsDependents(
  judged: Judgement,
  open: Map<string, OpenIncident>,
  changes: IncidentChange[],
  incident: OpenIncident,
): boolean {
  if (incident.kind !== 'device-down' || incident.deviceId === null) return false;
  const affected = judged.behind.get(incident.deviceId) ?? [];
  if (affected.length === 0) return false;
  if (!sameIds(incident.affected, affected)) {
    const changed = { ...incident, affected };
    open.set(incident.key, changed);
    changes.push({ phase: 'update', incident: changed, reasons: [], why: affectedWords(incident.affected, affected) });
  }
  return true;
}

/** The end of a fault is dated back to the first answer. */
function recoveredAt(judged: Judgement, incident: OpenIncident, nowMs: number): number {
  if (incident.kind !== 'device-down' || incident.deviceId === null) return nowMs;
  const verdict = judged.verdicts.get(incident.deviceId);
  const answers = verdict?.state === 'up' || verdict?.state === 'degraded';
  const sinceMs = answers ? (verdict.sinceMs ?? nowMs) : nowMs;
  return Math.min(nowMs, Math.max(sinceMs, incident.openedAtMs));
}

function close(
  open: Map<string, OpenIncident>,
  changes: IncidentChange[],
  before: OpenIncident,
  closedAtMs: number,
): void {
  open.delete(before.key);
  changes.push({ phase: 'close', incident: { ...before, closedAtMs }, reasons: [], why: CLOSING[before.kind] });
}

const CLOSING: Readonly<Record<OpenIncident['kind'], string>> = {
  'device-down': 'It answers again',
  'snmp-silent': 'Its agent answers again',
  'link-down': 'The link is up again, or belongs to the incident of one of its devices',
  restarted: 'It has run since without another restart',
  'host-key-changed': 'The key was trusted, or the old one is offered again',
  flapping: 'It has been steady since',
  'monitor-blind': 'The console reaches its devices again',
  'fan-failed': 'The device says that it runs again, or it was taken out',
  'supply-failed': 'The device says that it works again, or it was taken out',
  'optic-fault': 'It is inside its limits again, or was taken out',
  'sensor-fault': 'It is inside its limits again, or the device does not show it any more',
};
