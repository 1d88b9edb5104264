/** Interfaces out of ifTable and ifXTable (RFC 2863). Pure. */
import type { InterfaceReading } from '../../../../shared/model/reading.ts';
import { ifTypeName, statusWord } from '../names.ts';
import type { WalkedRow } from '../tables/table-spec.ts';
import type { SnmpValue } from '../wire/value.ts';
import { macOf } from './mac.ts';
import { counterOf, numberOf, textOf } from './octets.ts';

type Cells = Readonly<Record<string, SnmpValue>>;

/** ifSpeed stops at this value (RFC 2863 section 3.1.12); net-snmp shows it for everything of 4.3 Gbit/s and more. */
const PEGGED = 4_294_967_295;
const MEGA = 1_000_000;

/**
 * Bits per second; null for an unknown or zero speed. ifHighSpeed, in whole megabits, only where ifSpeed is at its end or missing: below
 * that ifSpeed is the finer one. Some agents count ifHighSpeed in bits: more than 100 Tbit/s is taken for that.
 */
export const speedOf = (speed: number | null, highSpeed: number | null): number | null => {
  const exact = speed !== null && speed > 0 && speed < PEGGED ? speed : null;
  const coarse = highSpeed === null || highSpeed <= 0 ? null : highSpeed > 100_000_000 ? highSpeed : highSpeed * MEGA;
  if (coarse === null) return exact;
  // A low ifSpeed beside a high ifHighSpeed is one that wrapped.
  return exact !== null && Math.abs(exact - coarse) <= MEGA ? exact : coarse;
};

/** Rows by their ifIndex: the only arc of the index. */
export const byIfIndex = (rows: readonly WalkedRow[]): ReadonlyMap<number, Cells> =>
  new Map(rows.flatMap(({ index, cells }): [number, Cells][] => (index.length === 1 ? [[index[0] ?? 0, cells]] : [])));

const NONE: Cells = {};

export const decodeInterfaces = (
  ifRows: readonly WalkedRow[],
  ifXRows: readonly WalkedRow[],
): readonly InterfaceReading[] => {
  const base = byIfIndex(ifRows);
  const more = byIfIndex(ifXRows);
  const indexes = [...new Set([...base.keys(), ...more.keys()])].sort((a, b) => a - b);
  return indexes
    .map((ifIndex) => decodeInterface(ifIndex, base.get(ifIndex) ?? NONE, more.get(ifIndex) ?? NONE))
    .filter(saysSomething);
};

/** Some agents leave a bare number behind for an interface that is gone (IOS XE: only ifIndex, ifLastChange and a discontinuity of 0). */
const saysSomething = (one: InterfaceReading): boolean =>
  [one.name, one.type, one.adminStatus, one.operStatus, one.inOctets].some((value) => value !== null);

const decodeInterface = (ifIndex: number, base: Cells, more: Cells): InterfaceReading => {
  const type = numberOf(base['type']);
  const mtu = numberOf(base['mtu']);
  // Agents older than ifXTable (RFC 1573) name their interfaces by ifDescr alone.
  const description = textOf(base['descr']);
  return {
    ifIndex,
    name: textOf(more['name']) ?? description,
    description,
    alias: textOf(more['alias']),
    type: type === null ? null : ifTypeName(type),
    speedBps: speedOf(numberOf(base['speed']), numberOf(more['highSpeed'])),
    adminStatus: statusWord(numberOf(base['adminStatus'])),
    operStatus: statusWord(numberOf(base['operStatus'])),
    mac: macOf(base['physAddress']),
    mtu: mtu !== null && mtu > 0 ? mtu : null,
    inOctets: counterOf(more['hcInOctets']) ?? counterOf(base['inOctets']),
    outOctets: counterOf(more['hcOutOctets']) ?? counterOf(base['outOctets']),
  };
};
