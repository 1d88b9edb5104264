/** Puts what a device said of itself into the network: device, interfaces, addresses, facts and neighbour evidence. */
import type { DeviceReading } from '../../../shared/model/reading.ts';
import type { Network } from '../network/network.ts';
import { keepHardware } from '../hardware/keep-hardware.ts';
import { keepSensors } from '../hardware/keep-sensors.ts';
import { newDeviceRow } from '../network/new-device-row.ts';
import type { DeviceRow } from '../store/rows.ts';
import type { SnmpTuning } from '../targets.ts';
import { judgeKind, kindOf } from '../topology/kind.ts';
import { mergeEvidence } from '../topology/merge-evidence.ts';
import { applyInterfaces } from './apply-interfaces.ts';
import { sameRow } from '../network/same-row.ts';
import { identityChanges } from './identity-changes.ts';
import { isFollowable } from './ranges.ts';
import { findSameDevice } from './same-device.ts';

export interface Told {
  readonly address: string;
  readonly snmpPort: number;
  /** For a device that is new; 22 when left out. */
  readonly sshPort?: number | undefined;
  readonly reading: DeviceReading;
  readonly tuning: SnmpTuning | null;
  readonly atMs: number;
  /** Known already, when a device is read again: no search for whom this is. */
  readonly deviceId?: number | undefined;
}

export const chassisIdOf = (reading: DeviceReading): string | null =>
  reading.lldp === null || reading.lldp.chassisId === null
    ? null
    : `${reading.lldp.chassisSubtype ?? 0}:${reading.lldp.chassisId}`;

/**
 * Returns the device's row as it is now. `isNew` says whether it was unknown, or known as a neighbour only; `news` whether
 * links may change by it. */
export function saveReading(network: Network, told: Told): { row: DeviceRow; isNew: boolean; news: boolean } {
  const before = told.deviceId === undefined ? whoIs(network, told) : (network.devices.get(told.deviceId) ?? null);
  const row = deviceRow(before, told, before?.id ?? network.store.nextId('devices'));
  network.putDevices([row]);
  for (const change of before === null ? [] : identityChanges(before, row)) {
    network.addEvent({ ...change, deviceId: row.id, atMs: told.atMs });
  }
  applyInterfaces(network, row.id, told.reading.interfaces, told.atMs);
  replaceAddresses(network, row.id, told.reading);
  const heard = applyEvidence(network, row.id, told);
  keepFacts(network, row.id, told);
  const { hardware, identityTold } = told.reading;
  const kind = judgeKind(told.reading).told;
  keepHardware(network, row.id, { hardware, identityTold: { ...identityTold, ...(kind && { kind }) } }, told.atMs);
  const { sensors, storage } = told.reading;
  keepSensors(network, row.id, { sensors, storage, atMs: told.atMs, slow: true });
  network.publishInterfaces(network.interfaces.of(row.id));
  const isNew = before === null || !before.managed;
  return { row, isNew, news: isNew || heard || !sameForLinks(before, row) };
}

function whoIs(network: Network, told: Told): DeviceRow | null {
  const claim = {
    address: told.address,
    sysName: told.reading.identity.sysName,
    serial: told.reading.identity.serial,
    chassisId: chassisIdOf(told.reading),
    addresses: told.reading.addresses.map((row) => row.address).filter(isFollowable),
  };
  // Most devices are told apart before their addresses matter.
  const known = [...network.devices.all()].map((row) => ({
    row,
    get addresses() {
      return network.addresses.of(row.id);
    },
  }));
  return findSameDevice(claim, known);
}

