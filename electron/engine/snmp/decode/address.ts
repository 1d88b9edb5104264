/** IP addresses, from octets, from table indexes and from text. */
import { isIP } from 'node:net';
import { SocketAddress } from 'node:net';

/** 4 or 16 octets; anything else is null. */
export const addressOfOctets = (bytes: ArrayLike<number>): string | null => {
  const octets = Array.from(bytes);
  if (octets.some((octet) => octet > 255)) return null;
  if (octets.length === 4) return octets.join('.');
  if (octets.length !== 16) return null;
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((octets[2 * at] ?? 0) * 256 + (octets[2 * at + 1] ?? 0)).toString(16),
  );
  return new SocketAddress({ address: groups.join(':'), family: 'ipv6' }).address;
};

/** InetAddressType (RFC 4001): 1 IPv4, 2 IPv6, 3 and 4 the same with a zone of four octets behind. */
export const inetAddress = (type: number, octets: readonly number[]): string | null => {
  if (type === 1 || type === 3) return addressOfOctets(octets.slice(0, 4));
  if (type === 2 || type === 4) return addressOfOctets(octets.slice(0, 16));
  return null;
};

/** LLDP network addresses: the IANA family (1 IPv4, 2 IPv6) stands in front. */
export const ianaAddress = (bytes: Uint8Array): string | null => {
  const rest = bytes.subarray(1);
  if (bytes[0] === 1 && rest.length === 4) return addressOfOctets(rest);
  if (bytes[0] === 2 && rest.length === 16) return addressOfOctets(rest);
  return null;
};

/** An address in text in its canonical form. */
export const parseAddress = (text: string): string | null => {
  const version = isIP(text);
  if (version === 0) return null;
  return new SocketAddress({ address: text, family: version === 4 ? 'ipv4' : 'ipv6' }).address;
};

/** Whether one can send to it: not 0.0.0.0, loopback, link-local, or multicast. */
export const isUsableAddress = (address: string): boolean =>
  !/^(0\.|127\.|169\.254\.|2(2[4-9]|[3-5]\d)\.|::1?$|fe[89ab]|ff)/i.test(address);

/** The bits set in a mask; null where they do not stand together. */
export const prefixOfMask = (mask: string): number | null => {
  const bits = mask
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('');
  const match = /^(1*)0*$/.exec(bits);
  return match && bits.length === 32 ? (match[1] ?? '').length : null;
};
