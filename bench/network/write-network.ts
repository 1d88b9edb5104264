/** A plan as a network file, through the store's own writers: whatever opens it cannot tell it from one that was discovered. */
import { openStore } from '../../electron/engine/store/open-store.ts';
import type { Store } from '../../electron/engine/store/open-store.ts';
import type { DeviceRow, EvidenceRow, InterfaceRow } from '../../electron/engine/store/rows.ts';
import { appVersion } from '../../electron/host/app-version.ts';
import type { Log } from '../../electron/host/host.ts';
import { systemClock } from '../../electron/host/system-clock.ts';
import type { PlannedDevice, PlannedLink, PlannedNetwork } from './plan-network.ts';

const DAY_MS = 24 * 3_600_000;
const DEVICES_A_FLUSH = 500;

const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (text, fields) => console.warn(text, fields ?? ''),
  error: (text, fields) => console.error(text, fields ?? ''),
  child: () => silentLog,
};
export { silentLog as benchLog };

/** Ids of ports in the file, by device and port of the plan: `ports.get(7)[3]`. */
export type PortIds = ReadonlyMap<number, readonly number[]>;

export const deviceIdOf = (device: Pick<PlannedDevice, 'at'>): number => device.at + 1;

/** Writes the plan into a fresh file; throws when the file is there already and holds devices. */
export async function writeNetwork(file: string, plan: PlannedNetwork): Promise<PortIds> {
  const nowMs = Date.now();
  const store = await openStore({ file, log: silentLog, clock: systemClock, version: appVersion });
  try {
    if ((await store.load()).devices.length > 0) throw new Error(`${file} holds devices already: name a new file.`);
    const name = `${plan.devices.length} devices`;
    store.put('settings', [{ id: 'networkName', value: JSON.stringify(name) }]);
    const ports = await writeDevices(store, plan, nowMs);
    await writeNeighbours(store, plan, ports, nowMs);
    return ports;
  } finally {
    await store.close();
  }
}

async function writeDevices(store: Store, plan: PlannedNetwork, nowMs: number): Promise<PortIds> {
  const { devices } = plan;
  const operStatus = operStatusOf(plan);
  const ports = new Map<number, readonly number[]>();
  for (const device of devices) {
    store.nextId('devices');
    store.put('devices', [deviceRow(device, nowMs)]);
    const state = device.maintenance ? 'maintenance' : 'up';
    keepState(store, 'device', deviceIdOf(device), state, nowMs - DAY_MS * (1 + (device.at % 40)));
    const rows = Array.from({ length: device.product.ports }, (_, port) =>
      interfaceRow(store.nextId('interfaces'), device, port, { nowMs, operStatus: operStatus(device.at, port) }),
    );
    store.put('interfaces', rows);
    for (const row of rows)
      keepState(store, 'interface', row.id, row.operStatus === 'up' ? 'up' : 'down', nowMs - DAY_MS);
    ports.set(
      device.at,
      rows.map(({ id }) => id),
    );
    if (device.at % DEVICES_A_FLUSH === 0) await store.flush();
  }
  await store.flush();
  return ports;
}

function keepState(
  store: Store,
  subject: 'device' | 'interface',
  subjectId: number,
  state: 'up' | 'down' | 'maintenance',
  fromMs: number,
): void {
  const id = store.nextId('states');
  store.put('states', [{ id, subject, subjectId, state, because: null, fromMs, toMs: null }]);
}

const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');
const macOf = (deviceAt: number, port: number): string =>
  `02:10:${(hex(deviceAt, 4) + hex(port, 4)).match(/../g)?.join(':') ?? ''}`;
const chassisOf = (at: number): string => macOf(at, 0xffff);

