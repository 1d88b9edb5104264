/** One poll's counters, 64-bit where the agent has them. Pure. */
import type { CounterReading } from '../../../../shared/model/reading.ts';
import { statusWord } from '../names.ts';
import { COUNTERS_32, COUNTERS_64, COUNTERS_REST } from '../tables/counters.ts';
import type { WalkedRow, WalkedTables } from '../tables/table-spec.ts';
import { rowsOf } from '../tables/table-spec.ts';
import type { SnmpValue } from '../wire/value.ts';
import { speedOf } from './interfaces.ts';
import { counterOf, numberOf, textOf } from './octets.ts';

/** The sum of what is told; null where the first (unicast) is not. */
const sum = (values: readonly (SnmpValue | undefined)[]): bigint | null => {
  const [first, ...rest] = values.map(counterOf);
  if (first === null || first === undefined) return null;
  return rest.reduce<bigint>((total, value) => total + (value ?? 0n), first);
};

const byIndex = (rows: readonly WalkedRow[]): ReadonlyMap<number, WalkedRow> =>
  new Map(rows.flatMap((row): [number, WalkedRow][] => (row.index.length === 1 ? [[row.index[0] ?? 0, row]] : [])));

interface Rows {
  readonly wide: WalkedRow | undefined;
  readonly rest: WalkedRow | undefined;
  readonly narrow: WalkedRow | undefined;
}

const decodeRow = (ifIndex: number, { wide, rest, narrow }: Rows): CounterReading => {
  const x = wide?.cells ?? {};
  const base = rest?.cells ?? {};
  const old = narrow?.cells ?? {};
  const is64 = counterOf(x['hcInOctets']) !== null || narrow === undefined;
  const stamp = (is64 ? wide : narrow) ?? wide ?? rest;
  const description = textOf(base['descr']);
  const packets64 = counterOf(x['hcInUnicast']) !== null || narrow === undefined;
  return {
    ifIndex,
    // The same choice as in a full reading, or the two would take one interface for two.
    name: textOf(x['name']) ?? description,
    description,
    alias: textOf(x['alias']),
    speedBps: speedOf(numberOf(base['speed']), numberOf(x['highSpeed'])),
    adminStatus: statusWord(numberOf(base['adminStatus'])),
    operStatus: statusWord(numberOf(base['operStatus'])),
    discontinuity: numberOf(x['discontinuity']),
    octetBits: is64 ? 64 : 32,
    packetBits: packets64 ? 64 : 32,
    inOctets: counterOf(is64 ? x['hcInOctets'] : old['inOctets']),
    outOctets: counterOf(is64 ? x['hcOutOctets'] : old['outOctets']),
    inPackets: packets64
      ? sum([x['hcInUnicast'], x['hcInMulticast'], x['hcInBroadcast']])
      : sum([old['inUnicast'], old['inNonUnicast']]),
    outPackets: packets64
      ? sum([x['hcOutUnicast'], x['hcOutMulticast'], x['hcOutBroadcast']])
      : sum([old['outUnicast'], old['outNonUnicast']]),
    inErrors: counterOf(base['inErrors']),
    outErrors: counterOf(base['outErrors']),
    inDiscards: counterOf(base['inDiscards']),
    outDiscards: counterOf(base['outDiscards']),
    monotonicMs: stamp?.atMs ?? 0,
    uptimeHundredths: stamp?.uptimeHundredths ?? null,
  };
};

export const decodeCounters = (tables: WalkedTables): readonly CounterReading[] => {
  const wide = byIndex(rowsOf(tables, COUNTERS_64));
  const rest = byIndex(rowsOf(tables, COUNTERS_REST));
  const narrow = byIndex(rowsOf(tables, COUNTERS_32));
  const indexes = new Set([...wide.keys(), ...rest.keys(), ...narrow.keys()]);
  return [...indexes]
    .sort((a, b) => a - b)
    .map((ifIndex) =>
      decodeRow(ifIndex, { wide: wide.get(ifIndex), rest: rest.get(ifIndex), narrow: narrow.get(ifIndex) }),
    );
};
