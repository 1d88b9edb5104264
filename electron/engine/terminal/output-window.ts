/**
 * What a device has written and a page may still want: a stretch of one endless stream of bytes, of which each place has a
 * number (its offset). A page says up to where it has read; the bytes before that are kept too, as far as there is room, so
 * that a page which was reloaded sees the last of them again. Bounded, whatever the device sends. Pure.
 */

/** All that is held at once. */
export const WINDOW_BYTES = 256 * 1024;
/** Unread bytes past which the device has to wait. Leaves room for what comes before it notices: one packet of 32 KiB. */
export const PAUSE_BYTES = 192 * 1024;
/** One answer. */
export const CHUNK_BYTES = 64 * 1024;

export interface OutputChunk {
  /** Offset of the first byte. */
  readonly from: number;
  readonly bytes: Uint8Array;
  /** Bytes between what was asked for and `from`, gone for good. */
  readonly skipped: number;
}

export class OutputWindow {
  #chunks: Uint8Array[] = [];
  #start = 0;
  #end = 0;
  #read = 0;

  /** Offset behind the last byte. */
  get end(): number {
    return this.#end;
  }

  get heldBytes(): number {
    return this.#end - this.#start;
  }

  get mustPause(): boolean {
    return this.#end - this.#read >= PAUSE_BYTES;
  }

  push(chunk: Uint8Array): void {
    // A copy: the chunk may be a small view of a large buffer of the connection.
    this.#chunks.push(Uint8Array.from(chunk));
    this.#end += chunk.length;
    while (this.heldBytes > WINDOW_BYTES) {
      const [first] = this.#chunks;
      if (first === undefined) return;
      const over = this.heldBytes - WINDOW_BYTES;
      if (over >= first.length) this.#chunks.shift();
      else this.#chunks[0] = first.slice(over);
      this.#start += Math.min(over, first.length);
    }
  }

  /** The page has everything before this offset. */
  acknowledge(upTo: number): void {
    this.#read = Math.max(this.#read, Math.min(upTo, this.#end));
  }

  /** At most 64 KiB from an offset on; null: from the oldest byte that is left. */
  take(offset: number | null): OutputChunk {
    const wanted = Math.min(offset ?? this.#start, this.#end);
    const from = Math.max(wanted, this.#start);
    const bytes = new Uint8Array(Math.min(CHUNK_BYTES, this.#end - from));
    let at = this.#start;
    let filled = 0;
    for (const chunk of this.#chunks) {
      if (filled === bytes.length) break;
      const part = chunk.subarray(Math.max(0, from - at), Math.max(0, from - at) + bytes.length - filled);
      bytes.set(part, filled);
      filled += part.length;
      at += chunk.length;
    }
    return { from, bytes, skipped: from - wanted };
  }
}
