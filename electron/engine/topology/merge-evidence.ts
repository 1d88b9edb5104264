/**
 * Keeps the raw neighbour rows of one device: what is heard again is renewed, what is not heard grows old.
 *
 * - A missing row counts as missed only if that protocol's table was read to its end in this run; a walk that timed out,
 *   or a table that is absent, says nothing about who is gone. After three such runs the row is removed.
 * - For a minute after the agent's start nothing is counted as missed: lldpd joins a restarted snmpd as AgentX subagent only
 *   after up to 15 s, and neighbours speak only every 30 s, so an empty table just after sysUpTime fell is not "links gone".
 * - On a port that is down nothing can be heard. Its neighbour is kept, uncounted, until something newer is heard there:
 *   people want to see the broken link as down, not to see it vanish.
 * - The index of lldpRemTable changes after each flap and the system name whenever somebody renames a device, so a row is
 *   known by protocol, local port, chassis and remote port.
 */
import type { NeighbourProtocol, NeighbourRuns } from '../../../shared/model/neighbour-protocols.ts';
import type { NeighbourReading } from '../../../shared/model/reading.ts';
import type { EvidenceRow } from '../store/rows.ts';
import { normaliseMac } from '../../../shared/units/mac.ts';
import { cleanText, expandInterfaceName, hostName } from './normalise.ts';

export const MISSED_RUNS_UNTIL_GONE = 3;
const SETTLING_MS = 60_000;

export interface EvidenceRun {
  readonly atMs: number;
  /** How far the tables of each protocol were read; of a protocol that is not here nothing was asked. */
  readonly complete: NeighbourRuns;
  /** sysUpTime at the run; null when unknown. */
  readonly uptimeMs: number | null;
}

export interface MergeInput {
  readonly deviceId: number;
  /** All rows that are kept of this device. */
  readonly existing: readonly EvidenceRow[];
  readonly neighbours: readonly NeighbourReading[];
  readonly interfaceOf: (ifIndex: number) => number | null;
  readonly run: EvidenceRun;
  /** Interfaces that are down at this moment; none when left out. */
  readonly downInterfaceIds?: ReadonlySet<number> | undefined;
  readonly nextId: () => number;
}

export interface Merged {
  /** Rows that are new, renewed or aged. */
  readonly put: EvidenceRow[];
  /** Ids of rows that were missed too often. */
  readonly remove: number[];
  /** Whether links may differ now; false when everything was merely heard again. */
  readonly news: boolean;
}

export function mergeEvidence(input: MergeInput): Merged {
  const known = new Map(input.existing.map((row) => [keyOf(row), row]));
  const heard = new Map<string, EvidenceRow>();
  for (const reading of input.neighbours) {
    const fresh = rowFrom(input, reading);
    const before = known.get(keyOf(fresh));
    const id = heard.get(keyOf(fresh))?.id ?? before?.id ?? input.nextId();
    heard.set(keyOf(fresh), { ...fresh, id, firstSeenAtMs: before?.firstSeenAtMs ?? input.run.atMs });
  }
  const ids = new Set([...heard.values()].map((row) => row.id));
  const missed = input.existing.filter((row) => !ids.has(row.id) && countsAsMissed(row, input));
  const aged = missed.map((row) => ({ ...row, missedRuns: row.missedRuns + 1 }));
  return {
    put: [...heard.values(), ...aged.filter((row) => row.missedRuns < MISSED_RUNS_UNTIL_GONE)],
    remove: aged.filter((row) => row.missedRuns >= MISSED_RUNS_UNTIL_GONE).map((row) => row.id),
    news: aged.length > 0 || [...heard].some(([key, row]) => tellsMore(known.get(key), row)),
  };
}

/** Compares everything but the time it was heard. */
function tellsMore(before: EvidenceRow | undefined, now: EvidenceRow): boolean {
  if (before === undefined) return true;
  return JSON.stringify({ ...before, lastSeenAtMs: 0 }) !== JSON.stringify({ ...now, lastSeenAtMs: 0 });
}

function countsAsMissed(row: EvidenceRow, input: MergeInput): boolean {
  const { run } = input;
  if (run.complete[row.protocol as NeighbourProtocol] !== 'complete') return false;
  if (run.uptimeMs !== null && run.uptimeMs < SETTLING_MS) return false;
  return row.localInterfaceId === null || input.downInterfaceIds?.has(row.localInterfaceId) !== true;
}

function rowFrom(input: MergeInput, reading: NeighbourReading): EvidenceRow {
  return {
    id: 0,
    deviceId: input.deviceId,
    protocol: reading.protocol,
    localInterfaceId: reading.localIfIndex === null ? null : input.interfaceOf(reading.localIfIndex),
    localPort: cleanText(reading.localPort),
    remoteName: cleanText(reading.remoteName),
    remotePort: cleanText(reading.remotePort),
    remotePortDescription: cleanText(reading.remotePortDescription),
    remotePortSubtype: reading.remotePortSubtype,
    remoteChassisId: cleanText(reading.remoteChassisId),
    remoteChassisSubtype: reading.remoteChassisSubtype,
    remoteAddress: cleanText(reading.remoteAddress),
    remoteSystemDescription: cleanText(reading.remoteSystemDescription),
    firstSeenAtMs: input.run.atMs,
    lastSeenAtMs: input.run.atMs,
    missedRuns: 0,
  };
}

function keyOf(row: EvidenceRow): string {
  const local = row.localInterfaceId ?? (row.localPort === null ? '' : expandInterfaceName(row.localPort));
  const chassis = row.remoteChassisId === null ? null : (normaliseMac(row.remoteChassisId) ?? row.remoteChassisId);
  const who = chassis ?? hostName(row.remoteName)?.full ?? row.remoteAddress ?? '';
  return JSON.stringify([row.protocol, local, who.toLowerCase(), row.remotePort]);
}
