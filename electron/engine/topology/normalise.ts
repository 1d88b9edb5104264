/**
 * Brings what devices say of themselves and each other into one form before anything is compared.
 *
 * One choice differs from the design on purpose: a locally administered MAC is not dropped from identities. Every veth,
 * KVM and cloud port has one, and they identify as well as any other. What the rule is after, virtual addresses that
 * several boxes share, is caught by "a MAC owned by two devices identifies neither" (device-index.ts).
 */
import { normaliseMac } from '../../../shared/units/mac.ts';

/** HSRP, HSRP v2, VRRP for IPv4 and IPv6, GLBP: whoever is active owns them. */
const VIRTUAL_PREFIXES = ['00:00:0c:07:ac:', '00:00:0c:9f:f', '00:00:5e:00:01:', '00:00:5e:00:02:', '00:07:b4:00:'];
const NO_ADDRESS = new Set(['00:00:00:00:00:00', 'ff:ff:ff:ff:ff:ff']);

/** A MAC in its one form if it can identify a device; null for none, all zeros, multicast, and first-hop virtual ones. */
export function identityMac(text: string | null): string | null {
  const mac = normaliseMac(text);
  if (mac === null || NO_ADDRESS.has(mac) || (Number.parseInt(mac.slice(0, 2), 16) & 1) === 1) return null;
  return VIRTUAL_PREFIXES.some((prefix) => mac.startsWith(prefix)) ? null : mac;
}

/** Device text without NULs and outer blanks; null when nothing is left. */
export function cleanText(text: string | null): string | null {
  const clean = text?.replaceAll('\u0000', '').trim() ?? '';
  return clean === '' ? null : clean;
}

export interface HostName {
  /** Lower case, without a final dot. */
  readonly full: string;
  /** Up to the first dot; the whole when it is an address. */
  readonly short: string;
}

/** "SW1.example.net." as full and short form. NX-OS and CatOS put the serial beside the name: see `serialIn`. */
export function hostName(text: string | null): HostName | null {
  const bare = cleanText(text)
    ?.toLowerCase()
    .replace(/\([^()]*\)$/, '')
    .replace(/\.$/, '')
    .trim();
  if (bare === undefined || bare === '') return null;
  const isAddress = /^[\d.]+$/.test(bare) || bare.includes(':');
  return { full: bare, short: isAddress ? bare : (bare.split('.')[0] ?? bare) };
}

/** Serial numbers in a CDP device id: "n9k(FDO12345678)" of NX-OS, "FOC0929U1YR(switch)" of CatOS. Both sides are tried. */
export function serialsIn(text: string | null): string[] {
  const match = /^([^()]*)\(([^()]+)\)$/.exec(cleanText(text) ?? '');
  return match === null ? [] : [match[1], match[2]].map((part) => (part ?? '').trim().toUpperCase()).filter(Boolean);
}

/** How vendors shorten the same words. Longest first; the left side is what the expanded name begins with. */
const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ['hundredgige', ['hundredgige', 'hundredgigabitethernet', 'hu']],
  ['twentyfivegige', ['twentyfivegige', 'twentyfivegigabitethernet', 'twe']],
  ['fortygigabitethernet', ['fortygigabitethernet', 'fortygige', 'fo']],
  ['fiftygige', ['fiftygige', 'fi']],
  ['tengigabitethernet', ['tengigabitethernet', 'tengige', 'ten-gigabitethernet', 'xge', 'te']],
  ['fivegigabitethernet', ['fivegigabitethernet', 'fiv']],
  ['twogigabitethernet', ['twogigabitethernet', 'tw']],
  ['gigabitethernet', ['gigabitethernet', 'gige', 'gi', 'ge']],
  ['fastethernet', ['fastethernet', 'fa']],
  ['ethernet', ['ethernet', 'eth', 'et']],
  ['port-channel', ['port-channel', 'portchannel', 'po']],
  ['bundle-ether', ['bundle-ether', 'be']],
  ['management', ['management', 'mgmteth', 'mgmt', 'ma']],
  ['loopback', ['loopback', 'lo']],
  ['tunnel', ['tunnel', 'tu']],
  ['vlan', ['vlan', 'vl']],
  ['serial', ['serial', 'se']],
];
const LONG_NAMES = new Map(KINDS.flatMap(([long, shorts]) => shorts.map((short) => [short, long] as const)));

/**
 * One long, lower-case form of a port's name: Gi1/0/1, GigabitEthernet1/0/1 and "gigabitEthernet 1/0/1" become
 * "gigabitethernet1/0/1". A name that follows no such pattern comes back in lower case, blanks removed.
 */
export function expandInterfaceName(name: string): string {
  const before = expanded.get(name);
  if (before !== undefined) return before;
  if (expanded.size >= MOST_REMEMBERED) expanded.clear();
  const long = expand(name);
  expanded.set(name, long);
  return long;
}

/** The same few names occur on thousands of devices, and each inference asks for all of them. */
const expanded = new Map<string, string>();
const MOST_REMEMBERED = 20_000;

function expand(name: string): string {
  const bare = (cleanText(name) ?? '').toLowerCase().replace(/\s+/g, '');
  const match = /^([a-z][a-z-]*?)(\d.*)$/.exec(bare);
  if (match === null) return bare;
  const [, kind = '', rest = ''] = match;
  return (LONG_NAMES.get(kind) ?? kind) + rest;
}
