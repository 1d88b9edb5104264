/**
 * Which interface is a port of our own LLDP table? Pure.
 *
 * lldpLocPortNum is an agent's own numbering (IEEE 802.1AB leaves it open): the local port table says what it means; without a
 * hit there, bridges mean dot1dBasePort, everybody else ifIndex.
 */
import type { InterfaceReading, LocalLldpPort } from '../../../../shared/model/reading.ts';
import { slotAndPort } from '../../../../shared/units/slot-port.ts';

export interface PortNames {
  byName(text: string | null): number | null;
  byAlias(text: string | null): number | null;
  byMac(text: string | null): number | null;
  /** By "slot/port" as `slotAndPort` reads it out of names. */
  bySlot(text: string | null): number | null;
  has(ifIndex: number): boolean;
  nameOf(ifIndex: number): string | null;
}

/** ifIndex by text; a text that two interfaces share names neither. */
const unique = (pairs: Iterable<readonly [string | null, number]>): ReadonlyMap<string, number | null> => {
  const found = new Map<string, number | null>();
  for (const [text, ifIndex] of pairs) {
    if (text === null) continue;
    const key = text.toLowerCase();
    const known = found.get(key);
    found.set(key, known === undefined || known === ifIndex ? ifIndex : null);
  }
  return found;
};

export const portNames = (interfaces: readonly InterfaceReading[]): PortNames => {
  const names = unique(interfaces.map((one) => [one.name, one.ifIndex]));
  const descriptions = unique(interfaces.map((one) => [one.description, one.ifIndex]));
  const aliases = unique(interfaces.map((one) => [one.alias, one.ifIndex]));
  const macs = unique(interfaces.map((one) => [one.mac, one.ifIndex]));
  const slots = unique(interfaces.map((one) => [slotAndPort(one.name) ?? slotAndPort(one.description), one.ifIndex]));
  const byIndex = new Map(interfaces.map((one) => [one.ifIndex, one.name ?? one.description]));
  const find = (map: ReadonlyMap<string, number | null>, text: string | null): number | null =>
    text === null ? null : (map.get(text.toLowerCase()) ?? null);
  return {
    byName: (text) => find(names, text) ?? find(descriptions, text),
    byAlias: (text) => find(aliases, text),
    byMac: (text) => find(macs, text),
    bySlot: (text) => find(slots, text),
    has: (ifIndex) => byIndex.has(ifIndex),
    nameOf: (ifIndex) => byIndex.get(ifIndex) ?? null,
  };
};

const SUBTYPE_ALIAS = 1;
const SUBTYPE_MAC = 3;

/** By what the local port table says of the port. */
export const ifIndexOfLocalPort = (port: Omit<LocalLldpPort, 'ifIndex'>, names: PortNames): number | null => {
  const { id, description, subtype } = port;
  const byId =
    subtype === SUBTYPE_ALIAS
      ? (names.byAlias(id) ?? names.byName(id))
      : subtype === SUBTYPE_MAC
        ? names.byMac(id)
        : names.byName(id);
  return byId ?? names.byName(description) ?? names.byAlias(description);
};

/** By number alone. */
export const ifIndexOfPortNumber = (
  portNumber: number,
  bridgePorts: ReadonlyMap<number, number>,
  names: PortNames,
): number | null => bridgePorts.get(portNumber) ?? (names.has(portNumber) ? portNumber : null);
