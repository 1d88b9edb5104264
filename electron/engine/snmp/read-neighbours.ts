/** Who stands at which port: LLDP, in version 2 of its MIB only where version 1 is empty, and CDP. */
import { failed, ok } from '../../../shared/model/outcome.ts';
import type { Outcome, Problem } from '../../../shared/model/outcome.ts';
import type {
  DeviceReading,
  InterfaceReading,
  LocalLldp,
  LocalLldpPort,
  NeighbourReading,
} from '../../../shared/model/reading.ts';
import { bridgePortMap } from './decode/bridge-ports.ts';
import { decodeCdpNeighbours } from './decode/cdp.ts';
import { decodeInterfaces } from './decode/interfaces.ts';
import { decodeChassisId } from './decode/lldp-ids.ts';
import type { LldpVersion } from './decode/lldp.ts';
import { decodeLldpNeighbours, decodeLocalPorts, rowsWithoutPort } from './decode/lldp.ts';
import type { PortNames } from './decode/local-port.ts';
import { portNames } from './decode/local-port.ts';
import { numberOf, textOf } from './decode/octets.ts';
import { brokenAgent } from './problems.ts';
import type { LldpLike } from './profiles/schema.ts';
import type { SnmpSession } from './session.ts';
import {
  CDP_CACHE,
  LLDP_LOCAL_PORT,
  LLDP_LOCAL_SCALARS,
  LLDP_REMOTE,
  LLDP_REMOTE_ADDRESS,
  LLDP_V2_LOCAL_PORT,
  LLDP_V2_LOCAL_SCALARS,
  LLDP_V2_REMOTE,
  LLDP_V2_REMOTE_ADDRESS,
} from './tables/neighbours.ts';
import { BRIDGE_PORT_TABLE, IF_TABLE, IF_X_TABLE } from './tables/standard.ts';
import type { TableSpec, WalkedTables } from './tables/table-spec.ts';
import { rowsOf, tableOf } from './tables/table-spec.ts';
import type { SnmpValue } from './wire/value.ts';

export interface NeighboursRead {
  readonly neighbours: readonly NeighbourReading[];
  readonly lldp: LocalLldp | null;
  readonly neighbourRuns: DeviceReading['neighbourRuns'];
}

export interface NeighbourOptions {
  readonly signal: AbortSignal;
  /** For the names of local ports; read from the device where not given. */
  readonly interfaces?: readonly InterfaceReading[] | undefined;
  /** Where the vendor keeps its LLDP neighbours instead of LLDP-MIB. */
  readonly lldpLike?: LldpLike | undefined;
}

const CDP_RUNNING = '1.3.6.1.4.1.9.9.23.1.3.1.0';
const LLDP_TABLES = {
  1: { remote: LLDP_REMOTE, address: LLDP_REMOTE_ADDRESS, port: LLDP_LOCAL_PORT },
  2: { remote: LLDP_V2_REMOTE, address: LLDP_V2_REMOTE_ADDRESS, port: LLDP_V2_LOCAL_PORT },
} as const;
const SCALARS = [...LLDP_LOCAL_SCALARS, ...LLDP_V2_LOCAL_SCALARS, CDP_RUNNING];
const TABLES = [...Object.values(LLDP_TABLES).flatMap((one) => Object.values(one)), CDP_CACHE, BRIDGE_PORT_TABLE];

/** Only what is needed to give local ports their names. */
const NAME_TABLES = [
  { ...IF_TABLE, columns: { descr: 2, physAddress: 6 } },
  { ...IF_X_TABLE, columns: { name: 1, alias: 18 } },
] as const;

const readNames = async (session: SnmpSession, signal: AbortSignal): Promise<readonly InterfaceReading[]> => {
  const walked = await session.walk(NAME_TABLES, signal);
  return walked.kind === 'failed'
    ? []
    : decodeInterfaces(rowsOf(walked.value, IF_TABLE), rowsOf(walked.value, IF_X_TABLE));
};

const localLldp = (scalars: readonly SnmpValue[], ports: readonly LocalLldpPort[]): LocalLldp | null => {
  const [subtype, id, name] = scalars;
  const chassisSubtype = numberOf(subtype);
  const chassisId = decodeChassisId(chassisSubtype, id);
  const sysName = textOf(name);
  return chassisId === null && sysName === null && ports.length === 0
    ? null
    : { chassisId, chassisSubtype, sysName, ports };
};

type Run = 'complete' | 'partial' | 'absent';

