/**
 * Everything a device says of itself, once: what `trunkline probe` prints and what discovery works with. Three questions as a rule: who
 * it is, what of all that there might be it has, and then as many as its rows need.
 */
import type { VlansReading } from '../../../shared/model/hardware.ts';
import type { Outcome, Problem } from '../../../shared/model/outcome.ts';
import { ok } from '../../../shared/model/outcome.ts';
import type { AddressReading, DeviceReading, InterfaceReading } from '../../../shared/model/reading.ts';
import type { Clock } from '../../host/host.ts';
import type { Learnt } from '../targets.ts';
import { decodeAddresses } from './decode/addresses.ts';
import { keptParts } from './decode/entities.ts';
import { decodeInterfaces } from './decode/interfaces.ts';
import { placeSensors } from './decode/place-sensors.ts';
import { askTogether } from './ask-together.ts';
import type { Asked } from './ask-together.ts';
import { identify } from './identify.ts';
import type { SystemGroup } from './identify.ts';
import { wholeIdentity } from './identity/whole-identity.ts';
import { findProfile } from './profiles/find-profile.ts';
import type { HealthRead } from './read-health.ts';
import { healthQuestions, readHealth } from './read-health.ts';
import type { NeighboursRead } from './read-neighbours.ts';
import { neighbourQuestions, readNeighbours } from './read-neighbours.ts';
import { VLAN_QUESTIONS, readVlans } from './read-vlans.ts';
import type { SnmpSession } from './session.ts';
import { IF_TABLE, IF_X_TABLE, IP_ADDR_TABLE, IP_ADDRESS_TABLE } from './tables/standard.ts';
import { rowsOf } from './tables/table-spec.ts';

export type ReadStep = 'identify' | 'interfaces';

export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly onStep?: ((step: ReadStep) => void) | undefined;
}

interface InterfacesRead {
  readonly interfaces: readonly InterfaceReading[];
  readonly addresses: readonly AddressReading[];
}

const INTERFACE_QUESTIONS = { scalars: [], tables: [IF_TABLE, IF_X_TABLE, IP_ADDRESS_TABLE, IP_ADDR_TABLE] };

const readInterfaces = async (session: Asked, signal: AbortSignal): Promise<Outcome<InterfacesRead>> => {
  const walked = await session.walk(INTERFACE_QUESTIONS.tables, signal);
  if (walked.kind === 'failed') return walked;
  const tables = walked.value;
  const interfaces = decodeInterfaces(rowsOf(tables, IF_TABLE), rowsOf(tables, IF_X_TABLE));
  const addresses = decodeAddresses(rowsOf(tables, IP_ADDRESS_TABLE), rowsOf(tables, IP_ADDR_TABLE));
  return { ...walked, value: { interfaces, addresses } };
};

const NO_INTERFACES: InterfacesRead = { interfaces: [], addresses: [] };
const NO_NEIGHBOURS: NeighboursRead = {
  neighbours: [],
  lldp: null,
  neighbourRuns: { LLDP: 'partial', CDP: 'partial' },
};
const NO_HEALTH: HealthRead = {
  processors: [],
  memory: [],
  storage: [],
  sensors: [],
  entities: [],
  parts: { parts: [], notes: [] },
  partTables: [],
  reader: null,
};
const NO_VLANS: VlansReading = { source: null, tables: [], vlans: [] };

/** What there is of it; its problems go to the list, once each. */
const settle = <T>(outcome: Outcome<T>, otherwise: T, problems: Problem[]): T => {
  const told = outcome.kind === 'failed' ? [outcome.problem] : outcome.kind === 'partial' ? outcome.problems : [];
  for (const problem of told) if (!problems.some((one) => one.message === problem.message)) problems.push(problem);
  return outcome.kind === 'failed' ? otherwise : outcome.value;
};

const learntNow = (clock: Clock, { identity, uptimeMs, changes }: SystemGroup): Learnt => ({
  atMs: clock.now(),
  software: `${identity.sysObjectID ?? ''} ${identity.sysDescr ?? ''}`,
  uptimeMs,
  changes,
});

/** Fails only where the device cannot be identified; whatever else is missing is told in `problems` and `warnings`. */
export const readDevice = async (
  session: SnmpSession,
  { signal, clock, onStep }: ReadOptions,
): Promise<Outcome<DeviceReading>> => {
  const startedMs = clock.monotonic();
  const before = session.stats.requests;
  const problems: Problem[] = [];
  onStep?.('identify');
  const system = await identify(session, signal);
  if (system.kind === 'failed') return system;
  const { identity, changes, ...told } = settle(system, system.value, problems);
  session.seen(learntNow(clock, { identity, changes, ...told }));
  const profile = await findProfile(session, identity, signal);
  session.usesProfile(profile.name);
  onStep?.('interfaces');
  const wanted = { profile, parts: ['identity', 'health', 'limits'] } as const;
  const rules = profile.neighbours;
  const questions = [INTERFACE_QUESTIONS, neighbourQuestions(rules), healthQuestions(wanted), VLAN_QUESTIONS];
  const asked = await askTogether(session, questions, signal);
  const { interfaces, addresses } = settle(await readInterfaces(asked, signal), NO_INTERFACES, problems);
  const around = await readNeighbours(asked, { signal, interfaces, rules });
  const neighbours = settle(around, NO_NEIGHBOURS, problems);
  const read = await readHealth(asked, signal, wanted);
  const { entities, reader, parts, partTables, ...health } = settle(read, NO_HEALTH, problems);
  const vlans = settle(await readVlans(asked, signal), NO_VLANS, problems);
  if (signal.aborted)
    return {
      kind: 'failed',
      problem: { code: 'cancelled', message: `Reading ${session.target.address} was cancelled.` },
    };
  const reading: DeviceReading = {
    ...wholeIdentity(identity, profile, { entities, reader }),
    ...told,
    interfaces,
    addresses,
    ...health,
    sensors: placeSensors(health.sensors, { parts: parts.parts, interfaces }),
    hardware: { parts: keptParts(parts.parts), vlans, tables: partTables, notes: parts.notes },
    ...neighbours,
    stats: { requests: session.stats.requests - before, durationMs: Math.round(clock.monotonic() - startedMs) },
    warnings: [...problems.map((problem) => problem.message), ...parts.notes],
  };
  return problems.length > 0 ? { kind: 'partial', value: reading, problems } : ok(reading);
};
