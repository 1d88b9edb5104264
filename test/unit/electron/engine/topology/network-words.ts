import type { LocalLldpPort, NeighbourReading } from '../../../../../shared/model/reading.ts';
import type { TopologyDevice } from '../../../../../electron/engine/topology/device-index.ts';
import { inferLinks } from '../../../../../electron/engine/topology/infer-links.ts';
import type { Inferred } from '../../../../../electron/engine/topology/infer-links.ts';
import { mergeEvidence } from '../../../../../electron/engine/topology/merge-evidence.ts';
import type { EvidenceRun } from '../../../../../electron/engine/topology/merge-evidence.ts';
import type { DeviceRow, EvidenceRow, InterfaceRow, LinkRow } from '../../../../../electron/engine/store/rows.ts';

export interface DeviceWords {
  readonly ports?: readonly (string | Partial<InterfaceRow>)[];
  readonly row?: Partial<DeviceRow>;
  readonly lldpPorts?: readonly LocalLldpPort[];
  readonly addresses?: readonly string[];
}

export const macOf = (deviceId: number, port = 0): string =>
  `00:1b:00:00:${deviceId.toString(16).padStart(2, '0')}:${port.toString(16).padStart(2, '0')}`;

/** Device 3 has interfaces 301, 302 … with ifIndex 1, 2 …; its chassis id is its port 0's MAC. */
export function device(id: number, words: DeviceWords = {}): TopologyDevice {
  const ports = (words.ports ?? ['eth1', 'eth2', 'eth3']).map((port) =>
    typeof port === 'string' ? { name: port } : port,
  );
  const row: DeviceRow = {
    id,
    uid: `uid-${id}`,
    address: `10.0.0.${id}`,
    snmpPort: 161,
    sshPort: 22,
    givenName: null,
    site: null,
    kind: 'router',
    kindPinned: false,
    managed: true,
    maintenance: false,
    maintenanceUntilMs: null,
    vendor: null,
    model: null,
    os: null,
    osVersion: null,
    serial: null,
    sysName: `r${id}.example.net`,
    sysDescr: null,
    sysObjectId: null,
    location: null,
    contact: null,
    chassisId: `4:${macOf(id)}`,
    bootedAtMs: null,
    lastAnswerAtMs: null,
    addedAtMs: 0,
    chosenCredentialIds: null,
    tuning: null,
    lldpPorts: null,
    ...words.row,
  };
  return {
    row,
    lldpPorts: words.lldpPorts ?? [],
    interfaces: ports.map((port, i) => interfaceRow(id, i + 1, port)),
    addresses: (words.addresses ?? []).map((address, i) => ({
      id: id * 1000 + i,
      deviceId: id,
      interfaceId: id * 100 + 1 + i,
      address,
      prefixLength: 24,
    })),
  };
}

const interfaceRow = (deviceId: number, n: number, change: Partial<InterfaceRow>): InterfaceRow => ({
  id: deviceId * 100 + n,
  deviceId,
  ifIndex: n,
  name: `eth${n}`,
  description: null,
  alias: null,
  type: 'ethernetCsmacd',
  speedBps: 1_000_000_000,
  mac: macOf(deviceId, n),
  mtu: null,
  adminStatus: 'up',
  operStatus: 'up',
  firstSeenAtMs: 0,
  removedAtMs: null,
  ...change,
});

/** "eth1 of this device hears r2's eth2", as LLDP tells it; change what the test is about. */
export const hears = (
  localIfIndex: number | null,
  remote: number,
  remotePort: string,
  change: Partial<NeighbourReading> = {},
): NeighbourReading => ({
  protocol: 'LLDP',
  localIfIndex,
  localPort: localIfIndex === null ? null : `eth${localIfIndex}`,
  remoteName: `r${remote}.example.net`,
  remotePort,
  remotePortDescription: null,
  remotePortSubtype: 5,
  remoteChassisId: macOf(remote),
  remoteChassisSubtype: 4,
  remoteAddress: null,
  remoteSystemDescription: null,
  remoteCapabilities: [],
  ...change,
});

