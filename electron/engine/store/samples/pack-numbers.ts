/**
 * A column of whole numbers in few bits. Noise cannot be compressed, so what counts is to spend no more bits on a value than
 * its noise has: Rice codes do (Rice and Plaunt 1971; FLAC and Gorilla's successors use them for the same reason), a byte-wise
 * code with deflate behind it needed 1.8 times the space. A column is coded as what changes least: nothing at all (constant),
 * the difference from the value before (a trend), or the distance from the mean (noise).
 */
import type { BitReader, BitWriter } from './bits.ts';

const WHOLE = 53;
const CONSTANT = 0;
const DIFFERENCES = 1;
const DISTANCES = 2;
/** A code longer than this is written out in full: one spike must not cost kilobytes. */
const LONGEST_UNARY = 24;

const zigzag = (value: number): number => (value >= 0 ? value * 2 : -value * 2 - 1);
const unzigzag = (code: number): number => (code % 2 === 0 ? code / 2 : -(code + 1) / 2);

const bitsOf = (code: number, k: number): number => {
  const unary = Math.floor(code / 2 ** k);
  return unary < LONGEST_UNARY ? unary + 1 + k : LONGEST_UNARY + WHOLE;
};

interface Coding {
  readonly codes: readonly number[];
  readonly k: number;
  readonly bits: number;
}

/** The best k lies next to the logarithm of the mean. */
const bestCoding = (codes: readonly number[]): Coding => {
  const mean = codes.reduce((sum, code) => sum + code, 0) / codes.length;
  const near = Math.min(WHOLE - 2, Math.floor(Math.log2(mean + 1)));
  const tried = [near - 1, near, near + 1]
    .filter((k) => k >= 0)
    .map((k) => ({ codes, k, bits: codes.reduce((sum, code) => sum + bitsOf(code, k), 0) }));
  return tried.reduce((best, coding) => (coding.bits < best.bits ? coding : best));
};

const putCodes = (writer: BitWriter, { codes, k }: Coding): void => {
  writer.put(k, 6);
  const divisor = 2 ** k;
  for (const code of codes) {
    const unary = Math.floor(code / divisor);
    if (unary >= LONGEST_UNARY) {
      writer.put(2 ** LONGEST_UNARY - 1, LONGEST_UNARY);
      writer.put(code, WHOLE);
      continue;
    }
    writer.put(2 ** (unary + 1) - 2, unary + 1);
    writer.put(code % divisor, k);
  }
};

const readCodes = (reader: BitReader, count: number): number[] => {
  const k = reader.take(6);
  return Array.from({ length: count }, () => {
    let unary = 0;
    while (unary < LONGEST_UNARY && reader.take(1) === 1) unary += 1;
    return unary === LONGEST_UNARY ? reader.take(WHOLE) : unary * 2 ** k + reader.take(k);
  });
};

const differences = (values: readonly number[]): number[] =>
  values.slice(1).map((value, index) => zigzag(value - (values[index] ?? 0)));

/** Writes the numbers, not how many they are. Each at most 2^51 from 0. */
export function putNumbers(writer: BitWriter, values: readonly number[]): void {
  const [first] = values;
  if (first === undefined) return;
  if (values.every((value) => value === first)) {
    writer.put(CONSTANT, 2);
    // Most columns of a quiet port are 0 for the whole hour.
    writer.put(first === 0 ? 0 : 1, 1);
    if (first !== 0) writer.put(zigzag(first), WHOLE);
    return;
  }
  const mean = Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
  const steps = bestCoding(differences(values));
  const spread = bestCoding(values.map((value) => zigzag(value - mean)));
  const useSteps = steps.bits <= spread.bits;
  writer.put(useSteps ? DIFFERENCES : DISTANCES, 2);
  writer.put(zigzag(useSteps ? first : mean), WHOLE);
  putCodes(writer, useSteps ? steps : spread);
}

/** Undoes putNumbers. */
export function readNumbers(reader: BitReader, count: number): number[] {
  if (count === 0) return [];
  const mode = reader.take(2);
  if (mode === CONSTANT) {
    const value = reader.take(1) === 0 ? 0 : unzigzag(reader.take(WHOLE));
    return Array.from({ length: count }, () => value);
  }
  const base = unzigzag(reader.take(WHOLE));
  if (mode === DISTANCES) return readCodes(reader, count).map((code) => base + unzigzag(code));
  const values = [base];
  for (const code of readCodes(reader, count - 1)) values.push((values.at(-1) ?? 0) + unzigzag(code));
  return values;
}
