/** Rows of cdpCacheTable (CISCO-CDP-MIB), and of the tables that other vendors made after it, as neighbours. Pure. */
import type { NeighbourProtocol } from '../../../../shared/model/neighbour-protocols.ts';
import type { NeighbourReading } from '../../../../shared/model/reading.ts';
import type { WalkedRow } from '../tables/table-spec.ts';
import type { SnmpValue } from '../wire/value.ts';
import { addressOfOctets, parseAddress } from './address.ts';
import { macOf } from './mac.ts';
import { bytesOf, textOf, textOrHex } from './octets.ts';
import type { PortNames } from './local-port.ts';

/** CDP capabilities in LLDP's words, from the lowest bit: router, two kinds of bridge, switch, host, IGMP, repeater, phone. */
const CAPABILITIES: readonly (string | null)[] = [
  'router',
  'bridge',
  'bridge',
  'bridge',
  'stationOnly',
  null,
  'repeater',
  'telephone',
];

/** The same where an agent writes them ("Switch IGMP " of FASTPATH, "Trans-Bridge"). */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/router/i, 'router'],
  [/bridge|switch/i, 'bridge'],
  [/host/i, 'stationOnly'],
  [/repeater/i, 'repeater'],
  [/phone/i, 'telephone'],
];

const decodeCapabilities = (value: SnmpValue | undefined): readonly string[] => {
  const bytes = bytesOf(value);
  const text = textOf(bytes) ?? '';
  if (/^[a-z][a-z\s,-]{3,200}$/i.test(text)) return WORDS.flatMap(([word, name]) => (word.test(text) ? [name] : []));
  const last = bytes?.at(-1) ?? 0;
  const words = CAPABILITIES.filter((word, bit) => word !== null && (last & (1 << bit)) !== 0);
  return [...new Set(words)].filter((word) => word !== null);
};

/** Text mostly; phones and some switches put six octets of MAC there. */
const decodeDeviceId = (value: SnmpValue | undefined): string | null => {
  const bytes = bytesOf(value);
  if (bytes === null) return null;
  const text = textOrHex(bytes);
  return bytes.length === 6 && text !== null && /^[0-9a-f]{12}$/.test(text) ? (macOf(bytes) ?? text) : text;
};

/** Octets, or text (FASTPATH). */
const decodeAddress = (value: SnmpValue | undefined): string | null => {
  const bytes = bytesOf(value);
  if (bytes === null) return null;
  const address = (bytes.length === 4 ? null : parseAddress(textOf(bytes) ?? '')) ?? addressOfOctets(bytes);
  return address === '0.0.0.0' || address === '::' ? null : address;
};

/** `protocolOf` where the table holds rows of several. */
export const decodeCdpNeighbours = (
  rows: readonly WalkedRow[],
  names: Pick<PortNames, 'has' | 'nameOf'>,
  protocolOf: (cells: WalkedRow['cells']) => NeighbourProtocol = () => 'CDP',
): readonly NeighbourReading[] =>
  rows.map(({ index, cells }): NeighbourReading => {
    const [ifIndex = 0] = index;
    const deviceId = decodeDeviceId(cells['deviceId']);
    const known = ifIndex > 0 || names.has(ifIndex);
    return {
      protocol: protocolOf(cells),
      localIfIndex: known ? ifIndex : null,
      localPort: known ? names.nameOf(ifIndex) : null,
      remoteName: textOf(cells['sysName']) ?? deviceId,
      remotePort: textOf(cells['devicePort']),
      remotePortDescription: null,
      remotePortSubtype: null,
      remoteChassisId: deviceId,
      remoteChassisSubtype: null,
      remoteAddress: decodeAddress(cells['address']),
      remoteSystemDescription: [textOf(cells['platform']), textOf(cells['version'])].filter(Boolean).join('\n') || null,
      remoteCapabilities: decodeCapabilities(cells['capabilities']),
    };
  });
