/** Who stands at which port: LLDP, in version 2 of its MIB only where version 1 is empty, CDP, and what the profile names besides. */
import { failed, ok } from '../../../shared/model/outcome.ts';
import type { Outcome, Problem } from '../../../shared/model/outcome.ts';
import type { NeighbourRuns } from '../../../shared/model/neighbour-protocols.ts';
import type { InterfaceReading, LocalLldp, LocalLldpPort, NeighbourReading } from '../../../shared/model/reading.ts';
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
import {
  applyNeighbours,
  eitherRun,
  lldpHints,
  neighbourScalars,
  neighbourTables,
  runOf,
} from './profiles/apply-neighbours.ts';
import type { LldpLike, NeighbourRules } from './profiles/schema.ts';
import type { Asked } from './ask-together.ts';
import type { Questions } from './tables/questions.ts';
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
  readonly neighbourRuns: NeighbourRuns;
}

export interface NeighbourOptions {
  readonly signal: AbortSignal;
  /** For the names of local ports; read from the device where not given. */
  readonly interfaces?: readonly InterfaceReading[] | undefined;
  /** Tables that the vendor has for them, by its profile; none when left out. */
  readonly rules?: NeighbourRules | undefined;
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

const readNames = async (session: Asked, signal: AbortSignal): Promise<readonly InterfaceReading[]> => {
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
const chosenTables = (
  tables: WalkedTables,
  lldpLike: LldpLike | undefined,
): { version: LldpVersion; specs: LldpTables } => {
  const vendor = lldpLike ? vendorTables(lldpLike) : null;
  const standard = rowsOf(tables, LLDP_REMOTE).length > 0;
  if (!standard && rowsOf(tables, LLDP_V2_REMOTE).length > 0) return { version: 2, specs: LLDP_TABLES[2] };
  if (!standard && vendor !== null && rowsOf(tables, vendor.remote).length > 0) return { version: 2, specs: vendor };
  return { version: 1, specs: LLDP_TABLES[1] };
};

interface Walked {
  readonly tables: WalkedTables;
  /** By OID. */
  readonly scalars: ReadonlyMap<string, SnmpValue>;
  readonly interfaces: readonly InterfaceReading[];
  readonly rules: NeighbourRules;
}

const lldpRowNumbers = (tables: WalkedTables, remote: TableSpec): ReadonlySet<number> =>
  new Set(rowsOf(tables, remote).map(({ index }) => index.at(-1) ?? 0));

const decode = ({ tables, scalars, interfaces, rules }: Walked): NeighboursRead & { troubles: readonly string[] } => {
  const names: PortNames = portNames(interfaces);
  const { version, specs } = chosenTables(tables, rules.lldpLike);
  const ports = decodeLocalPorts(rowsOf(tables, specs.port), version, names);
  const local = version === 2 ? LLDP_V2_LOCAL_SCALARS : LLDP_LOCAL_SCALARS;
  const lldp = localLldp(
    local.map((oid) => scalars.get(oid) ?? null),
    ports,
  );
  const remotes = rowsOf(tables, specs.remote);
  const hints = lldpHints(rules, tables);
  const lldpNeighbours = decodeLldpNeighbours({
    version,
    remotes,
    addresses: rowsOf(tables, specs.address),
    ports,
    bridgePorts: bridgePortMap(rowsOf(tables, BRIDGE_PORT_TABLE)),
    names,
    hints,
  });
  const named = lldpNeighbours.map((one) => ({
    ...one,
    localPort: (one.localIfIndex === null ? null : names.nameOf(one.localIfIndex)) ?? one.localPort,
  }));
  const vendor = applyNeighbours(rules, { tables, scalars, names, lldpRows: lldpRowNumbers(tables, specs.remote) });
  const cdp = runOf(tableOf(tables, CDP_CACHE).state, (scalars.get(CDP_RUNNING) ?? null) !== null);
  return {
    neighbours: [...named, ...decodeCdpNeighbours(rowsOf(tables, CDP_CACHE), names), ...vendor.neighbours],
    lldp,
    neighbourRuns: {
      ...vendor.runs,
      LLDP: runOf(tableOf(tables, specs.remote).state, lldp !== null),
      CDP: eitherRun(cdp, vendor.runs.CDP ?? 'absent'),
    },
    troubles: [...lldpTrouble(remotes.length, rowsWithoutPort(remotes, version, hints)), ...vendor.troubles],
  };
};

const lldpTrouble = (rows: number, broken: number): string[] =>
  broken === 0
    ? []
    : [
        `${broken} of ${rows} rows of its LLDP neighbours do not say at which port they stand: ` +
          'their index is too short. The neighbours are kept without a port.',
      ];

/** What `readNeighbours` asks for. */
export const neighbourQuestions = (rules: NeighbourRules): Questions => {
  const vendor = rules.lldpLike ? vendorTables(rules.lldpLike) : null;
  const more = [...(vendor ? [vendor.remote, vendor.address] : []), ...neighbourTables(rules)];
  return { scalars: [...SCALARS, ...neighbourScalars(rules)], tables: [...TABLES, ...more] };
};

/** Walks the neighbour tables; a table that broke off is *partial* in `neighbourRuns`, and the rest is good. */
export const readNeighbours = async (
  session: Asked,
  { signal, interfaces, rules = {} }: NeighbourOptions,
): Promise<Outcome<NeighboursRead>> => {
  const questions = neighbourQuestions(rules);
  const got = await session.get(questions.scalars, signal);
  if (got.kind === 'failed') return got;
  const walked = await session.walk(questions.tables, signal);
  if (walked.kind === 'failed') return failed(walked.problem.code, walked.problem.message);
  const known = interfaces ?? (await readNames(session, signal));
  const scalars = new Map(got.value.map(({ oid, value }) => [oid, value]));
  const { troubles, ...read } = decode({ tables: walked.value, scalars, interfaces: known, rules });
  const problems: Problem[] = [got, walked].flatMap((one) => (one.kind === 'partial' ? [...one.problems] : []));
  problems.push(...troubles.map((trouble) => brokenAgent(session.target, trouble)));
  return problems.length > 0 ? { kind: 'partial', value: read, problems } : ok(read);
};