export const hearsByCdp = (
  localIfIndex: number,
  remote: number,
  remotePort: string,
  change: Partial<NeighbourReading> = {},
): NeighbourReading =>
  hears(localIfIndex, remote, remotePort, {
    protocol: 'CDP',
    remoteChassisId: `r${remote}.example.net`,
    remoteChassisSubtype: null,
    remotePortSubtype: null,
    ...change,
  });

const DAY = 86_400_000;

/** A network in memory: devices tell their neighbour tables, links are inferred after each telling. */
export class TestNetwork {
  readonly devices: Map<number, TopologyDevice>;
  readonly #evidence = new Map<number, EvidenceRow>();
  #links: LinkRow[] = [];
  #nextId = 5000;
  nowMs = 100 * DAY;
  last: Inferred | null = null;
  readonly gone: LinkRow[] = [];

  constructor(...devices: TopologyDevice[]) {
    this.devices = new Map(devices.map((one) => [one.row.id, one]));
  }

  /** One topology run of a device. Both protocols' tables were read to their end unless told otherwise. */
  tell(
    deviceId: number,
    neighbours: readonly NeighbourReading[],
    run: Partial<EvidenceRun> & { down?: readonly number[] } = {},
  ): this {
    this.nowMs += 60_000;
    const owner = this.devices.get(deviceId);
    const { down = [], ...rest } = run;
    const merged = mergeEvidence({
      deviceId,
      existing: [...this.#evidence.values()].filter((row) => row.deviceId === deviceId),
      neighbours,
      interfaceOf: (ifIndex) => owner?.interfaces.find((port) => port.ifIndex === ifIndex)?.id ?? null,
      run: { atMs: this.nowMs, complete: { LLDP: 'complete', CDP: 'complete' }, uptimeMs: DAY, ...rest },
      downInterfaceIds: new Set(down),
      nextId: () => (this.#nextId += 1),
    });
    for (const row of merged.put) this.#evidence.set(row.id, row);
    for (const id of merged.remove) this.#evidence.delete(id);
    return this.infer();
  }

  infer(): this {
    const inferred = inferLinks({
      devices: [...this.devices.values()],
      evidence: [...this.#evidence.values()],
      current: this.#links,
      nowMs: this.nowMs,
      nextId: () => (this.#nextId += 1),
    });
    for (const ghost of inferred.ghosts) {
      const row = { managed: false, sysName: ghost.sysName, chassisId: ghost.chassisId, address: ghost.address ?? '' };
      this.devices.set(ghost.id, device(ghost.id, { ports: [], row }));
    }
    for (const id of inferred.ghostsGone) this.devices.delete(id);
    this.#links = inferred.links;
    this.gone.push(...inferred.gone);
    this.last = inferred;
    return this;
  }

  get evidence(): EvidenceRow[] {
    return [...this.#evidence.values()];
  }

  get links(): readonly LinkRow[] {
    return this.#links;
  }

  ids(): number[] {
    return this.#links.map((row) => row.id).sort((a, b) => a - b);
  }

  addLink(row: LinkRow): void {
    this.#links = [...this.#links, row];
  }

  /** "r1 eth1 = r2 eth2 confirmed LLDP", sorted; an unresolved port is in quotes, an ageing link has a final "old". */
  map(): string[] {
    return this.#links.map((row) => this.#words(row)).sort();
  }

  matched(): string[] {
    return [...(this.last?.matched.values() ?? [])];
  }

  #words(row: LinkRow): string {
    const end = (deviceId: number, interfaceId: number | null, port: string | null): string => {
      const name = this.devices.get(deviceId)?.row;
      const label = name?.managed === true ? `r${deviceId}` : `(${name?.sysName ?? name?.chassisId ?? 'ghost'})`;
      return `${label} ${interfaceId === null ? `"${port ?? '?'}"` : port}`;
    };
    const a = end(row.aDeviceId, row.aInterfaceId, row.aPort);
    const b = end(row.bDeviceId, row.bInterfaceId, row.bPort);
    const protocols = (JSON.parse(row.protocols) as string[]).join('+');
    return `${a} = ${b} ${row.confidence} ${protocols}${row.ageing ? ' old' : ''}`;
  }
}
