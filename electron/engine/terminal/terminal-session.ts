/** One open terminal: the device's end of it, what it wrote, and whether a page is still there to read that. */
import type { TerminalEnd } from '../../../shared/contract/terminals.ts';
import type { Clock } from '../../host/host.ts';
import type { ChannelEnd, TerminalChannel, TerminalSize } from '../ssh/terminal-channel.ts';
import { OutputWindow, type OutputChunk } from './output-window.ts';

/** A read that finds nothing answers after so long, so that a page which went away is noticed. */
const READ_WAITS_MS = 20_000;
/** How long a terminal waits for a page to come back; one that ended keeps its last words as long. */
export const LEFT_AFTER_MS = 60_000;

export interface SessionOptions {
  readonly clock: Clock;
  readonly deviceId: number;
  /** "core-1" for messages. */
  readonly name: string;
  readonly channel: TerminalChannel;
  /** Ends the SSH connection. */
  readonly disconnect: () => void;
  readonly onEnd: (end: TerminalEnd) => void;
  /** Nobody will ask for it any more. */
  readonly onForgotten: () => void;
}

export interface TerminalRead extends OutputChunk {
  /** Given with the last chunk. */
  readonly end: TerminalEnd | null;
}

export class TerminalSession {
  readonly #options: SessionOptions;
  readonly #output = new OutputWindow();
  readonly #waiting = new Set<() => void>();
  #end: TerminalEnd | null = null;
  #reading = 0;
  #cancelLeaving: () => void = () => undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { channel } = options;
    channel.onData((chunk) => {
      this.#output.push(chunk);
      if (this.#output.mustPause) channel.pause();
      this.#wake();
    });
    channel.onEnd((end) => this.#finish(wordsOf(end, options.name)));
    this.#awaitPage();
  }

  get deviceId(): number {
    return this.#options.deviceId;
  }

  get ended(): boolean {
    return this.#end !== null;
  }

  /** Bytes kept in memory, for tests and for the console's health. */
  get heldBytes(): number {
    return this.#output.heldBytes;
  }

  /**
   * What follows an offset, waiting for it when there is nothing yet. Acknowledges everything before. `null`: what is left of
   * the past, for a page that has seen nothing.
   */
  async read(offset: number | null): Promise<TerminalRead> {
    this.#reading += 1;
    this.#cancelLeaving();
    if (offset !== null) this.#acknowledge(offset);
    try {
      if (this.#end === null && offset !== null && offset >= this.#output.end) await this.#news();
      const chunk = this.#output.take(offset);
      const isLast = chunk.from + chunk.bytes.length === this.#output.end;
      return { ...chunk, end: isLast ? this.#end : null };
    } finally {
      this.#reading -= 1;
      if (this.#reading === 0) this.#awaitPage();
    }
  }

  /** What a person typed, as it is. Resolves when the device has room for more. */
  async write(text: string): Promise<void> {
    if (this.#end === null) await this.#options.channel.write(text);
  }

  resize(size: TerminalSize): void {
    this.#options.channel.resize(size);
  }

  /** Ends it from this side. */
  close(end: TerminalEnd): void {
    this.#finish(end);
    this.#options.channel.close();
  }

  forget(): void {
    this.#cancelLeaving();
    this.#options.onForgotten();
  }

  #acknowledge(offset: number): void {
    const waited = this.#output.mustPause;
    this.#output.acknowledge(offset);
    if (waited && !this.#output.mustPause) this.#options.channel.resume();
  }

  #news(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        cancel();
        this.#waiting.delete(done);
        resolve();
      };
      const cancel = this.#options.clock.after(READ_WAITS_MS, done);
      this.#waiting.add(done);
    });
  }

  #wake(): void {
    for (const done of this.#waiting) done();
  }

  #finish(end: TerminalEnd): void {
    if (this.#end !== null) return;
    this.#end = end;
    this.#options.onEnd(end);
    this.#options.disconnect();
    this.#wake();
    if (this.#reading === 0) this.#awaitPage();
  }

  #awaitPage(): void {
    this.#cancelLeaving();
    this.#cancelLeaving = this.#options.clock.after(LEFT_AFTER_MS, () => {
      const message = `Ended: no window has looked at this terminal for ${LEFT_AFTER_MS / 1000} s.`;
      if (this.#end === null) this.close({ code: 'left', message });
      else this.forget();
    });
  }
}

const wordsOf = ({ status, lost }: ChannelEnd, name: string): TerminalEnd => {
  if (lost !== null) return { code: 'lost', message: `The connection to ${name} was lost: ${lost.slice(0, 200)}.` };
  const told = status === null || status === 0 ? '' : ` (status ${status})`;
  return { code: 'exited', message: `${name} ended the session${told}.` };
};
