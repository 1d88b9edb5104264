/**
 * Rows of mtxrNeighborTable (MIKROTIK-MIB): RouterOS's own list of neighbours, which it hears by MNDP, CDP and LLDP without telling which. Pure.
 *
 * The rows of lldpRemTable are rows of the same list and have its number at the end of their index, so none is told twice; and since RouterOS
 * before 7.7 says nowhere in LLDP-MIB at which port a neighbour stands, this list tells the port (and the address) of those rows too.
 */
import type { NeighbourReading } from '../../../../shared/model/reading.ts';
import { isUsableAddress } from './address.ts';
import { macOf } from './mac.ts';
import type { Row } from './neighbour.ts';
import { linesOf, localEnd, neighbour } from './neighbour.ts';
import { numberOf, textOf } from './octets.ts';
import type { PortNames } from './local-port.ts';

/** What the list says of the neighbour of a number. */
export interface NeighbourHint {
  readonly ifIndex: number | null;
  readonly address: string | null;
}

const addressOf = ({ cells }: Row): string | null => {
  const address = textOf(cells['address']);
  return address !== null && isUsableAddress(address) ? address : null;
};

const ifIndexOf = ({ cells }: Row): number | null => {
  const ifIndex = numberOf(cells['interface']);
  return ifIndex === null || ifIndex <= 0 ? null : ifIndex;
};

/** By the number of the row. */
export const neighbourHints = (rows: readonly Row[]): ReadonlyMap<number, NeighbourHint> =>
  new Map(rows.map((row) => [row.index.at(-1) ?? 0, { ifIndex: ifIndexOf(row), address: addressOf(row) }]));

/** Those that are not in lldpRemTable. */
export const decodeMndpNeighbours = (
  rows: readonly Row[],
  lldpRows: ReadonlySet<number>,
  names: Pick<PortNames, 'nameOf'>,
): readonly NeighbourReading[] =>
  rows
    .filter(({ index }) => !lldpRows.has(index.at(-1) ?? 0))
    .map((row) =>
      neighbour({
        protocol: 'MNDP',
        ...localEnd(ifIndexOf(row), names),
        remoteName: textOf(row.cells['identity']),
        // Of the interface that spoke, not of the chassis.
        remoteChassisId: macOf(row.cells['mac']),
        remoteAddress: addressOf(row),
        remoteSystemDescription: linesOf(textOf(row.cells['platform']), textOf(row.cells['version'])),
      }),
    );
