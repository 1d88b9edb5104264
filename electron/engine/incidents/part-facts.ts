/** Gathers the parts that incidents may be about: those with a fault, and those of incidents that are open. */
import type { Severity } from '../../../shared/contract/common.ts';
import type { IncidentKind, IncidentReason } from '../../../shared/contract/incidents.ts';
import { HEALTH_WORDS, isFault, worstHealth } from '../../../shared/model/hardware.ts';
import type { Health } from '../../../shared/model/hardware.ts';
import type { Network } from '../network/network.ts';
import type { SensorRow } from '../store/rows.ts';
import type { OpenIncident, PartFact } from './incident-facts.ts';

const KINDS: Readonly<Record<string, IncidentKind>> = {
  fan: 'fan-failed',
  supply: 'supply-failed',
  optic: 'optic-fault',
};

/** "fan:fan 2" is a fan. */
const kindOf = (assembly: string): IncidentKind => KINDS[assembly.slice(0, assembly.indexOf(':'))] ?? 'sensor-fault';

const severityOf = (kind: IncidentKind, health: Health): Severity => {
  if (health === 'warning') return 'minor';
  // One of several fans: the others carry on, and somebody brings a new one tomorrow.
  return kind === 'fan-failed' ? 'minor' : 'major';
};

interface Judged {
  readonly row: SensorRow;
  readonly health: Health;
  readonly because: string | null;
  readonly sinceMs: number;
}

const judgedOf = (network: Network, row: SensorRow): Judged => {
  const state = network.states.get('sensor', row.id);
  const health = HEALTH_WORDS.find((word) => word === state?.state) ?? 'unknown';
  return { row, health, because: state?.because ?? null, sinceMs: state?.fromMs ?? row.firstSeenAtMs };
};

const FAULT_WORDS: Partial<Record<Health, string>> = {
  failed: 'failed',
  critical: 'is critical',
  warning: 'gives a warning',
};

/** Names of parts are text of the device; assemblies are made of them: "fan:fan 2". */
const titleOf = (network: Network, kind: IncidentKind, { row, health, because }: Judged): string => {
  const port = row.interfaceId === null ? undefined : network.interfaces.get(row.interfaceId)?.name;
  if (kind === 'fan-failed' || kind === 'supply-failed') {
    const part = row.assembly.slice(row.assembly.indexOf(':') + 1);
    return `${part} ${kind === 'fan-failed' && health === 'critical' ? 'failed' : (FAULT_WORDS[health] ?? '')}`;
  }
  if (kind === 'optic-fault' && port !== undefined) {
    if (row.optic === 'rx' && because?.startsWith('below') === true) return `${port} receives too little light`;
    return `optic of ${port}: ${row.name} ${because ?? FAULT_WORDS[health] ?? ''}`;
  }
  return `${row.name} ${because ?? FAULT_WORDS[health] ?? ''}`;
};

const reasonOf = (network: Network, { row, health, because, sinceMs }: Judged): IncidentReason => {
  const source = network.sensorsNow.get(row.id)?.told?.source ?? 'SNMP';
  return { atMs: sinceMs, text: `${row.name}: ${because ?? health}`, source, weight: 4 };
};

const factOf = (network: Network, deviceId: number, sensors: readonly SensorRow[]): PartFact | null => {
  const judged = sensors.map((row) => judgedOf(network, row));
  const health = worstHealth(judged.map((one) => one.health));
  const [first] = judged;
  const worst = judged.find((one) => one.health === health) ?? first;
  if (first === undefined || worst === undefined) return null;
  const kind = kindOf(worst.row.assembly);
  const faulty = judged.filter((one) => isFault(one.health));
  return {
    // The first sensor of the part speaks for it, whichever of them is at fault.
    key: `${kind}:${first.row.id}`,
    kind,
    deviceId,
    interfaceId: worst.row.interfaceId,
    sensorId: first.row.id,
    health,
    severity: severityOf(kind, health),
    title: titleOf(network, kind, worst),
    sinceMs: Math.min(...(faulty.length > 0 ? faulty : [worst]).map((one) => one.sinceMs)),
    reasons: faulty.map((one) => reasonOf(network, one)),
  };
};

/**
 * The parts that these sensors belong to, each with all its sensors, in the order in which they became known. Most of the
 * hundreds that a chassis has are in order: they are neither sorted nor grouped.
 */
const assembliesOf = (
  network: Network,
  deviceId: number,
  sensorIds: ReadonlySet<number>,
): ReadonlyMap<string, readonly SensorRow[]> => {
  const names = new Set([...sensorIds].map((id) => network.sensors.get(id)?.assembly));
  const rows = network.sensors.of(deviceId).filter((row) => row.removedAtMs === null && names.has(row.assembly));
  return Map.groupBy(
    rows.toSorted((a, b) => a.id - b.id),
    (row) => row.assembly,
  );
};

export function gatherParts(network: Network, open: Iterable<OpenIncident>): readonly PartFact[] {
  const wanted = new Map<number, Set<number>>();
  const want = (deviceId: number, sensorId: number): void => {
    wanted.set(deviceId, (wanted.get(deviceId) ?? new Set()).add(sensorId));
  };
  for (const [deviceId, sensors] of network.faultySensors) for (const id of sensors) want(deviceId, id);
  for (const { deviceId, sensorId } of open) if (deviceId !== null && sensorId !== null) want(deviceId, sensorId);
  const facts: PartFact[] = [];
  for (const [deviceId, sensorIds] of wanted) {
    for (const rows of assembliesOf(network, deviceId, sensorIds).values()) {
      if (!rows.some((row) => sensorIds.has(row.id))) continue;
      const fact = factOf(network, deviceId, rows);
      if (fact !== null) facts.push(fact);
    }
  }
  return facts;
}