function deviceRow(device: PlannedDevice, nowMs: number): DeviceRow {
  const { at, product } = device;
  const version = product.versions[at % product.versions.length] ?? null;
  return {
    id: deviceIdOf(device),
    uid: `planned-${at}`,
    address: device.address,
    snmpPort: 161,
    sshPort: 22,
    givenName: null,
    site: device.site,
    kind: device.kind,
    kindPinned: false,
    managed: true,
    maintenance: device.maintenance,
    maintenanceUntilMs: null,
    vendor: product.vendor,
    model: product.model,
    os: product.os,
    osVersion: version,
    serial: `TL${String(1_000_000 + at * 7919).slice(-7)}`,
    sysName: device.name,
    sysDescr: `${product.vendor} ${product.model}, ${product.os} ${version ?? ''}`.trim(),
    sysObjectId: null,
    location: `${device.site}, floor ${at % 5}`,
    contact: null,
    chassisId: `4:${chassisOf(at)}`,
    bootedAtMs: nowMs - DAY_MS * (3 + (at % 200)),
    lastAnswerAtMs: nowMs,
    addedAtMs: nowMs - 60 * DAY_MS,
    chosenCredentialIds: null,
    tuning: null,
    lldpPorts: null,
  };
}

/** One cable in so many is broken. */
const BROKEN_CABLE_EVERY = 400;

/** Cabled ports are up but for a few; of the others two thirds carry somebody's desk. */
function operStatusOf({ links }: PlannedNetwork): (at: number, port: number) => 'up' | 'down' {
  const cabled = new Map(
    links.flatMap(({ a, aPort, b, bPort }, index) => {
      const status = index % BROKEN_CABLE_EVERY === 99 ? ('down' as const) : ('up' as const);
      return [[`${a}:${aPort}`, status] as const, [`${b}:${bPort}`, status] as const];
    }),
  );
  return (at, port) => cabled.get(`${at}:${port}`) ?? ((at + port) % 3 === 2 ? 'down' : 'up');
}

function interfaceRow(
  id: number,
  device: PlannedDevice,
  port: number,
  { nowMs, operStatus }: { readonly nowMs: number; readonly operStatus: 'up' | 'down' },
): InterfaceRow {
  const name = `${device.product.port}${port + 1}`;
  return {
    id,
    deviceId: deviceIdOf(device),
    ifIndex: port + 1,
    name,
    description: name,
    alias: port % 8 === 5 ? `desk ${device.at}-${port}` : null,
    type: 'ethernetCsmacd',
    speedBps: device.product.speedBps,
    mac: macOf(device.at, port),
    mtu: 1500,
    adminStatus: operStatus === 'down' && port % 4 === 0 ? 'down' : 'up',
    operStatus,
    firstSeenAtMs: nowMs - 60 * DAY_MS,
    removedAtMs: null,
  };
}

/** Both ends tell of each other by LLDP, as real ones do; the engine infers the links when it opens the file. */
async function writeNeighbours(store: Store, plan: PlannedNetwork, ports: PortIds, nowMs: number): Promise<void> {
  for (const [index, link] of plan.links.entries()) {
    const cabled = [ports.get(link.a)?.[link.aPort], ports.get(link.b)?.[link.bPort]];
    store.put('evidence', [
      evidenceRow(store.nextId('evidence'), plan, cabled[0] ?? null, link, nowMs),
      evidenceRow(
        store.nextId('evidence'),
        plan,
        cabled[1] ?? null,
        { a: link.b, aPort: link.bPort, b: link.a, bPort: link.aPort },
        nowMs,
      ),
    ]);
    if (index % (4 * DEVICES_A_FLUSH) === 0) await store.flush();
  }
  await store.flush();
}

function evidenceRow(
  id: number,
  { devices }: PlannedNetwork,
  localInterfaceId: number | null,
  { a, aPort, b, bPort }: PlannedLink,
  nowMs: number,
): EvidenceRow {
  const [local, remote] = [devices[a], devices[b]];
  const portOf = (device: PlannedDevice | undefined, port: number) => `${device?.product.port ?? ''}${port + 1}`;
  return {
    id,
    deviceId: a + 1,
    protocol: 'LLDP',
    localInterfaceId,
    localPort: portOf(local, aPort),
    remoteName: remote?.name ?? null,
    remotePort: portOf(remote, bPort),
    remotePortDescription: portOf(remote, bPort),
    remotePortSubtype: 5,
    remoteChassisId: chassisOf(b),
    remoteChassisSubtype: 4,
    remoteAddress: remote?.address ?? null,
    remoteSystemDescription: null,
    firstSeenAtMs: nowMs - 60 * DAY_MS,
    lastSeenAtMs: nowMs,
    missedRuns: 0,
  };
}
