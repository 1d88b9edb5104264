/**
 * An hour of samples as one small blob: column by column, each value as the difference from the one before it in zig-zag
 * varints, then deflated. Times are differences of differences, which are near 0 with a steady poll. Exact: what comes out is
 * what went in. First byte: the format, so that it may change.
 *
 * In a column of values, 0 stands for unknown and a difference d for zigzag(d) + 1. Numbers reach 2^53, so no bit operations.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { noSamples } from './samples.ts';
import type { Samples } from './samples.ts';

const FORMAT = 1;

const zigzag = (value: number): number => (value >= 0 ? value * 2 : -value * 2 - 1);
const unzigzag = (code: number): number => (code % 2 === 0 ? code / 2 : -(code + 1) / 2);

const putVarint = (bytes: number[], value: number): void => {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
};

class Reader {
  readonly #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#bytes[this.#position];
      if (byte === undefined) throw new Error('packed samples end too early');
      this.#position += 1;
      if (byte < 128) return value + byte * factor;
      value += (byte - 128) * factor;
    }
  }
}

const putTimes = (bytes: number[], at: readonly number[]): void => {
  let previous = 0;
  let difference = 0;
  for (const time of at) {
    putVarint(bytes, zigzag(time - previous - difference));
    difference = previous === 0 ? 0 : time - previous;
    previous = time;
  }
};

const putColumn = (bytes: number[], column: readonly (number | null)[]): void => {
  let previous = 0;
  for (const value of column) {
    putVarint(bytes, value === null ? 0 : zigzag(value - previous) + 1);
    previous = value ?? previous;
  }
};

const readTimes = (reader: Reader, count: number): number[] => {
  const at: number[] = [];
  let previous = 0;
  let difference = 0;
  for (let index = 0; index < count; index += 1) {
    const time = previous + difference + unzigzag(reader.varint());
    difference = previous === 0 ? 0 : time - previous;
    previous = time;
    at.push(time);
  }
  return at;
};

const readColumn = (reader: Reader, count: number): (number | null)[] => {
  const column: (number | null)[] = [];
  let previous = 0;
  for (let index = 0; index < count; index += 1) {
    const code = reader.varint();
    if (code > 0) previous += unzigzag(code - 1);
    column.push(code === 0 ? null : previous);
  }
  return column;
};

export function packSamples(samples: Samples): Uint8Array {
  const bytes: number[] = [];
  putVarint(bytes, samples.at.length);
  putTimes(bytes, samples.at);
  for (const quality of samples.quality) putVarint(bytes, quality);
  for (const column of samples.values) putColumn(bytes, column);
  const deflated = deflateRawSync(Uint8Array.from(bytes), { level: 9, memLevel: 9 });
  const packed = new Uint8Array(deflated.length + 1);
  packed[0] = FORMAT;
  packed.set(deflated, 1);
  return packed;
}

/** Undoes packSamples. Throws on bytes that it did not make. */
export function unpackSamples(packed: Uint8Array, metrics: number): Samples {
  if (packed[0] !== FORMAT) throw new Error(`packed samples of unknown format ${String(packed[0])}`);
  const reader = new Reader(inflateRawSync(packed.subarray(1)));
  const count = reader.varint();
  const samples = noSamples(metrics);
  const at = readTimes(reader, count);
  const quality = at.map(() => reader.varint());
  return { at, quality, values: samples.values.map(() => readColumn(reader, count)) };
}
