/** Values of sensors as people read them: one kind, one number of decimals. Pure. */
import { UNKNOWN, threeDigits, withTrueMinus } from '../../shared/units/number-text.ts';

const DECIMALS: Readonly<Record<string, number>> = {
  temperature: 1,
  dbm: 1,
  voltage: 2,
  fanspeed: 0,
  humidity: 0,
  load: 0,
  charge: 0,
  percent: 0,
  storage: 1,
  power: 0,
  count: 0,
  runtime: 0,
  state: 0,
};

/** A bias current is told in amperes and thought of in milliamperes. */
const MILLI_BELOW_AMPERES = 1;

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');

const inUnit = (value: number, kind: string): string => {
  const decimals = DECIMALS[kind];
  if (decimals === undefined) return threeDigits(value);
  const text = value.toFixed(decimals === 0 && Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : decimals);
  const [whole = '', part] = text.split('.');
  return withTrueMinus(part === undefined ? grouped(whole) : `${grouped(whole)}.${part}`);
};

export interface SensorText {
  readonly kind: string;
  readonly unit: string | null;
}

/** "38.6 °C", "36.5 mA", "5\u202f028 rpm"; unknown is the word. */
export function sensorText({ kind, unit }: SensorText, value: number | null): string {
  if (value === null) return UNKNOWN;
  if (kind === 'current' && Math.abs(value) < MILLI_BELOW_AMPERES)
    return `${withTrueMinus((value * 1000).toFixed(1))} mA`;
  const number = inUnit(value, kind);
  return unit === null ? number : `${number} ${unit}`;
}

/** A state by its word, everything else by its number. */
export function valueText(
  sensor: SensorText & { readonly value: number | null; readonly word: string | null },
): string {
  if (sensor.kind === 'state' && sensor.word !== null) return sensor.word;
  return sensorText(sensor, sensor.value);
}
