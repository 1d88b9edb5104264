/** The topology as one document: what `export --format json` and `discover --json` print. Pure. */
import type { LoadedNetwork } from '../../engine/store/store.ts';
import type { DeviceRow, InterfaceRow, LinkRow, StateRow } from '../../engine/store/rows.ts';

export interface DocumentDevice {
  readonly id: number;
  readonly name: string;
  readonly address: string;
  readonly vendor: string | null;
  readonly model: string | null;
  readonly status: string;
  readonly kind: string;
  readonly site: string | null;
  /** False for a neighbour that was heard of but is not polled. */
  readonly managed: boolean;
  readonly x: number | null;
  readonly y: number | null;
}

export interface DocumentEnd {
  /** Name of the device. */
  readonly device: string;
  readonly deviceId: number;
  readonly address: string;
  /** Null when the neighbour's port could not be told. */
  readonly interface: string | null;
  readonly ifIndex: number | null;
}

export interface DocumentLink {
  readonly id: number;
  readonly a: DocumentEnd;
  readonly b: DocumentEnd;
  readonly state: string;
  readonly protocols: readonly string[];
  readonly confidence: string;
  readonly speedBps: number | null;
}

export interface TopologyDocument {
  readonly devices: readonly DocumentDevice[];
  readonly links: readonly DocumentLink[];
}

/** Rows as they were at one moment: states and links are intervals. */
export type TopologyRows = Pick<LoadedNetwork, 'devices' | 'interfaces' | 'links' | 'states' | 'positions'>;

const nameOf = (row: DeviceRow): string => row.givenName ?? row.sysName ?? row.address;

function statesBySubject(states: readonly StateRow[], subject: StateRow['subject']): Map<number, string> {
  return new Map(states.filter((row) => row.subject === subject).map((row) => [row.subjectId, row.state]));
}

export function topologyDocument(rows: TopologyRows): TopologyDocument {
  const devices = new Map(rows.devices.map((row) => [row.id, row]));
  const interfaces = new Map(rows.interfaces.map((row) => [row.id, row]));
  const deviceStates = statesBySubject(rows.states, 'device');
  const linkStates = statesBySubject(rows.states, 'link');
  const positions = new Map(rows.positions.map((row) => [row.id, row]));
  return {
    devices: rows.devices.map((row) => ({
      id: row.id,
      name: nameOf(row),
      address: row.address,
      vendor: row.vendor,
      model: row.model,
      status: deviceStates.get(row.id) ?? 'unknown',
      kind: row.kind,
      site: row.site,
      managed: row.managed,
      x: positions.get(row.id)?.x ?? null,
      y: positions.get(row.id)?.y ?? null,
    })),
    links: rows.links.flatMap((row) => linkOf(row, devices, interfaces, linkStates)),
  };
}

function linkOf(
  row: LinkRow,
  devices: ReadonlyMap<number, DeviceRow>,
  interfaces: ReadonlyMap<number, InterfaceRow>,
  states: ReadonlyMap<number, string>,
): DocumentLink[] {
  const [a, b] = [devices.get(row.aDeviceId), devices.get(row.bDeviceId)];
  // A link into a device that did not exist yet, or does not any more, at the moment asked for.
  if (a === undefined || b === undefined) return [];
  const end = (device: DeviceRow, interfaceId: number | null, port: string | null): DocumentEnd => {
    const found = interfaceId === null ? undefined : interfaces.get(interfaceId);
    const name = found?.name ?? port;
    return {
      device: nameOf(device),
      deviceId: device.id,
      address: device.address,
      interface: name,
      ifIndex: found?.ifIndex ?? null,
    };
  };
  return [
    {
      id: row.id,
      a: end(a, row.aInterfaceId, row.aPort),
      b: end(b, row.bInterfaceId, row.bPort),
      state: states.get(row.id) ?? 'unknown',
      protocols: JSON.parse(row.protocols) as string[],
      confidence: row.confidence,
      speedBps: row.speedBps,
    },
  ];
}
