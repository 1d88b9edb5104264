/** Puts what the sensors of a device said into the network: rows, values, samples, states. */
import type { DevicePart } from '../../../shared/contract/hardware.ts';
import { HEALTH_WORDS } from '../../../shared/model/hardware.ts';
import type { Component, Health } from '../../../shared/model/hardware.ts';
import type { SensorReading, StorageReading } from '../../../shared/model/reading.ts';
import type { Network } from '../network/network.ts';
import { sameRow } from '../network/same-row.ts';
import { limitsOf } from '../network/views.ts';
import type { InterfaceRow, SensorRow } from '../store/rows.ts';
import { judgeSensor } from './judge-sensor.ts';
import { keysOf, plainName, sensorRow, sensorsOfStorage } from './sensor-rows.ts';

export interface SensorsTold {
  readonly sensors: readonly SensorReading[];
  readonly storage: readonly StorageReading[];
  readonly atMs: number;
  /** Read with the slow tables: limits, and where each sensor belongs, are told. */
  readonly slow: boolean;
}

/** What is remembered between two readings and needs no place in the file. */
interface Memory {
  /** Readings in a row beyond a limit. */
  readonly beyond: number;
  /** Readings in a row without it, and since when. */
  readonly missed: number;
  readonly missingSinceMs: number | null;
}

const NOTHING: Memory = { beyond: 0, missed: 0, missingSinceMs: null };
/** A card that restarts takes its sensors away for some minutes. */
const GONE_AFTER_MS = 30 * 60_000;
const GONE_AFTER_READINGS = 3;

const memories = new WeakMap<Network, Map<number, Memory>>();

const memoryOf = (network: Network): Map<number, Memory> => {
  const known = memories.get(network) ?? new Map<number, Memory>();
  memories.set(network, known);
  return known;
};

/** A port that is shut or has no link sends and hears no light. */
const isDark = (row: SensorRow, port: InterfaceRow | undefined): boolean =>
  (row.optic === 'rx' || row.optic === 'tx' || row.optic === 'bias') &&
  port !== undefined &&
  (port.adminStatus === 'down' || (port.operStatus !== null && port.operStatus !== 'up'));

const healthOf = (network: Network, sensorId: number): Health =>
  HEALTH_WORDS.find((word) => word === network.states.get('sensor', sensorId)?.state) ?? 'unknown';

function keepValue(network: Network, { row, reading }: Named, { atMs, slow }: SensorsTold): void {
  const memory = memoryOf(network);
  const { value } = reading;
  const port = row.interfaceId === null ? undefined : network.interfaces.get(row.interfaceId);
  const word = reading.status ?? null;
  network.sensorsNow.set(row.id, { value, word, atMs, told: reading.told ?? null });
  const seen = { value, unit: row.unit, word, health: reading.health ?? null, limits: limitsOf(row) };
  const beyond = memory.get(row.id)?.beyond ?? 0;
  const verdict = judgeSensor({ ...seen, dark: isDark(row, port), regular: !slow }, healthOf(network, row.id), beyond);
  if (verdict.beyond === 0) memory.delete(row.id);
  else memory.set(row.id, { ...NOTHING, beyond: verdict.beyond });
  network.setState('sensor', row.id, verdict.health, verdict.because, atMs);
}

/** Not shown any more: unknown at once, and removed once it has been away for long. */
function keepMissing(network: Network, rows: readonly SensorRow[], atMs: number): void {
  const memory = memoryOf(network);
  const gone: SensorRow[] = [];
  for (const row of rows) {
    const before = memory.get(row.id) ?? NOTHING;
    const missing = { beyond: 0, missed: before.missed + 1, missingSinceMs: before.missingSinceMs ?? atMs };
    if (missing.missed >= GONE_AFTER_READINGS && atMs - missing.missingSinceMs >= GONE_AFTER_MS) {
      memory.delete(row.id);
      gone.push(row);
      continue;
    }
    memory.set(row.id, missing);
    network.sensorsNow.set(row.id, { value: null, word: null, atMs, told: null });
    network.setState('sensor', row.id, 'unknown', 'the device does not show it any more', atMs);
  }
  network.endSensors(gone, atMs);
}

const CLASSES: Partial<Record<Component, DevicePart['class']>> = { fan: 'fan', supply: 'powerSupply' };

/** Tables of states have numbers of their own: their fan 2 is the part that is called so. */
const partByName = ({ component, name }: SensorReading, parts: readonly DevicePart[]): number | undefined => {
  const wanted = component === undefined ? undefined : CLASSES[component];
  if (wanted === undefined) return undefined;
  return parts.find((part) => part.class === wanted && plainName(part.name) === plainName(name))?.index;
};

interface Named {
  readonly reading: SensorReading;
  readonly row: SensorRow;
}

function rowsOf(network: Network, deviceId: number, told: SensorsTold): Named[] {
  const readings = [...told.sensors, ...sensorsOfStorage(told.storage)];
  const keys = keysOf(readings);
  const known = new Map(network.sensors.of(deviceId).map((row) => [row.key, row]));
  const ports = new Map(network.interfaces.of(deviceId).map((row) => [row.ifIndex, row.id]));
  const parts = network.hardware.get(deviceId)?.hardware.parts ?? [];
  const names = new Map(parts.map((part) => [part.index, part.name]));
  return readings.map((read, at) => {
    const reading = read.entity === undefined ? { ...read, entity: partByName(read, parts) } : read;
    const key = keys[at] ?? '';
    const before = known.get(key);
    const id = before?.id ?? network.store.nextId('sensors');
    const interfaceId = reading.ifIndex === undefined ? null : (ports.get(reading.ifIndex) ?? null);
    const partName = reading.entity === undefined ? null : (names.get(reading.entity) ?? null);
    const fresh = { id, deviceId, key, atMs: told.atMs };
    return { reading, row: sensorRow(before, reading, fresh, { interfaceId, partName }, told.slow) };
  });
}

export function keepSensors(network: Network, deviceId: number, told: SensorsTold): void {
  if (network.devices.get(deviceId) === undefined) return;
  const { atMs } = told;
  const named = rowsOf(network, deviceId, told);
  network.sensors.put(named.map(({ row }) => row).filter((row) => !sameRow(network.sensors.get(row.id), row)));
  for (const one of named) keepValue(network, one, told);
  const shown = new Set(named.map(({ row }) => row.id));
  const missing = network.sensors.of(deviceId).filter((row) => row.removedAtMs === null && !shown.has(row.id));
  keepMissing(network, missing, atMs);
  network.publishSensors([...named.map(({ row }) => row), ...missing.filter((row) => network.sensorItems.get(row.id))]);
  network.store.addSensorSamples(named.map(({ row, reading }) => ({ sensorId: row.id, atMs, value: reading.value })));
}
