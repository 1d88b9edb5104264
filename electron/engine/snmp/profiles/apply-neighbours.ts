/** The vendors' own neighbour tables that a profile names: what to ask for, and the rows as neighbours. Pure. */
import { NEIGHBOUR_PROTOCOL_WORDS } from '../../../../shared/model/neighbour-protocols.ts';
import type { NeighbourProtocol, NeighbourRuns, TableRun } from '../../../../shared/model/neighbour-protocols.ts';
import type { NeighbourReading } from '../../../../shared/model/reading.ts';
import { decodeCdpNeighbours } from '../decode/cdp.ts';
import { decodeEdpNeighbours } from '../decode/edp.ts';
import type { PortNames } from '../decode/local-port.ts';
import { decodeMndpNeighbours, neighbourHints } from '../decode/mndp.ts';
import type { NeighbourHint } from '../decode/mndp.ts';
import { decodeNdpNeighbours } from '../decode/ndp.ts';
import { numberOf } from '../decode/octets.ts';
import { decodeSonmpNeighbours } from '../decode/sonmp.ts';
import type { TableSpec, WalkedRow, WalkedTables } from '../tables/table-spec.ts';
import { rowsOf, tableOf } from '../tables/table-spec.ts';
import type { SnmpValue } from '../wire/value.ts';
import type { NeighbourRules } from './schema.ts';

export interface NeighbourTables {
  readonly tables: WalkedTables;
  /** By OID. */
  readonly scalars: ReadonlyMap<string, SnmpValue>;
  readonly names: PortNames;
  /** Rows of lldpRemTable by the last number of their index. */
  readonly lldpRows: ReadonlySet<number>;
}

export interface VendorNeighbours {
  readonly neighbours: readonly NeighbourReading[];
  readonly runs: NeighbourRuns;
  /** What was wrong with rows, each in a sentence. */
  readonly troubles: readonly string[];
}

/** One kind of table that the profile has. */
interface Source {
  readonly protocols: readonly NeighbourProtocol[];
  /** Any one of them that is there shows that the device has the protocol. */
  readonly specs: readonly TableSpec[];
  readonly spokenBy?: string | undefined;
  readonly decode: (read: NeighbourTables) => readonly NeighbourReading[];
}

const tableAt = (entry: string, columns: TableSpec['columns']): TableSpec => ({
  name: entry,
  entry,
  columns,
  maxRows: 5000,
});

const columnsOf = (columns: Readonly<Record<string, number | undefined>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) => (column === undefined ? [] : [[name, column]])),
  );

const cdpLike = (rule: NonNullable<NeighbourRules['cdpLike']>): Source => {
  const spec = tableAt(rule.table, columnsOf(rule.columns));
  const protocolOf = (cells: WalkedRow['cells']): NeighbourProtocol =>
    rule.words[String(numberOf(cells['heardBy']))] ?? rule.protocol;
  return {
    protocols: [...new Set([rule.protocol, ...Object.values(rule.words)])],
    specs: [spec],
    spokenBy: rule.spokenBy,
    decode: ({ tables, names }) => decodeCdpNeighbours(rowsOf(tables, spec), names, protocolOf),
  };
};

const edp = ({ table, addresses, ports }: NonNullable<NeighbourRules['edp']>): Source => {
  const spec = tableAt(table, { name: 3, version: 4, slot: 5, port: 6 });
  const vlans = tableAt(addresses, { address: 3 });
  const states = tableAt(ports, { state: 1 });
  return {
    protocols: ['EDP'],
    specs: [spec, vlans, states],
    decode: ({ tables, names }) =>
      decodeEdpNeighbours({ neighbours: rowsOf(tables, spec), addresses: rowsOf(tables, vlans), names }),
  };
};

const sonmp = ({ table, channels, spokenBy }: NonNullable<NeighbourRules['sonmp']>): Source => {
  const plain = tableAt(table, { mac: 5, localSegment: 8 });
  const enhanced = tableAt(channels, { mac: 6, localSegment: 9 });
  return {
    protocols: ['SONMP'],
    specs: [plain, enhanced],
    spokenBy,
    decode: ({ tables, names }) => {
      const withChannels = rowsOf(tables, enhanced);
      return withChannels.length > 0
        ? decodeSonmpNeighbours({ neighbours: withChannels, channels: true, names })
        : decodeSonmpNeighbours({ neighbours: rowsOf(tables, plain), channels: false, names });
    },
  };
};

