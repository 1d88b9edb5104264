/** Which bridge port is which interface (BRIDGE-MIB dot1dBasePortIfIndex, RFC 4188). Pure. */
import type { WalkedRow } from '../tables/table-spec.ts';
import { numberOf } from './octets.ts';

/** ifIndex by bridge port. */
export const bridgePortMap = (rows: readonly WalkedRow[]): ReadonlyMap<number, number> =>
  new Map(
    rows.flatMap(({ index, cells }): [number, number][] => {
      const ifIndex = numberOf(cells['ifIndex']);
      return index[0] === undefined || ifIndex === null || ifIndex <= 0 ? [] : [[index[0], ifIndex]];
    }),
  );