/** An empty table ages what was there only if the agent shows that it has the protocol at all. */
const runOf = (state: Run, spoken: boolean): Run => (state === 'absent' && spoken ? 'complete' : state);

interface LldpTables {
  readonly remote: TableSpec;
  readonly address: TableSpec;
  readonly port: TableSpec;
}

/** As if they were those of LLDP-V2-MIB. */
const vendorTables = ({ remote, columns, addresses, addressColumn }: LldpLike): LldpTables => ({
  remote: { name: remote, entry: remote, columns, maxRows: 5000 },
  address: { name: addresses, entry: addresses, columns: { ifSubtype: addressColumn }, maxRows: 10_000 },
  port: LLDP_V2_LOCAL_PORT,
});

/** Version 1 unless another table alone has neighbours. */
const chosenTables = (tables: WalkedTables, vendor: LldpTables | null): { version: LldpVersion; specs: LldpTables } => {
  const standard = rowsOf(tables, LLDP_REMOTE).length > 0;
  if (!standard && rowsOf(tables, LLDP_V2_REMOTE).length > 0) return { version: 2, specs: LLDP_TABLES[2] };
  if (!standard && vendor !== null && rowsOf(tables, vendor.remote).length > 0) return { version: 2, specs: vendor };
  return { version: 1, specs: LLDP_TABLES[1] };
};

const decode = (
  tables: WalkedTables,
  scalars: readonly SnmpValue[],
  interfaces: readonly InterfaceReading[],
  vendor: LldpTables | null,
): NeighboursRead => {
  const names: PortNames = portNames(interfaces);
  const { version, specs } = chosenTables(tables, vendor);
  const ports = decodeLocalPorts(rowsOf(tables, specs.port), version, names);
  const lldp = localLldp(version === 2 ? scalars.slice(3, 6) : scalars.slice(0, 3), ports);
  const lldpNeighbours = decodeLldpNeighbours({
    version,
    remotes: rowsOf(tables, specs.remote),
    addresses: rowsOf(tables, specs.address),
    ports,
    bridgePorts: bridgePortMap(rowsOf(tables, BRIDGE_PORT_TABLE)),
    names,
  });
  const byIndex = new Map(interfaces.map((one) => [one.ifIndex, one.name ?? one.description]));
  const nameOf = (ifIndex: number): string | null => byIndex.get(ifIndex) ?? null;
  const named = lldpNeighbours.map((one) => ({
    ...one,
    localPort: (one.localIfIndex === null ? null : nameOf(one.localIfIndex)) ?? one.localPort,
  }));
  return {
    neighbours: [...named, ...decodeCdpNeighbours(rowsOf(tables, CDP_CACHE), nameOf, names)],
    lldp,
    neighbourRuns: {
      LLDP: runOf(tableOf(tables, specs.remote).state, lldp !== null),
      CDP: runOf(tableOf(tables, CDP_CACHE).state, scalars[6] !== null && scalars[6] !== undefined),
    },
  };
};

const brokenRows = (session: SnmpSession, tables: WalkedTables, vendor: LldpTables | null): readonly Problem[] => {
  const { version, specs } = chosenTables(tables, vendor);
  const remotes = rowsOf(tables, specs.remote);
  const broken = rowsWithoutPort(remotes, version);
  if (broken === 0) return [];
  const what = `${broken} of ${remotes.length} rows of its LLDP neighbours do not say at which port they stand`;
  return [brokenAgent(session.target, `${what}: their index is too short. The neighbours are kept without a port.`)];
};

/** Walks the neighbour tables; a table that broke off is *partial* in `neighbourRuns`, and the rest is good. */
export const readNeighbours = async (
  session: SnmpSession,
  { signal, interfaces, lldpLike }: NeighbourOptions,
): Promise<Outcome<NeighboursRead>> => {
  const got = await session.get(SCALARS, signal);
  if (got.kind === 'failed') return got;
  const vendor = lldpLike ? vendorTables(lldpLike) : null;
  const walked = await session.walk(vendor ? [...TABLES, vendor.remote, vendor.address] : TABLES, signal);
  if (walked.kind === 'failed') return failed(walked.problem.code, walked.problem.message);
  const known = interfaces ?? (await readNames(session, signal));
  const read = decode(
    walked.value,
    got.value.map((varbind) => varbind.value),
    known,
    vendor,
  );
  const problems: Problem[] = [got, walked].flatMap((one) => (one.kind === 'partial' ? [...one.problems] : []));
  problems.push(...brokenRows(session, walked.value, vendor));
  return problems.length > 0 ? { kind: 'partial', value: read, problems } : ok(read);
};
