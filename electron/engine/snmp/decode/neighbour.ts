/** What the vendors' neighbour tables have in common. Pure. */
import type { NeighbourReading } from '../../../../shared/model/reading.ts';
import type { WalkedRow } from '../tables/table-spec.ts';
import type { PortNames } from './local-port.ts';

export type Row = Pick<WalkedRow, 'index' | 'cells'>;

type Told = Pick<NeighbourReading, 'protocol'> & Partial<NeighbourReading>;

/** A neighbour of whom nothing is known but what is told here. */
export const neighbour = (told: Told): NeighbourReading => ({
  localIfIndex: null,
  localPort: null,
  remoteName: null,
  remotePort: null,
  remotePortDescription: null,
  remotePortSubtype: null,
  remoteChassisId: null,
  remoteChassisSubtype: null,
  remoteAddress: null,
  remoteSystemDescription: null,
  remoteCapabilities: [],
  ...told,
});

/** Null for the numbers that no interface can have. */
export const localEnd = (
  ifIndex: number | null | undefined,
  names: Pick<PortNames, 'nameOf'>,
): Pick<NeighbourReading, 'localIfIndex' | 'localPort'> =>
  ifIndex === null || ifIndex === undefined || ifIndex <= 0
    ? { localIfIndex: null, localPort: null }
    : { localIfIndex: ifIndex, localPort: names.nameOf(ifIndex) };

/** LLDP's subtype of a chassis id that is a MAC. */
export const CHASSIS_MAC = 4;

/** A chassis id that is a MAC, or none. */
export const macChassis = (mac: string | null): Pick<NeighbourReading, 'remoteChassisId' | 'remoteChassisSubtype'> => ({
  remoteChassisId: mac,
  remoteChassisSubtype: mac === null ? null : CHASSIS_MAC,
});

/** Lines of which those count that there are. */
export const linesOf = (...lines: readonly (string | null)[]): string | null =>
  lines.filter(Boolean).join('\n') || null;
