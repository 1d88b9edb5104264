/**
 * The basic encoding rules, as far as SNMP uses them (RFC 3417 section 8).
 *
 * Written for the polling of 100,000 interfaces: a reader walks over the datagram and hands out positions, so that a walk
 * never makes text of an OID it only compares; a writer fills one buffer from its end, so that no length is needed beforehand.
 * Every read is checked against the end of what encloses it: datagrams come from strangers.
 */
import { Buffer } from 'node:buffer';

export const TAG = {
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  ipAddress: 0x40,
  counter32: 0x41,
  gauge32: 0x42,
  timeTicks: 0x43,
  opaque: 0x44,
  counter64: 0x46,
  noSuchObject: 0x80,
  noSuchInstance: 0x81,
  endOfMibView: 0x82,
  get: 0xa0,
  getNext: 0xa1,
  response: 0xa2,
  getBulk: 0xa5,
  report: 0xa8,
} as const;

/** What a stranger sent is not BER, or not SNMP. Caught where datagrams come in. */
export class MalformedMessage extends Error {}

/** Walks over the elements of a datagram. After `next`, `tag`, `start` and `stop` describe one element. */
export class BerReader {
  readonly bytes: Buffer;
  #position: number;
  #end: number;
  tag = 0;
  start = 0;
  stop = 0;

  constructor(bytes: Buffer, position = 0, end = bytes.length) {
    this.bytes = bytes;
    this.#position = position;
    this.#end = end;
  }

  get atEnd(): boolean {
    return this.#position >= this.#end;
  }

  /** Goes to the next element at this level; false at the end. */
  next(): boolean {
    const { bytes } = this;
    let at = this.#position;
    if (at >= this.#end) return false;
    if (at + 2 > this.#end) throw new MalformedMessage('cut off within a header');
    this.tag = byteAt(bytes, at);
    let length = byteAt(bytes, at + 1);
    at += 2;
    if (length > 0x7f) {
      let count = length & 0x7f;
      if (count === 0 || count > 4 || at + count > this.#end) throw new MalformedMessage('impossible length');
      length = 0;
      for (; count > 0; count--) length = length * 256 + byteAt(bytes, at++);
    }
    if (length > this.#end - at) throw new MalformedMessage('an element is longer than what encloses it');
    this.start = at;
    this.stop = at + length;
    this.#position = this.stop;
    return true;
  }

  /** The next element, which must have this tag. */
  expect(tag: number): this {
    if (!this.next() || this.tag !== tag) throw new MalformedMessage(`expected tag ${tag}, found ${this.tag}`);
    return this;
  }

  /** From here on, `next` walks inside the element it stands on, and ends with it. */
  enter(): this {
    this.#position = this.start;
    this.#end = this.stop;
    return this;
  }

  /** `next` walks into the element it stands on, and on past its end: for elements whose end the caller checks. */
  step(): void {
    this.#position = this.start;
  }

  /** The element as a signed number. */
  integer(): number {
    return signedInteger(this.bytes, this.start, this.stop);
  }

  slice(): Buffer {
    return this.bytes.subarray(this.start, this.stop);
  }
}

// Positions are checked before: the fallback is never taken, and keeps the type a number.
const byteAt = (bytes: Buffer, at: number): number => bytes[at] ?? 0;

export const signedInteger = (bytes: Buffer, start: number, stop: number): number => {
  if (stop <= start || stop - start > 8) throw new MalformedMessage('impossible integer');
  let value = (byteAt(bytes, start) << 24) >> 24;
  for (let at = start + 1; at < stop; at++) value = value * 256 + byteAt(bytes, at);
  return value;
};

/** Counter32, Gauge32 and TimeTicks. Agents that forget the leading zero octet send what looks negative. */
export const unsignedInteger = (bytes: Buffer, start: number, stop: number): number => {
  if (stop <= start || stop - start > 9) throw new MalformedMessage('impossible unsigned integer');
  let value = 0;
  for (let at = start; at < stop; at++) value = value * 256 + byteAt(bytes, at);
  return value;
};

export const unsignedBigInteger = (bytes: Buffer, start: number, stop: number): bigint => {
  if (stop <= start || stop - start > 9) throw new MalformedMessage('impossible 64-bit integer');
  if (stop - start <= 6) return BigInt(unsignedInteger(bytes, start, stop));
  return (BigInt(unsignedInteger(bytes, start, stop - 4)) << 32n) | BigInt(unsignedInteger(bytes, stop - 4, stop));
};

const SCRATCH_BYTES = 65_536;

/** Fills a buffer from its end: inner elements first, then `wrap` puts tag and length before what was written since. */
export class BerWriter {
  readonly #bytes = Buffer.allocUnsafe(SCRATCH_BYTES);
  #position = SCRATCH_BYTES;

  reset(): this {
    this.#position = SCRATCH_BYTES;
    return this;
  }

  /** Distance from the end: stays true while more is put in front. */
  get mark(): number {
    return SCRATCH_BYTES - this.#position;
  }

  byte(value: number): this {
    if (this.#position === 0) throw new RangeError('the SNMP message does not fit into one datagram');
    this.#bytes[--this.#position] = value;
    return this;
  }

  raw(value: Uint8Array): this {
    if (value.length > this.#position) throw new RangeError('the SNMP message does not fit into one datagram');
    this.#position -= value.length;
    this.#bytes.set(value, this.#position);
    return this;
  }

  /** Puts tag and length before everything written since `mark`. */
  wrap(tag: number, mark: number): this {
    const length = this.mark - mark;
    if (length > 0xff)
      this.byte(length & 0xff)
        .byte(length >> 8)
        .byte(0x82);
    else if (length > 0x7f) this.byte(length).byte(0x81);
    else this.byte(length);
    return this.byte(tag);
  }

  octets(value: Uint8Array, tag: number = TAG.octets): this {
    const mark = this.mark;
    return this.raw(value).wrap(tag, mark);
  }

  /** A non-negative integer below 2^53. */
  unsigned(value: number, tag: number = TAG.integer): this {
    const mark = this.mark;
    let rest = value;
    let low: number;
    do {
      low = rest % 256;
      this.byte(low);
      rest = Math.floor(rest / 256);
    } while (rest > 0);
    if (low > 0x7f) this.byte(0);
    return this.wrap(tag, mark);
  }

  /** A copy of what was written. */
  take(): Buffer {
    return Buffer.from(this.#bytes.subarray(this.#position));
  }
}
