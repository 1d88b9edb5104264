/** A reading as a row: how it is known again, and which part it belongs to. Pure. */
import type { SensorReading, StorageReading } from '../../../shared/model/reading.ts';
import type { SensorRow } from '../store/rows.ts';

/** Use of a disk is watched like any other value. */
export const sensorsOfStorage = (storage: readonly StorageReading[]): readonly SensorReading[] =>
  storage.map(({ name, usedPercent, told }) => ({
    kind: 'storage',
    name,
    value: usedPercent,
    unit: '%',
    oid: told?.oid ?? undefined,
    told,
  }));

/** The object without its index: an index may change with a restart, what is asked does not. */
const objectOf = ({ told, kind }: SensorReading): string => told?.source ?? kind;

/** Keys of readings in their order; like ones are counted, because agents give several sensors one name. */
export const keysOf = (readings: readonly SensorReading[]): readonly string[] => {
  const seen = new Map<string, number>();
  return readings.map((reading) => {
    const plain = `${reading.kind} ${reading.name} (${objectOf(reading)})`;
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    return count === 1 ? plain : `${plain} #${count}`;
  });
};

/** Words that tell what is measured of a part, not which part it is. */
const OF_MEASURE =
  /\b(speed|rpm|status|state|output|input|sensor|alarm|out of range|voltage|current|watts|temperature|module)\b/gi;

/** What carries the same plain name is the same part. */
export const plainName = (name: string): string =>
  name
    .replaceAll(OF_MEASURE, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase() || name.toLowerCase();

/** Several tables tell of one fan: what carries the same name is one part. */
export const assemblyOf = (
  reading: Pick<SensorReading, 'component' | 'name' | 'optic'>,
  key: string,
  partName: string | null,
  interfaceId: number | null,
): string => {
  if (reading.component !== undefined) return `${reading.component}:${plainName(partName ?? reading.name)}`;
  if (reading.optic !== undefined && interfaceId !== null) return `optic:${interfaceId}`;
  return `sensor:${key}`;
};

const NO_LIMITS = { lowCritical: null, lowWarning: null, highWarning: null, highCritical: null };

export interface Place {
  readonly interfaceId: number | null;
  /** Name of the part that it belongs to. */
  readonly partName: string | null;
}

/** `slow`: limits and places were read with it; else those that are known stay. */
export const sensorRow = (
  before: SensorRow | undefined,
  reading: SensorReading,
  fresh: { readonly id: number; readonly deviceId: number; readonly key: string; readonly atMs: number },
  { interfaceId, partName }: Place,
  slow: boolean,
): SensorRow => {
  const { kind, name, unit } = reading;
  const same = { kind, name, unit, removedAtMs: null };
  if (before !== undefined && !slow) return { ...before, ...same };
  return {
    id: before?.id ?? fresh.id,
    deviceId: fresh.deviceId,
    key: fresh.key,
    component: reading.component ?? null,
    assembly: assemblyOf(reading, fresh.key, partName, interfaceId),
    optic: reading.optic ?? null,
    partIndex: reading.entity ?? null,
    interfaceId,
    ...(reading.limits ?? NO_LIMITS),
    firstSeenAtMs: before?.firstSeenAtMs ?? fresh.atMs,
    ...same,
  };
};
