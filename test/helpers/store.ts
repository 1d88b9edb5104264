import { openStore } from '../../electron/engine/store/open-store.ts';
import type { Store } from '../../electron/engine/store/open-store.ts';
import type { DeviceRow, DeviceSampleRow, InterfaceRow, InterfaceSampleRow } from '../../electron/engine/store/rows.ts';
import type { Clock, Log } from '../../electron/host/host.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

/** A log that keeps its lines. */
export interface KeptLog extends Log {
  readonly lines: string[];
}

export const keptLog = (): KeptLog => {
  const lines: string[] = [];
  const keep =
    (level: string) =>
    (message: string, fields: object = {}): void =>
      void lines.push(`${level} ${message} ${JSON.stringify(fields)}`);
  const log: KeptLog = {
    lines,
    debug: keep('debug'),
    info: keep('info'),
    warn: keep('warn'),
    error: keep('error'),
    child: () => log,
  };
  return log;
};

/** A wall clock that stands where it is put. */
export interface SetClock extends Clock {
  set(nowMs: number): void;
}

export const setClock = (startMs: number): SetClock => {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    monotonic: () => performance.now(),
    after: () => () => undefined,
    set: (to) => {
      nowMs = to;
    },
  };
};

/** 2026-03-01 00:00 UTC. */
export const START_MS = Date.UTC(2026, 2, 1);

export interface TemporaryStore extends AsyncDisposable {
  readonly store: Store;
  readonly file: string;
  readonly clock: SetClock;
  readonly log: KeptLog;
  readonly folder: TemporaryFolder;
}

/** A fresh network file, open for writing; closed and removed at the end of the block. */
export const temporaryStore = async (nowMs = START_MS): Promise<TemporaryStore> => {
  const folder = await temporaryFolder('store');
  const file = folder.file('network.trunkline');
  const [clock, log] = [setClock(nowMs), keptLog()];
  const store = await openStore({ file, clock, log, version: '1.2.3' });
  const end = async (): Promise<void> => {
    await store.close();
    await folder.remove();
  };
  return { store, file, clock, log, folder, [Symbol.asyncDispose]: end };
};

export const deviceRow = (id: number, change: Partial<DeviceRow> = {}): DeviceRow => ({
  id,
  uid: `uid-${id}`,
  address: `192.0.2.${id % 250}`,
  snmpPort: 161,
  sshPort: 22,
  givenName: null,
  site: null,
  kind: 'switch',
  kindPinned: false,
  managed: true,
  maintenance: false,
  maintenanceUntilMs: null,
  vendor: null,
  model: null,
  os: null,
  osVersion: null,
  serial: null,
  sysName: null,
  sysDescr: null,
  sysObjectId: null,
  location: null,
  contact: null,
  chassisId: null,
  bootedAtMs: null,
  lastAnswerAtMs: null,
  addedAtMs: START_MS,
  chosenCredentialIds: null,
  tuning: null,
  lldpPorts: null,
  ...change,
});

export const interfaceRow = (id: number, deviceId: number, change: Partial<InterfaceRow> = {}): InterfaceRow => ({
  id,
  deviceId,
  ifIndex: id,
  name: `Gi1/0/${id}`,
  description: null,
  alias: null,
  type: null,
  speedBps: 1_000_000_000,
  mac: null,
  mtu: null,
  adminStatus: null,
  operStatus: null,
  firstSeenAtMs: START_MS,
  removedAtMs: null,
  ...change,
});

export const interfaceSample = (
  interfaceId: number,
  atMs: number,
  change: Partial<InterfaceSampleRow> = {},
): InterfaceSampleRow => ({
  interfaceId,
  atMs,
  quality: 'good',
  inBps: null,
  outBps: null,
  inPps: null,
  outPps: null,
  inErrors: null,
  outErrors: null,
  inDiscards: null,
  outDiscards: null,
  ...change,
});

export const deviceSample = (
  deviceId: number,
  atMs: number,
  change: Partial<DeviceSampleRow> = {},
): DeviceSampleRow => ({
  deviceId,
  atMs,
  rttMin: null,
  rttAvg: null,
  rttMax: null,
  jitter: null,
  loss: null,
  cpu: null,
  memory: null,
  pollMs: null,
  ...change,
});
