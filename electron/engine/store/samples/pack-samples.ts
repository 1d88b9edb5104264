/**
 * An hour of samples as one small blob, column by column, each as pack-numbers.ts does it. Times are kept as the differences
 * of their differences, which are near 0 with a steady poll. Exact: what comes out is what went in. First byte: the format,
 * so that it may change.
 */
import { BitReader, BitWriter } from './bits.ts';
import { putNumbers, readNumbers } from './pack-numbers.ts';
import { noSamples } from './samples.ts';
import type { Samples } from './samples.ts';

const FORMAT = 1;
const COUNT_BITS = 24;
const TIME_BITS = 48;

const steps = (values: readonly number[]): number[] =>
  values.slice(1).map((value, index) => value - (values[index] ?? 0));

const sums = (first: number, differences: readonly number[]): number[] => {
  const values = [first];
  for (const difference of differences) values.push((values.at(-1) ?? 0) + difference);
  return values;
};

const putTimes = (writer: BitWriter, at: readonly number[]): void => {
  const [first = 0, second] = at;
  writer.put(first, TIME_BITS);
  if (second === undefined) return;
  writer.put(second - first, TIME_BITS);
  putNumbers(writer, steps(steps(at)));
};

const readTimes = (reader: BitReader, count: number): number[] => {
  const first = reader.take(TIME_BITS);
  if (count < 2) return count === 0 ? [] : [first];
  const second = reader.take(TIME_BITS);
  return sums(first, sums(second, readNumbers(reader, count - 2)));
};

/** One bit says whether any value is unknown; if so, one more a value says which. */
const putColumn = (writer: BitWriter, column: readonly (number | null)[]): void => {
  const known = column.filter((value) => value !== null);
  writer.put(known.length === column.length ? 0 : 1, 1);
  if (known.length < column.length) for (const value of column) writer.put(value === null ? 0 : 1, 1);
  putNumbers(writer, known);
};

const readColumn = (reader: BitReader, count: number): (number | null)[] => {
  if (reader.take(1) === 0) return readNumbers(reader, count);
  const isKnown = Array.from({ length: count }, () => reader.take(1) === 1);
  const known = readNumbers(reader, isKnown.filter(Boolean).length).values();
  return isKnown.map((one) => (one ? (known.next().value ?? null) : null));
};

export function packSamples(samples: Samples): Uint8Array {
  const writer = new BitWriter();
  writer.put(FORMAT, 8);
  writer.put(samples.at.length, COUNT_BITS);
  putTimes(writer, samples.at);
  putNumbers(writer, samples.quality);
  for (const column of samples.values) putColumn(writer, column);
  return writer.bytes();
}

/** Undoes packSamples. Throws on bytes that it did not make. */
export function unpackSamples(packed: Uint8Array, metrics: number): Samples {
  const reader = new BitReader(packed);
  const format = reader.take(8);
  if (format !== FORMAT) throw new Error(`packed samples of unknown format ${format}`);
  const count = reader.take(COUNT_BITS);
  const at = readTimes(reader, count);
  const quality = readNumbers(reader, count);
  return { at, quality, values: noSamples(metrics).values.map(() => readColumn(reader, count)) };
}
