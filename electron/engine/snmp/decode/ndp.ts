/**
 * Rows of hwNDPPortNbTable (HUAWEI-HGMP-MIB; H3C, HPE and 3Com have the same under their own numbers) as neighbours. Pure.
 *
 * Its index is ifIndex, then the neighbour's device id (its MAC) and port name, each with its length in front. Agents that refuse to tell
 * what is in the index again as cells are read by it.
 */
import { Buffer } from 'node:buffer';
import type { NeighbourReading } from '../../../../shared/model/reading.ts';
import type { SnmpValue } from '../wire/value.ts';
import { macOf } from './mac.ts';
import type { Row } from './neighbour.ts';
import { linesOf, localEnd, macChassis, neighbour } from './neighbour.ts';
import { bytesOf, textOf, textOrHex } from './octets.ts';
import type { PortNames } from './local-port.ts';

/** The two strings of the index; null for what is cut short. */
const stringsIn = ([, ...rest]: readonly number[]): readonly [Buffer | null, Buffer | null] => {
  const take = (at: number): Buffer | null => {
    const length = rest[at];
    const octets = length === undefined ? [] : rest.slice(at + 1, at + 1 + length);
    return octets.length === length && octets.every((octet) => octet <= 255) ? Buffer.from(octets) : null;
  };
  const first = take(0);
  return [first, first === null ? null : take(1 + first.length)];
};

const idOf = (value: SnmpValue | undefined): Partial<NeighbourReading> => {
  const bytes = bytesOf(value);
  if (bytes === null) return {};
  const mac = macOf(bytes);
  return mac === null ? { remoteChassisId: textOrHex(bytes) } : macChassis(mac);
};

export const decodeNdpNeighbours = (
  rows: readonly Row[],
  names: Pick<PortNames, 'nameOf'>,
): readonly NeighbourReading[] =>
  rows.map(({ index, cells }) => {
    const [id, port] = stringsIn(index);
    return neighbour({
      protocol: 'NDP',
      ...localEnd(index[0], names),
      remoteName: textOf(cells['name']),
      remotePort: textOf(cells['port']) ?? textOf(port),
      ...idOf(cells['id'] ?? id),
      remoteSystemDescription: linesOf(textOf(cells['product']), textOf(cells['software'])),
    });
  });
