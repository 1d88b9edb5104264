import ipaddr from 'ipaddr.js';

export type Family = 4 | 6;

export interface PlainAddress {
  /** As the caller wrote it: results carry this. */
  readonly given: string;
  /** As a ping program takes it: digits only, no other way to write it. */
  readonly text: string;
  readonly family: Family;
}

/**
 * The address in its one plain form, or null if this is not an IP address. Names, options ("-f"), octal, hexadecimal and
 * shortened IPv4 ("127.1") are refused: what reaches a ping program as an argument can be nothing but an address.
 */
export const plainAddress = (given: string): PlainAddress | null => {
  if (ipaddr.IPv4.isValidFourPartDecimal(given)) {
    return { given, text: ipaddr.IPv4.parse(given).toString(), family: 4 };
  }
  if (!given.includes(':') || !ipaddr.IPv6.isValid(given)) return null;
  const address = ipaddr.IPv6.parse(given);
  if (address.isIPv4MappedAddress()) return { given, text: address.toIPv4Address().toString(), family: 4 };
  return { given, text: address.toString(), family: 6 };
};