/** What a person said (name, site, pinned kind) is kept; what the device does not tell this time stays as it was. */
function deviceRow(before: DeviceRow | null, told: Told, id: number): DeviceRow {
  const { identity, location, contact, uptimeMs } = told.reading;
  const base = before ?? newDeviceRow(id, told.address, told.snmpPort, told.atMs, told.sshPort);
  return {
    ...base,
    ...(base.managed
      ? {}
      : {
          managed: true,
          address: told.address,
          snmpPort: told.snmpPort,
          sshPort: told.sshPort ?? base.sshPort,
        }),
    kind: base.kindPinned ? base.kind : kindOf(told.reading),
    vendor: identity.vendor ?? base.vendor,
    model: identity.model ?? base.model,
    os: identity.os ?? base.os,
    osVersion: identity.osVersion ?? base.osVersion,
    serial: identity.serial ?? base.serial,
    sysName: identity.sysName ?? base.sysName,
    sysDescr: identity.sysDescr ?? base.sysDescr,
    sysObjectId: identity.sysObjectID ?? base.sysObjectId,
    location: location ?? base.location,
    contact: contact ?? base.contact,
    chassisId: chassisIdOf(told.reading) ?? base.chassisId,
    bootedAtMs: uptimeMs === null ? base.bootedAtMs : Math.round(told.atMs - uptimeMs),
    lastAnswerAtMs: told.atMs,
    tuning: told.tuning === null ? base.tuning : JSON.stringify(told.tuning),
    lldpPorts: told.reading.lldp === null ? base.lldpPorts : JSON.stringify(told.reading.lldp.ports),
  };
}

function replaceAddresses(network: Network, deviceId: number, reading: DeviceReading): void {
  if (reading.addresses.length === 0) return;
  const interfaceOf = new Map(network.interfaces.of(deviceId).map((row) => [row.ifIndex, row.id]));
  const before = new Map(network.addresses.of(deviceId).map((row) => [row.address, row]));
  const rows = reading.addresses.map((told) => ({
    id: before.get(told.address)?.id ?? network.store.nextId('addresses'),
    deviceId,
    interfaceId: told.ifIndex === null ? null : (interfaceOf.get(told.ifIndex) ?? null),
    address: told.address,
    prefixLength: told.prefixLength,
  }));
  const kept = new Set(rows.map((row) => row.id));
  network.addresses.remove([...before.values()].filter((row) => !kept.has(row.id)).map((row) => row.id));
  network.addresses.put(rows.filter((row) => !sameRow(before.get(row.address), row)));
}

/** On a port that is down nothing can be heard. */
const DOWN: ReadonlySet<string> = new Set(['down', 'lowerLayerDown', 'notPresent']);

function applyEvidence(network: Network, deviceId: number, told: Told): boolean {
  const interfaces = network.interfaces.of(deviceId);
  const merged = mergeEvidence({
    deviceId,
    existing: network.evidence.of(deviceId),
    neighbours: told.reading.neighbours,
    interfaceOf: (ifIndex) => interfaces.find((row) => row.ifIndex === ifIndex)?.id ?? null,
    downInterfaceIds: new Set(interfaces.filter((row) => DOWN.has(row.operStatus ?? '')).map((row) => row.id)),
    run: { atMs: told.atMs, complete: told.reading.neighbourRuns, uptimeMs: told.reading.uptimeMs },
    nextId: () => network.store.nextId('evidence'),
  });
  network.evidence.put(merged.put);
  network.evidence.remove(merged.remove);
  return merged.news;
}

/** Whether what others' rows are matched against is as it was. */
const sameForLinks = (before: DeviceRow, row: DeviceRow): boolean =>
  before.lldpPorts === row.lldpPorts && before.sysName === row.sysName && before.chassisId === row.chassisId;

function keepFacts(network: Network, deviceId: number, told: Told): void {
  const { processors, memory, storage, sensors } = told.reading;
  const ssh = network.facts.get(deviceId)?.facts.ssh ?? {};
  const facts = {
    processors: [...processors],
    memory: [...memory],
    storage: storage.map(({ name, usedPercent, totalBytes }) => ({ name, usedPercent, totalBytes })),
    sensors: sensors.map(({ kind, name, value, unit, status }) => ({
      kind,
      name,
      value,
      unit,
      status: status ?? null,
    })),
    ssh,
  };
  network.facts.put([{ id: deviceId, atMs: told.atMs, facts }]);
}
