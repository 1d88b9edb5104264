/** Bits in a row, most significant first. Numbers reach 2^53, so they are taken apart before bit operations see them. */
const CHUNK_BITS = 24;
const CHUNK = 2 ** CHUNK_BITS;

export class BitWriter {
  readonly #bytes: number[] = [];
  #current = 0;
  #free = 8;

  /** The lowest `count` bits of a whole number; at most 53. */
  put(value: number, count: number): void {
    if (count > CHUNK_BITS) {
      this.put(Math.floor(value / CHUNK), count - CHUNK_BITS);
      this.put(value % CHUNK, CHUNK_BITS);
      return;
    }
    for (let left = count; left > 0;) {
      const take = Math.min(this.#free, left);
      left -= take;
      this.#current = (this.#current << take) | ((value >>> left) & ((1 << take) - 1));
      this.#free -= take;
      if (this.#free === 0) this.#flush();
    }
  }

  /** All bits; the last byte is filled up with zeros. */
  bytes(): Uint8Array {
    if (this.#free < 8) {
      this.#current <<= this.#free;
      this.#flush();
    }
    return Uint8Array.from(this.#bytes);
  }

  #flush(): void {
    this.#bytes.push(this.#current);
    this.#current = 0;
    this.#free = 8;
  }
}

export class BitReader {
  readonly #bytes: Uint8Array;
  #bit = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next `count` bits as a whole number; throws past the end. */
  take(count: number): number {
    let value = 0;
    for (let left = count; left > 0;) {
      const byte = this.#bytes[this.#bit >>> 3];
      if (byte === undefined) throw new Error('packed samples end too early');
      const available = 8 - (this.#bit & 7);
      const some = Math.min(available, left);
      value = value * 2 ** some + ((byte >>> (available - some)) & ((1 << some) - 1));
      this.#bit += some;
      left -= some;
    }
    return value;
  }
}
