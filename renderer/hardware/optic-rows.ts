/** Transceivers by their ports, with the five values of each. Pure. */
import type { DevicePart, Sensor } from '../../shared/contract/hardware.ts';
import { OPTIC_WORDS, worstHealth, type Health, type OpticPart } from '../../shared/model/hardware.ts';
import { reasonOf } from './health-words.ts';

export interface OpticRow {
  readonly interfaceId: number;
  readonly health: Health;
  readonly because: string | null;
  /** Of several lanes the first that is at fault, else the first. */
  readonly values: Readonly<Partial<Record<OpticPart, Sensor>>>;
  readonly lanes: Readonly<Partial<Record<OpticPart, number>>>;
  /** The module itself, where the device tells which it is. */
  readonly part: DevicePart | null;
}

const moduleOf = (parts: readonly DevicePart[], sensors: readonly Sensor[], interfaceId: number): DevicePart | null => {
  const indexes = new Set(sensors.map((sensor) => sensor.partIndex));
  const own = parts.find((part) => indexes.has(part.index) && (part.model !== null || part.serial !== null));
  return own ?? parts.find((part) => part.interfaceId === interfaceId && part.serial !== null) ?? null;
};

const rowOf = (interfaceId: number, sensors: readonly Sensor[], parts: readonly DevicePart[]): OpticRow => {
  const health = worstHealth(sensors.map((sensor) => sensor.health));
  const worst = sensors.find((sensor) => sensor.health === health);
  const values: Partial<Record<OpticPart, Sensor>> = {};
  const lanes: Partial<Record<OpticPart, number>> = {};
  for (const part of OPTIC_WORDS) {
    const own = sensors.filter((sensor) => sensor.optic === part);
    const told = own.find((sensor) => sensor.health === worstHealth(own.map((one) => one.health)));
    if (told === undefined) continue;
    values[part] = told;
    lanes[part] = own.length;
  }
  return { interfaceId, health, because: reasonOf(worst), values, lanes, part: moduleOf(parts, sensors, interfaceId) };
};

export function opticRows(sensors: readonly Sensor[], parts: readonly DevicePart[]): readonly OpticRow[] {
  const optical = sensors.filter((sensor) => sensor.optic !== null && sensor.interfaceId !== null);
  return [...Map.groupBy(optical, (sensor) => sensor.interfaceId ?? 0)].map(([interfaceId, own]) =>
    rowOf(interfaceId, own, parts),
  );
}
