/** Sensors of ENTITY-SENSOR-MIB (RFC 3433): value x 10^scale / 10^precision, in the unit of the type. Pure. */
import type { Told } from '../../../../shared/model/hardware.ts';
import type { SensorReading } from '../../../../shared/model/reading.ts';
import type { WalkedRow } from '../tables/table-spec.ts';
import { numberOf, textOf } from './octets.ts';

/** EntitySensorDataType. 1 other, 2 unknown and 12 truth value have no unit of their own; 14 is Cisco's addition. */
const TYPES: Readonly<Record<number, { readonly kind: string; readonly unit: string | null }>> = {
  3: { kind: 'voltage', unit: 'V' },
  4: { kind: 'voltage', unit: 'V' },
  5: { kind: 'current', unit: 'A' },
  6: { kind: 'power', unit: 'W' },
  7: { kind: 'frequency', unit: 'Hz' },
  8: { kind: 'temperature', unit: '°C' },
  9: { kind: 'humidity', unit: '%' },
  10: { kind: 'fanspeed', unit: 'rpm' },
  11: { kind: 'airflow', unit: 'm³/min' },
  12: { kind: 'state', unit: null },
  14: { kind: 'dbm', unit: 'dBm' },
};
/** EntitySensorDataScale: 1 yocto (10^-24) … 9 units … 17 yotta; each step is three orders. */
const UNITS_SCALE = 9;
const STATUS_WORDS: Readonly<Record<number, string>> = { 1: 'ok', 2: 'unavailable', 3: 'nonoperational' };

export const sensorExponent = (scale: number | null, precision: number | null): number =>
  ((scale ?? UNITS_SCALE) - UNITS_SCALE) * 3 - (precision ?? 0);

export const scaleSensor = (value: number, scale: number | null, precision: number | null): number => {
  const exponent = sensorExponent(scale, precision);
  // 1e-3 * 41 is 0.041000000000000002: let the text parser round.
  return Number(`${value}e${exponent}`);
};

/** Light in fibres is told in watts by some (Arista EOS) and thought of in dBm by everybody. */
const OPTICAL = /\b(rx|tx|receive|transmit|optical|laser)\b.*\bpower\b/i;

export const isOptical = (kind: string, name: string): boolean => kind === 'power' && OPTICAL.test(name);

/** No light at all has no logarithm: null. */
export const toDbm = (watts: number | null): number | null =>
  watts === null || watts <= 0 ? null : Math.round(10 * Math.log10(watts * 1000) * 1000) / 1000;

const SOURCE = 'ENTITY-SENSOR-MIB entPhySensorValue';

const toldOf = (cells: WalkedRow['cells'], oid: string, optical: boolean): Told => {
  const raw = textOf(cells['value']);
  const exponent = sensorExponent(numberOf(cells['scale']), numberOf(cells['precision']));
  const steps = [exponent === 0 ? '' : ` x 10^${exponent}`, optical ? ' W, 10 log10 of milliwatts' : ''].join('');
  return { source: SOURCE, oid, raw, how: steps === '' || raw === null ? null : `${raw}${steps}` };
};

export interface SensorColumns {
  /** OID of the value column, without the index. */
  readonly valueOid: string;
}

export const decodeEntitySensors = (
  rows: readonly WalkedRow[],
  names: ReadonlyMap<number, string>,
  { valueOid }: SensorColumns,
): readonly SensorReading[] =>
  rows.flatMap(({ index, cells }): SensorReading[] => {
    const [entity] = index;
    const type = TYPES[numberOf(cells['type']) ?? 0];
    const raw = numberOf(cells['value']);
    if (type === undefined || entity === undefined) return [];
    const status = STATUS_WORDS[numberOf(cells['status']) ?? 0];
    // RFC 3433: the value of a sensor that is not ok means nothing; +-1e9 stand for over- and underflow.
    const told = raw !== null && (status === undefined || status === 'ok') && Math.abs(raw) < 1_000_000_000;
    const value = told ? scaleSensor(raw, numberOf(cells['scale']), numberOf(cells['precision'])) : null;
    const name = names.get(entity) ?? `Sensor ${entity}`;
    const oid = `${valueOid}.${index.join('.')}`;
    const optical = isOptical(type.kind, name);
    const placed = { name, status, oid, entity, told: toldOf(cells, oid, optical) };
    return optical
      ? [{ ...placed, kind: 'dbm', value: toDbm(value), unit: 'dBm' }]
      : [{ ...placed, kind: type.kind, value, unit: type.unit }];
  });

/** The most telling name of each physical entity. */
export const entityNames = (rows: readonly WalkedRow[]): ReadonlyMap<number, string> =>
  new Map(
    rows.flatMap(({ index, cells }): [number, string][] => {
      const name = textOf(cells['name']) ?? textOf(cells['descr']);
      const [entity] = index;
      return name === null || entity === undefined ? [] : [[entity, name]];
    }),
  );
