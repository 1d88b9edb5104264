/** Address ranges: what may be asked, and which addresses a range holds. Pure. */
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** A sweep larger than this is refused: it would take hours and look like an attack. */
export const LARGEST_SWEEP = 65_536;

/** True when the text is a single IPv4 or IPv6 address in full form (no ranges, no abbreviated IPv4). */
export const isAddress = (text: string): boolean =>
  ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);

export function isInside(address: string, ranges: readonly string[]): boolean {
  if (!isAddress(address)) return false;
  const parsed = ipaddr.process(address);
  return ranges.some((range) => holds(range, parsed));
}

function holds(range: string, address: Address): boolean {
  const [base, bits] = cidrOf(range);
  if (base.kind() !== address.kind()) return false;
  return address.match(base, bits);
}

/** Every session asks for the same few ranges, hundreds of times a second: each is parsed once. */
const parsedRanges = new Map<string, [Address, number]>();
const MOST_PARSED = 2000;

function cidrOf(range: string): [Address, number] {
  const known = parsedRanges.get(range);
  if (known !== undefined) return known;
  const parsed = ipaddr.parseCIDR(range);
  if (parsedRanges.size >= MOST_PARSED) parsedRanges.clear();
  parsedRanges.set(range, parsed);
  return parsed;
}

/** The range that a seed stands for when no limit is given: its own /24, or /64 for IPv6. */
export function ownRange(seed: string): string {
  if (seed.includes('/')) return seed;
  return ipaddr.process(seed).kind() === 'ipv4' ? `${ipaddr.process(seed).toString()}/24` : `${seed}/64`;
}

/** One address as a range of its own. */
export const hostRange = (address: string): string =>
  `${address}/${ipaddr.process(address).kind() === 'ipv4' ? 32 : 128}`;

/** How many addresses a range holds; a single address counts 1. */
export function sizeOf(range: string): number {
  if (!range.includes('/')) return 1;
  const [base, bits] = ipaddr.parseCIDR(range);
  return 2 ** ((base.kind() === 'ipv4' ? 32 : 128) - bits);
}

/** Every host address of an IPv4 range (network and broadcast left out from /30 up), or the one address itself. */
export function addressesOf(range: string): string[] {
  if (!range.includes('/')) return [range];
  const size = sizeOf(range);
  const [base, bits] = ipaddr.parseCIDR(range);
  if (base.kind() !== 'ipv4' || size > LARGEST_SWEEP) return [];
  const [a = 0, b = 0, c = 0, d = 0] = base.toByteArray();
  const first = ((a * 256 + b) * 256 + c) * 256 + d - ((((a * 256 + b) * 256 + c) * 256 + d) % size);
  const skip = bits <= 30 ? 1 : 0;
  return Array.from({ length: size - 2 * skip }, (_, index) => textOf(first + skip + index));
}

const textOf = (value: number): string =>
  [
    Math.floor(value / 2 ** 24) % 256,
    Math.floor(value / 2 ** 16) % 256,
    Math.floor(value / 256) % 256,
    value % 256,
  ].join('.');

/** Addresses that never lead to a device: unspecified, loopback, link-local, multicast. */
export function isFollowable(address: string | null): address is string {
  if (address === null || !isAddress(address)) return false;
  return !['unspecified', 'loopback', 'linkLocal', 'multicast', 'broadcast'].includes(ipaddr.process(address).range());
}
