/** Which incidents devices deserve at this moment: down, agent silent, restarted, host key, flapping. Pure. */
import type { Severity, StateWord } from '../../../shared/contract/common.ts';
import type { IncidentReason } from '../../../shared/contract/incidents.ts';
import { formatAge } from '../../../shared/units/durations.ts';
import { isAgentFault } from './reachability.ts';
import type { DeviceFact } from './incident-facts.ts';
import type { Judgement } from './judge-devices.ts';
import type { StepContext } from './step-context.ts';
import type { Wanted } from './wanted.ts';

const RESTART_SHOWN_MS = 5 * 60_000;
/** Kinds whose loss alone is no more than an inconvenience to a few. */
const LEAVES: ReadonlySet<string> = new Set(['access-point', 'printer', 'camera', 'unmanaged', 'outside']);

export function wantedOfDevice(context: StepContext, device: DeviceFact): Wanted[] {
  const { judged, nowMs } = context;
  const wanted: Wanted[] = [];
  const verdict = judged.verdicts.get(device.id);
  if (verdict === undefined || device.maintenance || isWell(device, verdict.state)) return wanted;
  const base = { deviceId: device.id, interfaceId: null, linkId: null, sensorId: null, site: device.site };
  if (verdict.state === 'down') wanted.push({ ...base, ...down(context, device, verdict.sinceMs ?? nowMs) });
  if (verdict.state === 'degraded' && isAgentFault(device.reach))
    wanted.push({ ...base, ...agentFault(device, verdict.sinceMs ?? nowMs) });
  if (device.hostKeyChanged !== null) wanted.push({ ...base, ...hostKey(device, device.hostKeyChanged) });
  if (device.restarted !== null && nowMs - device.restarted.notedAtMs < RESTART_SHOWN_MS) {
    wanted.push({ ...base, ...restart(device, device.restarted) });
  }
  if (device.flapping) wanted.push({ ...base, ...flapping(device, judged.behind.get(device.id) ?? [], nowMs) });
  return wanted;
}

/** Nearly all devices are. */
const isWell = (device: DeviceFact, state: StateWord): boolean =>
  state !== 'down' &&
  state !== 'degraded' &&
  device.hostKeyChanged === null &&
  device.restarted === null &&
  !device.flapping;

type Part = Omit<Wanted, 'deviceId' | 'interfaceId' | 'linkId' | 'sensorId' | 'site'>;

function down(context: StepContext, device: DeviceFact, sinceMs: number): Part {
  const affected = context.judged.behind.get(device.id) ?? [];
  const severity: Severity = affected.length > 0 ? 'critical' : LEAVES.has(device.kind) ? 'minor' : 'major';
  return {
    key: `device-down:${device.id}`,
    kind: 'device-down',
    severity,
    title: `${device.name} is down`,
    affected,
    sinceMs,
    reasons: downReasons(context, device, sinceMs),
    openingReasons: () => cutReason(context, device, sinceMs),
  };
}

function downReasons(context: StepContext, device: DeviceFact, sinceMs: number): IncidentReason[] {
  const reasons = [parentsReason(context, device, sinceMs), ...linkReasons(context, device)];
  if (device.reach.snmp.word === 'silent') {
    const atMs = device.reach.snmp.sinceMs ?? sinceMs;
    reasons.push({ atMs, text: 'Its SNMP agent is silent too', source: 'SNMP', weight: 3 });
  }
  const affected = context.judged.behind.get(device.id) ?? [];
  return affected.length > 0 ? [...reasons, affectedReason(context.judged, affected, sinceMs)] : reasons;
}

