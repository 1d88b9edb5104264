/** VLANs and their ports out of Q-BRIDGE-MIB (RFC 4363) and out of Cisco's tables. Pure. */
import type { VlanReading } from '../../../../shared/model/hardware.ts';
import type { WalkedRow } from '../tables/table-spec.ts';
import type { SnmpValue } from '../wire/value.ts';
import { bytesOf, numberOf, textOf } from './octets.ts';

/**
 * Numbers of the bits that are set. In a PortList the first octet tells ports 1 to 8, its highest bit is the lowest port
 * (RFC 4363, PortList): `first` is 1. In Cisco's bitmaps of VLANs the same bit is VLAN 0.
 */
export const bitsIn = (bytes: Uint8Array, first: number): number[] => {
  const found: number[] = [];
  bytes.forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit += 1) if ((byte & (0x80 >> bit)) !== 0) found.push(first + at * 8 + bit);
  });
  return found;
};

/** Junos tells a PortList as text: "517,518,". */
const TEXT_LIST = /^\d{1,5}(,\d{1,5}){0,5000},?$/;

const portsIn = (value: SnmpValue | undefined): readonly number[] => {
  const bytes = bytesOf(value ?? null);
  if (bytes === null) return [];
  const text = bytes.includes(0x2c) ? bytes.toString('latin1') : '';
  if (TEXT_LIST.test(text)) return text.split(',').filter(Boolean).map(Number);
  return bitsIn(bytes, 1);
};

const LAST_VLAN = 4094;
const isVlan = (vlan: number | undefined): vlan is number => vlan !== undefined && vlan >= 1 && vlan <= LAST_VLAN;

export interface BridgeRows {
  readonly current: readonly WalkedRow[];
  readonly static: readonly WalkedRow[];
  /** ifIndex by bridge port. */
  readonly bridgePorts: ReadonlyMap<number, number>;
}

interface Lists {
  readonly egress: readonly number[];
  readonly untagged: ReadonlySet<number>;
}

const listsOf = ({ cells }: WalkedRow): Lists => ({
  egress: portsIn(cells['egress']),
  untagged: new Set(portsIn(cells['untagged'])),
});

const readingOf = (
  vlan: number,
  name: string | null,
  { egress, untagged }: Lists,
  bridgePorts: ReadonlyMap<number, number>,
): VlanReading => {
  // Without the table of bridge ports the numbers are taken for what they mostly are then: ifIndexes.
  const ifIndexOf = (port: number): number | undefined => (bridgePorts.size === 0 ? port : bridgePorts.get(port));
  const place = (ports: readonly number[]): number[] => ports.flatMap((port) => ifIndexOf(port) ?? []);
  return {
    vlan,
    name,
    untagged: place(egress.filter((port) => untagged.has(port))),
    tagged: place(egress.filter((port) => !untagged.has(port))),
    lost: egress.filter((port) => ifIndexOf(port) === undefined).length,
  };
};

/** The current table is what the switch does, the static one what it was told: the first where there are both. */
export const decodeBridgeVlans = ({ current, static: configured, bridgePorts }: BridgeRows): readonly VlanReading[] => {
  const names = new Map<number, string | null>();
  const lists = new Map<number, Lists>();
  for (const row of configured) {
    const vlan = row.index[0];
    if (!isVlan(vlan)) continue;
    names.set(vlan, textOf(row.cells['name']));
    lists.set(vlan, listsOf(row));
  }
  for (const row of current) {
    // A time mark stands before the VLAN; an agent that leaves it out tells the VLAN alone.
    const vlan = row.index[1] ?? row.index[0];
    if (isVlan(vlan)) lists.set(vlan, listsOf(row));
  }
  return [...lists]
    .map(([vlan, ports]) => readingOf(vlan, names.get(vlan) ?? null, ports, bridgePorts))
    .sort((a, b) => a.vlan - b.vlan);
};

export interface CiscoRows {
  readonly vlans: readonly WalkedRow[];
  readonly trunks: readonly WalkedRow[];
  readonly access: readonly WalkedRow[];
}

const ETHERNET = 1;
const TRUNKING = 1;
const OPERATIONAL = 1;

const trunkVlans = ({ cells }: WalkedRow): ReadonlySet<number> =>
  new Set(
    ['enabled', 'enabled2k', 'enabled3k', 'enabled4k'].flatMap((name, place) => {
      const bytes = bytesOf(cells[name] ?? null);
      return bytes === null ? [] : bitsIn(bytes, place * 1024);
    }),
  );

/** A VLAN that is allowed on a trunk and does not exist carries nothing. */
export const decodeCiscoVlans = ({ vlans, trunks, access }: CiscoRows): readonly VlanReading[] => {
  const found = new Map<number, { name: string | null; untagged: number[]; tagged: number[] }>();
  for (const { index, cells } of vlans) {
    const vlan = index[1];
    const works = numberOf(cells['type']) === ETHERNET && (numberOf(cells['state']) ?? OPERATIONAL) === OPERATIONAL;
    if (isVlan(vlan) && works) found.set(vlan, { name: textOf(cells['name']), untagged: [], tagged: [] });
  }
  const trunking = trunks.filter(({ cells }) => numberOf(cells['status']) === TRUNKING);
  for (const row of trunking) {
    const [ifIndex] = row.index;
    const native = numberOf(row.cells['native']);
    if (ifIndex === undefined) continue;
    for (const vlan of trunkVlans(row)) found.get(vlan)?.[vlan === native ? 'untagged' : 'tagged'].push(ifIndex);
  }
  const isTrunk = new Set(trunking.map((row) => row.index[0]));
  for (const { index, cells } of access) {
    const [ifIndex] = index;
    const vlan = numberOf(cells['vlan']);
    if (ifIndex !== undefined && vlan !== null && !isTrunk.has(ifIndex)) found.get(vlan)?.untagged.push(ifIndex);
  }
  return [...found].map(([vlan, ports]) => ({ vlan, ...ports, lost: 0 })).sort((a, b) => a.vlan - b.vlan);
};
