/** Rows of the LLDP tables, versions 1 and 2 of the MIB, as neighbours. Pure. */
import type { LocalLldpPort, NeighbourReading } from '../../../../shared/model/reading.ts';
import type { WalkedRow } from '../tables/table-spec.ts';
import { addressOfOctets, isUsableAddress } from './address.ts';
import { decodeCapabilities, decodeChassisId, decodePortId } from './lldp-ids.ts';
import type { PortNames } from './local-port.ts';
import { ifIndexOfLocalPort, ifIndexOfPortNumber } from './local-port.ts';
import type { NeighbourHint } from './mndp.ts';
import { numberOf, textOf } from './octets.ts';

/** 1: LLDP-MIB, local ports by number. 2: LLDP-V2-MIB, local ports by ifIndex, with one arc more for the destination address. */
export type LldpVersion = 1 | 2;

export interface LldpRows {
  readonly version: LldpVersion;
  readonly remotes: readonly WalkedRow[];
  readonly addresses: readonly WalkedRow[];
  readonly ports: readonly LocalLldpPort[];
  readonly bridgePorts: ReadonlyMap<number, number>;
  readonly names: PortNames;
  /** Where the agent tells elsewhere what its rows leave open, by the last number of their index. */
  readonly hints?: ReadonlyMap<number, NeighbourHint> | undefined;
}

interface RemoteKey {
  /** Null where the agent indexes its table with too few numbers (RouterOS before 7). */
  readonly localPort: number | null;
  /** What rows of the address table share with it. */
  readonly text: string;
  readonly arcs: number;
}

const INDEX_ARCS = { 1: 3, 2: 4 } as const;

const remoteKey = (index: readonly number[], version: LldpVersion): RemoteKey => {
  const arcs = INDEX_ARCS[version];
  if (index.length >= arcs) return { localPort: index[1] ?? null, text: index.slice(0, arcs).join('.'), arcs };
  // Without the time mark the others still stand; with one number there is only the remote index.
  const localPort = version === 1 && index.length === 2 ? (index[0] ?? null) : null;
  return { localPort, text: index.join('.'), arcs: index.length };
};

/** How many rows do not say at which of our ports they stand: their index is too short (RouterOS before 7 has one number there). */
export const rowsWithoutPort = (
  remotes: readonly WalkedRow[],
  version: LldpVersion,
  hints: LldpRows['hints'] = new Map(),
): number =>
  remotes.filter(({ index }) => remoteKey(index, version).localPort === null && !hints.get(index.at(-1) ?? 0)?.ifIndex)
    .length;

/** IANA address families of the addresses that we can use. */
const FAMILY_OCTETS: Readonly<Record<number, number>> = { 1: 4, 2: 16 };

/** After the key: family, length, octets. Some agents leave the length out. */
const managementAddress = (rest: readonly number[]): string | null => {
  const [family = 0, ...more] = rest;
  const octets = FAMILY_OCTETS[family];
  if (octets === undefined) return null;
  return addressOfOctets(more.length === octets ? more : more.slice(1, 1 + octets));
};

/** The address to send to: usable before unusable, IPv4 before IPv6. */
const preference = (address: string): number => (isUsableAddress(address) ? 0 : 2) + (address.includes(':') ? 1 : 0);

const addressesByRemote = (rows: LldpRows): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { index } of rows.addresses) {
    const { text, arcs } = remoteKey(index, rows.version);
    const address = managementAddress(index.slice(arcs));
    const known = found.get(text);
    if (address !== null && (known === undefined || preference(address) < preference(known))) found.set(text, address);
  }
  return found;
};

interface LocalEnd {
  readonly localIfIndex: number | null;
  readonly localPort: string | null;
}

const localEnd = (localPort: number | null, hint: NeighbourHint | undefined, rows: LldpRows): LocalEnd => {
  if (localPort === null || localPort === 0) {
    const ifIndex = hint?.ifIndex ?? null;
    return { localIfIndex: ifIndex, localPort: ifIndex === null ? null : rows.names.nameOf(ifIndex) };
  }
  const port = rows.ports.find((one) => one.portNumber === localPort);
  const name = port ? (port.description ?? port.id) : null;
  if (rows.version === 2) return { localIfIndex: localPort, localPort: name };
  const known = port?.ifIndex ?? ifIndexOfPortNumber(localPort, rows.bridgePorts, rows.names);
  return { localIfIndex: known, localPort: name ?? String(localPort) };
};

export const decodeLldpNeighbours = (rows: LldpRows): readonly NeighbourReading[] => {
  const addresses = addressesByRemote(rows);
  return rows.remotes.map(({ index, cells }): NeighbourReading => {
    const key = remoteKey(index, rows.version);
    const hint = rows.hints?.get(index.at(-1) ?? 0);
    const chassisSubtype = numberOf(cells['chassisIdSubtype']);
    const portSubtype = numberOf(cells['portIdSubtype']);
    return {
      protocol: 'LLDP',
      ...localEnd(key.localPort, hint, rows),
      remoteName: textOf(cells['sysName']),
      remotePort: decodePortId(portSubtype, cells['portId']),
      remotePortDescription: textOf(cells['portDesc']),
      remotePortSubtype: portSubtype,
      remoteChassisId: decodeChassisId(chassisSubtype, cells['chassisId']),
      remoteChassisSubtype: chassisSubtype,
      remoteAddress: addresses.get(key.text) ?? hint?.address ?? null,
      remoteSystemDescription: textOf(cells['sysDesc']),
      remoteCapabilities: decodeCapabilities(cells['capEnabled']),
    };
  });
};

export const decodeLocalPorts = (
  rows: readonly WalkedRow[],
  version: LldpVersion,
  names: PortNames,
): readonly LocalLldpPort[] =>
  rows.flatMap(({ index, cells }): LocalLldpPort[] => {
    const [portNumber] = index;
    if (portNumber === undefined) return [];
    const subtype = numberOf(cells['idSubtype']);
    const port = {
      portNumber,
      subtype,
      id: decodePortId(subtype, cells['id']),
      description: textOf(cells['desc']),
    };
    const ifIndex = version === 2 ? portNumber : ifIndexOfLocalPort(port, names);
    return [{ ...port, ifIndex }];
  });
