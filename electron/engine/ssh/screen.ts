import { StringDecoder } from 'node:string_decoder';
import { cleanLine } from './clean-screen.ts';

/** A prompt or pager is looked for in so much of the unfinished line. */
const MAX_TAIL_CHARACTERS = 4096;
/** No device writes such a line; and looking at it again with each packet would take for ever. */
const MAX_LINE_CHARACTERS = 100_000;

/** What a terminal has written since the last command. Bounded: past `maxBytes`, or a line of 100,000, it is `overflown` and keeps no more. */
export class Screen {
  readonly #decoder = new StringDecoder('utf8');
  readonly #maxBytes: number;
  #lines: string[] = [];
  #tail = '';
  #bytes = 0;
  #cleanTail: string | null = null;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get overflown(): boolean {
    return this.#bytes > this.#maxBytes || this.#tail.length > MAX_LINE_CHARACTERS;
  }

  add(chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.overflown) return;
    const parts = this.#decoder.write(chunk).split('\n');
    parts[0] = this.#tail + (parts[0] ?? '');
    this.#tail = parts.pop() ?? '';
    for (const part of parts) this.#lines.push(cleanLine(part));
    this.#cleanTail = null;
  }

  hasLineEnd(): boolean {
    return this.#lines.length > 0;
  }

  /** The unfinished line as it would be read. */
  lastLine(): string {
    this.#cleanTail ??= cleanLine(this.#tail.slice(-MAX_TAIL_CHARACTERS));
    return this.#cleanTail;
  }

  /** Takes a pager's words off the unfinished line; the device's own way to erase them then finds nothing to erase. */
  dropLastLine(pattern?: RegExp): void {
    const left = pattern === undefined ? '' : this.lastLine().replace(pattern, '');
    this.#tail = left;
    this.#cleanTail = null;
  }

  /** All finished lines; the unfinished one is the prompt. */
  text(): string {
    return this.#lines.join('\n');
  }
}
