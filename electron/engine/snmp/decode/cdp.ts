/** Rows of cdpCacheTable (CISCO-CDP-MIB) as neighbours. Pure. */
import type { NeighbourReading } from '../../../../shared/model/reading.ts';
import type { WalkedRow } from '../tables/table-spec.ts';
import type { SnmpValue } from '../wire/value.ts';
import { addressOfOctets } from './address.ts';
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

const decodeCapabilities = (value: SnmpValue | undefined): readonly string[] => {
  const last = bytesOf(value)?.at(-1) ?? 0;
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

const decodeAddress = (value: SnmpValue | undefined): string | null => {
  const bytes = bytesOf(value);
  const address = bytes === null ? null : addressOfOctets(bytes);
  return address === '0.0.0.0' || address === '::' ? null : address;
};

export const decodeCdpNeighbours = (
  rows: readonly WalkedRow[],
  nameOf: (ifIndex: number) => string | null,
  names: Pick<PortNames, 'has'>,
): readonly NeighbourReading[] =>
  rows.map(({ index, cells }): NeighbourReading => {
    const [ifIndex = 0] = index;
    const deviceId = decodeDeviceId(cells['deviceId']);
    const known = ifIndex > 0 || names.has(ifIndex);
    return {
      protocol: 'CDP',
      localIfIndex: known ? ifIndex : null,
      localPort: known ? nameOf(ifIndex) : null,
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