const ndp = ({ table, spokenBy }: NonNullable<NeighbourRules['ndp']>): Source => {
  const spec = tableAt(table, { id: 1, port: 2, name: 3, product: 5, software: 8 });
  return {
    protocols: ['NDP'],
    specs: [spec],
    spokenBy,
    decode: ({ tables, names }) => decodeNdpNeighbours(rowsOf(tables, spec), names),
  };
};

const mndpTable = ({ table }: NonNullable<NeighbourRules['mndp']>): TableSpec =>
  tableAt(table, { address: 2, mac: 3, version: 4, platform: 5, identity: 6, interface: 8 });

const mndp = (rule: NonNullable<NeighbourRules['mndp']>): Source => {
  const spec = mndpTable(rule);
  return {
    protocols: ['MNDP'],
    specs: [spec],
    spokenBy: rule.spokenBy,
    decode: ({ tables, names, lldpRows }) => decodeMndpNeighbours(rowsOf(tables, spec), lldpRows, names),
  };
};

const sourcesOf = (rules: NeighbourRules): Source[] => [
  ...(rules.cdpLike ? [cdpLike(rules.cdpLike)] : []),
  ...(rules.edp ? [edp(rules.edp)] : []),
  ...(rules.sonmp ? [sonmp(rules.sonmp)] : []),
  ...(rules.ndp ? [ndp(rules.ndp)] : []),
  ...(rules.mndp ? [mndp(rules.mndp)] : []),
];

export const neighbourTables = (rules: NeighbourRules): readonly TableSpec[] =>
  sourcesOf(rules).flatMap(({ specs }) => specs);

export const neighbourScalars = (rules: NeighbourRules): readonly string[] =>
  sourcesOf(rules).flatMap(({ spokenBy }) => (spokenBy === undefined ? [] : [spokenBy]));

/** What the agent tells elsewhere of the rows of its LLDP table. */
export const lldpHints = (rules: NeighbourRules, tables: WalkedTables): ReadonlyMap<number, NeighbourHint> =>
  rules.mndp ? neighbourHints(rowsOf(tables, mndpTable(rules.mndp))) : new Map();

/** An empty table ages what was there only if the agent shows that it has the protocol at all. */
export const runOf = (state: TableRun, spoken: boolean): TableRun =>
  state === 'absent' && spoken ? 'complete' : state;

/** How far a protocol was read that several tables tell of. */
export const eitherRun = (one: TableRun, other: TableRun): TableRun => {
  if (one === 'partial' || other === 'partial') return 'partial';
  return one === 'absent' ? other : one;
};

const isNobody = (one: NeighbourReading): boolean =>
  one.remoteName === null && one.remoteChassisId === null && one.remoteAddress === null;

const troublesOf = (told: readonly NeighbourReading[]): string[] =>
  NEIGHBOUR_PROTOCOL_WORDS.flatMap((protocol) => {
    const rows = told.filter((one) => one.protocol === protocol);
    const [nobody, nowhere] = [
      rows.filter(isNobody),
      rows.filter((one) => !isNobody(one) && one.localIfIndex === null),
    ];
    const of = (part: readonly unknown[]): string =>
      `${part.length} of ${rows.length} rows of its ${protocol} neighbours`;
    const ports = [...new Set(nowhere.flatMap(({ localPort }) => localPort ?? []))];
    return [
      ...(nobody.length > 0 ? [`${of(nobody)} do not say who the neighbour is. They are left out.`] : []),
      ...(nowhere.length > 0 && ports.length > 0
        ? [
            `${of(nowhere)} stand at ports that no interface is named by (${ports.slice(0, 5).join(', ')}). They are kept.`,
          ]
        : []),
      ...(nowhere.length > 0 && ports.length === 0
        ? [`${of(nowhere)} do not say at which port they stand. They are kept without a port.`]
        : []),
    ];
  });

const runsOf = (source: Source, { tables, scalars }: NeighbourTables): NeighbourRuns => {
  const told = source.spokenBy === undefined ? null : (scalars.get(source.spokenBy) ?? null);
  const state = source.specs.map((spec) => tableOf(tables, spec).state).reduce(eitherRun, 'absent');
  return Object.fromEntries(source.protocols.map((protocol) => [protocol, runOf(state, told !== null)]));
};

export const applyNeighbours = (rules: NeighbourRules, read: NeighbourTables): VendorNeighbours => {
  const sources = sourcesOf(rules);
  const told = sources.flatMap((source) => [...source.decode(read)]);
  return {
    neighbours: told.filter((one) => !isNobody(one)),
    runs: Object.assign({}, ...sources.map((source) => runsOf(source, read))) as NeighbourRuns,
    troubles: troublesOf(told),
  };
};
