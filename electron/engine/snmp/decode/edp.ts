/**
 * Rows of extremeEdpTable (EXTREME-EDP-MIB) as neighbours. Pure.
 *
 * Its index is ifIndex and eight octets, the last six of which are the neighbour's MAC. Addresses stand in extremeEdpNeighborTable, one for
 * each of its VLANs that has one, with the name of the VLAN behind the same index.
 */
import type { NeighbourReading } from '../../../../shared/model/reading.ts';
import { isUsableAddress } from './address.ts';
import { macOf } from './mac.ts';
import type { Row } from './neighbour.ts';
import { linesOf, localEnd, macChassis, neighbour } from './neighbour.ts';
import { numberOf, textOf } from './octets.ts';
import type { PortNames } from './local-port.ts';

export interface EdpRows {
  readonly neighbours: readonly Row[];
  readonly addresses: readonly Row[];
  readonly names: Pick<PortNames, 'nameOf'>;
}

const ID_OCTETS = 8;

/** The eight octets behind ifIndex, with or without their number in front; null where there are fewer. */
const idOf = ([, ...rest]: readonly number[]): readonly number[] | null => {
  const octets = rest.slice(rest[0] === ID_OCTETS ? 1 : 0).slice(0, ID_OCTETS);
  return octets.length === ID_OCTETS && octets.every((octet) => octet <= 255) ? octets : null;
};

const keyOf = (index: readonly number[]): string => [index[0], ...(idOf(index) ?? [])].join('.');

const addressesByKey = (rows: readonly Row[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { index, cells } of rows) {
    const address = textOf(cells['address']);
    if (address !== null && isUsableAddress(address) && !found.has(keyOf(index))) found.set(keyOf(index), address);
  }
  return found;
};

/** "2:7" on a chassis or a stack; a switch on its own calls the same port "7", so that is told beside. */
const portOf = (slot: number | null, port: number | null): Partial<NeighbourReading> => {
  if (port === null || port <= 0) return {};
  if (slot === null || slot <= 0) return { remotePort: String(port) };
  return { remotePort: `${slot}:${port}`, remotePortDescription: String(port) };
};

export const decodeEdpNeighbours = ({ neighbours, addresses, names }: EdpRows): readonly NeighbourReading[] => {
  const byKey = addressesByKey(addresses);
  return neighbours.map(({ index, cells }) => {
    const id = idOf(index);
    return neighbour({
      protocol: 'EDP',
      ...localEnd(index[0], names),
      remoteName: textOf(cells['name']),
      ...portOf(numberOf(cells['slot']), numberOf(cells['port'])),
      ...macChassis(id === null ? null : macOf(Buffer.from(id.slice(-6)))),
      remoteAddress: byKey.get(keyOf(index)) ?? null,
      remoteSystemDescription: linesOf(textOf(cells['version'])),
    });
  });
};
