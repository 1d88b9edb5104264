/** From what an agent says to the number that is meant. Pure. */
import { bytesOf, numberInText, numberOf, textOf } from '../decode/octets.ts';
import { scaleSensor, sensorExponent } from '../decode/entity-sensors.ts';
import type { SnmpValue } from '../wire/value.ts';
import type { CellRef } from './cell.ts';
import type { At } from './row-reader.ts';
import { valueAt } from './row-reader.ts';
import type { ProcessorRule } from './schema.ts';

export type Numbers = Pick<
  ProcessorRule,
  'words' | 'pattern' | 'octets' | 'ignore' | 'factor' | 'offset' | 'scale' | 'precision' | 'convert' | 'range'
>;

/** A number, or the one that stands in text: where the pattern says, else at its beginning. */
export const plainNumber = (value: SnmpValue, pattern: RegExp | undefined): number | null => {
  if (pattern === undefined) return numberInText(value);
  const found = pattern.exec(textOf(value) ?? '')?.[1];
  return found === undefined || found === '' || Number.isNaN(Number(found)) ? null : Number(found);
};

const wordNumber = (value: SnmpValue, words: Readonly<Record<string, number>>): number | null =>
  words[(textOf(value) ?? '').toLowerCase()] ?? null;

const rawAt = (value: SnmpValue, rule: Numbers): number | null => {
  if (rule.words) return wordNumber(value, rule.words);
  return rule.octets ? octetsNumber(value) : plainNumber(value, rule.pattern);
};

/** At most six octets: more is no number that JavaScript keeps. */
const octetsNumber = (value: SnmpValue): number | null => {
  const bytes = bytesOf(value);
  return bytes === null || bytes.length === 0 || bytes.length > 6 ? null : bytes.readUIntBE(0, bytes.length);
};

/** 0.1 x 3 is 0.30000000000000004: devices do not know that many digits. */
const tidy = (value: number): number => Number(value.toPrecision(12));

const CONVERSIONS = {
  /** No light at all has no logarithm: null. */
  'milliwatts-to-dbm': (milliwatts: number): number | null =>
    milliwatts <= 0 ? null : Math.round(10 * Math.log10(milliwatts) * 1e6) / 1e6,
  'fahrenheit-to-celsius': (fahrenheit: number): number | null => Math.round(((fahrenheit - 32) / 1.8) * 100) / 100,
} as const;

/** From the raw number to the one meant; null where there is none (the logarithm of no light). */
export const convertNumber = (raw: number, rule: Numbers, at: At): number | null => {
  const scaled =
    rule.scale || rule.precision
      ? scaleSensor(
          raw,
          rule.scale ? numberOf(valueAt(at, rule.scale)) : null,
          rule.precision ? numberOf(valueAt(at, rule.precision)) : null,
        )
      : raw;
  const value = tidy(scaled * rule.factor + rule.offset);
  return rule.convert ? CONVERSIONS[rule.convert](value) : value;
};

export interface Found {
  readonly value: number;
  readonly cell: CellRef;
  /** What the agent said. */
  readonly told: SnmpValue;
  /** The number in it, before scale and factor. */
  readonly raw: number;
}

const CONVERSION_WORDS = {
  'milliwatts-to-dbm': '10 log10 of milliwatts',
  'fahrenheit-to-celsius': 'Fahrenheit to Celsius',
} as const;

/** The arithmetic from the raw number to the value, in words; null where it is shown as it came. */
export const explainNumber = (at: At, rule: Numbers, raw: number): string | null => {
  const scale = rule.scale ? numberOf(valueAt(at, rule.scale)) : null;
  const precision = rule.precision ? numberOf(valueAt(at, rule.precision)) : null;
  const exponent = sensorExponent(scale, precision);
  const steps = [
    exponent === 0 ? null : `x 10^${exponent}`,
    rule.factor === 1 ? null : `x ${rule.factor}`,
    rule.offset === 0 ? null : `+ ${rule.offset}`,
    rule.convert === undefined ? null : `, ${CONVERSION_WORDS[rule.convert]}`,
  ].filter((step) => step !== null);
  return steps.length === 0 ? null : `${raw} ${steps.join(' ')}`.replaceAll(' ,', ',');
};

/** The first of the cells that holds a number which means something. */
export const numberAt = (at: At, cells: readonly CellRef[], rule: Numbers): Found | null => {
  for (const cell of cells) {
    const told = valueAt(at, cell);
    const raw = rawAt(told, rule);
    if (raw === null || rule.ignore.includes(raw)) continue;
    const value = convertNumber(raw, rule, at);
    if (value === null || Number.isNaN(value)) continue;
    if (rule.range && (value < rule.range[0] || value > rule.range[1])) continue;
    return { value, cell, told, raw };
  }
  return null;
};
