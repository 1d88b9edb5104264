/** IP addresses of the device: ipAddressTable (RFC 4293), and ipAddrTable of older agents for what that lacks. Pure. */
import type { AddressReading } from '../../../../shared/model/reading.ts';
import type { WalkedRow } from '../tables/table-spec.ts';
import { addressOfOctets, inetAddress, prefixOfMask } from './address.ts';
import { numberOf } from './octets.ts';

const UNICAST = 1;

/** The prefix length is the last arc of the row pointer into ipAddressPrefixTable; 0.0 where there is none. */
const prefixOf = (pointer: unknown): number | null => {
  if (typeof pointer !== 'string') return null;
  const arcs = pointer.split('.');
  return arcs.length > 12 ? Number(arcs.at(-1)) : null;
};

const fromNew = ({ index, cells }: WalkedRow): AddressReading[] => {
  const [type = 0, length = 0, ...octets] = index;
  const told = numberOf(cells['type']);
  const address = octets.length === length ? inetAddress(type, octets) : inetAddress(type, [length, ...octets]);
  if (address === null || (told !== null && told !== UNICAST)) return [];
  return [{ address, prefixLength: prefixOf(cells['prefix']), ifIndex: numberOf(cells['ifIndex']) }];
};

const fromOld = ({ index, cells }: WalkedRow): AddressReading[] => {
  const address = index.length === 4 ? addressOfOctets(index) : null;
  const mask = cells['netMask'];
  if (address === null || address === '0.0.0.0') return [];
  const prefixLength = typeof mask === 'string' ? prefixOfMask(mask) : null;
  return [{ address, prefixLength, ifIndex: numberOf(cells['ifIndex']) }];
};

export const decodeAddresses = (
  newRows: readonly WalkedRow[],
  oldRows: readonly WalkedRow[],
): readonly AddressReading[] => {
  const found = new Map<string, AddressReading>();
  for (const one of [...newRows.flatMap(fromNew), ...oldRows.flatMap(fromOld)]) {
    const known = found.get(one.address);
    found.set(one.address, {
      address: one.address,
      prefixLength: known?.prefixLength ?? one.prefixLength,
      ifIndex: known?.ifIndex ?? one.ifIndex,
    });
  }
  return [...found.values()];
};
