/**
 * Rows of s5EnMsTopNmmTable (S5-ETH-MULTISEG-TOPOLOGY-MIB) as neighbours: SONMP, which Nortel called NDP. Pure.
 *
 * All stands in the index: slot and port here (a port's channel too, in s5EnMsTopNmmEnhancedTable), the neighbour's address, and its "segment",
 * which of a switch is 256 times its slot plus its port. A row of slot and port 0 is the device itself.
 */
import type { NeighbourReading } from '../../../../shared/model/reading.ts';
import { addressOfOctets, isUsableAddress } from './address.ts';
import { macOf } from './mac.ts';
import type { Row } from './neighbour.ts';
import { localEnd, macChassis, neighbour } from './neighbour.ts';
import { numberOf } from './octets.ts';
import type { PortNames } from './local-port.ts';

export interface SonmpRows {
  readonly neighbours: readonly Row[];
  /** Whether the index has the channel of a port. */
  readonly channels: boolean;
  readonly names: Pick<PortNames, 'nameOf' | 'bySlot'>;
}

/** "1/23", and of a channel "1/22/1"; null for none. */
const slotPort = (slot: number, port: number, channel: number): string | null => {
  if (port <= 0) return null;
  return channel > 0 ? `${slot}/${port}/${channel}` : `${slot}/${port}`;
};

/** Hubs of the System 3000 put the end of their MAC there: no port. */
const remotePort = (segment: number, mac: string | null): string | null => {
  const end = mac === null ? null : Number.parseInt(mac.replaceAll(':', '').slice(-6), 16);
  if (segment <= 0 || segment === end) return null;
  return slotPort((segment >> 8) & 0xff, segment & 0xff, segment >> 16);
};

const FALSE = 2;
/** Heard across a bridge: a device, but none that stands at this port. */
const isFar = ({ cells }: Row): boolean => numberOf(cells['localSegment']) === FALSE;
const isSelf = ({ index }: Row): boolean => index[0] === 0 && index[1] === 0;

export const decodeSonmpNeighbours = ({ neighbours, channels, names }: SonmpRows): readonly NeighbourReading[] =>
  neighbours
    .filter((row) => !isFar(row) && !isSelf(row))
    .map(({ index, cells }) => {
      const arcs = channels ? 8 : 7;
      const whole = index.length === arcs;
      const [slot = 0, port = 0, channel = 0] = index;
      const here = whole ? slotPort(slot, port, channels ? channel : 0) : null;
      const mac = macOf(cells['mac']);
      const address = whole ? addressOfOctets(index.slice(-5, -1)) : null;
      const end = localEnd(names.bySlot(here), names);
      return neighbour({
        protocol: 'SONMP',
        localIfIndex: end.localIfIndex,
        localPort: end.localPort ?? here,
        remotePort: whole ? remotePort(index.at(-1) ?? 0, mac) : null,
        ...macChassis(mac),
        remoteAddress: address !== null && isUsableAddress(address) ? address : null,
      });
    });