function parentsReason({ judged, byId }: StepContext, device: DeviceFact, sinceMs: number): IncidentReason {
  const ids = [...new Set(judged.parents.get(device.id) ?? [])];
  const parents = ids.map((id) => byId.get(id)?.name).filter((name) => name !== undefined);
  const probes = `ICMP, ${device.reach.icmp.misses} rounds without an answer`;
  if (parents.length === 0) return { atMs: sinceMs, text: `${device.name} does not answer`, source: probes, weight: 3 };
  const who =
    parents.length > 3
      ? `All ${parents.length} neighbours answer`
      : `${parents.join(', ')} answer${parents.length === 1 ? 's' : ''}`;
  return { atMs: sinceMs, text: `${who}, ${device.name} does not`, source: probes, weight: 4 };
}

/** Links that the far end calls down are evidence for this incident and no incidents of their own. */
const linkReasons = (context: StepContext, device: DeviceFact): IncidentReason[] =>
  context
    .brokenLinksOf(device.id)
    .slice(0, 5)
    .map((link) => ({
      atMs: link.sinceMs,
      text: `Link ${link.name} went down at the far end`,
      source: link.because ?? 'SNMP',
      weight: 4,
    }));

function affectedReason(judged: Judgement, affected: readonly number[], sinceMs: number): IncidentReason {
  const times = affected.map((id) => judged.verdicts.get(id)?.sinceMs ?? sinceMs);
  const spreadMs = Math.max(...times) - Math.min(...times);
  const who =
    affected.length === 1 ? 'The device behind it went silent' : `All ${affected.length} devices behind it went silent`;
  const when = affected.length === 1 || spreadMs < 1000 ? 'with it' : `within ${formatAge(spreadMs)}`;
  return { atMs: Math.min(...times), text: `${who} ${when}`, source: 'ICMP', weight: 2 };
}

function cutReason(context: StepContext, device: DeviceFact, atMs: number): IncidentReason[] {
  const count = context.cutOf(device.id);
  if (count === 0) return [];
  const text = `It is a single point of failure: ${count} ${count === 1 ? 'device has' : 'devices have'} no other way`;
  return [{ atMs, text, source: 'topology', weight: 3 }];
}

function agentFault(device: DeviceFact, sinceMs: number): Part {
  const refused = device.reach.snmp.word === 'refused';
  const text = refused
    ? `${device.name} answers SNMP, but refuses the credential. Test it under Settings, Credentials`
    : `${device.name} answers ping, its SNMP agent has been silent ${device.reach.snmp.misses} times`;
  return {
    key: `snmp-silent:${device.id}`,
    kind: 'snmp-silent',
    severity: 'minor',
    title: refused ? `${device.name} refuses the SNMP credential` : `${device.name} does not answer SNMP`,
    affected: [],
    sinceMs,
    reasons: [{ atMs: sinceMs, text, source: 'SNMP', weight: 4 }],
  };
}

const hostKey = (device: DeviceFact, changed: NonNullable<DeviceFact['hostKeyChanged']>): Part => ({
  key: `host-key-changed:${device.id}`,
  kind: 'host-key-changed',
  severity: 'major',
  title: `${device.name} offers another SSH host key`,
  affected: [],
  sinceMs: changed.sinceMs,
  reasons: [{ atMs: changed.sinceMs, text: changed.text, source: 'SSH', weight: 4 }],
});

const restart = (device: DeviceFact, restarted: NonNullable<DeviceFact['restarted']>): Part => ({
  key: `restarted:${device.id}`,
  kind: 'restarted',
  severity: 'info',
  title: `${device.name} restarted`,
  affected: [],
  sinceMs: restarted.notedAtMs,
  reasons: [{ atMs: restarted.notedAtMs, text: restarted.text, source: 'SNMP, sysUpTime', weight: 4 }],
});

const flapping = (device: DeviceFact, affected: readonly number[], nowMs: number): Part => ({
  key: `flapping:device:${device.id}`,
  kind: 'flapping',
  severity: 'minor',
  title: `${device.name} is flapping`,
  affected,
  sinceMs: nowMs,
  reasons: [
    { atMs: nowMs, text: 'Its state changes again and again (flap score above 30 %)', source: 'ICMP', weight: 3 },
  ],
});
