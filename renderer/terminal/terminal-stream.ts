/** The two directions of one terminal: its bytes read on and on, what is typed sent in order. No DOM, no xterm. */
import { CallError } from '../../shared/contract/errors.ts';
import type { TerminalEnd } from '../../shared/contract/terminals.ts';
import type { CallArgs, CallName, CallResult } from '../../shared/contract/index.ts';

export type Ask = <N extends CallName>(name: N, args: CallArgs<N>) => Promise<CallResult<N>>;

export interface StreamOptions {
  readonly terminalId: string;
  readonly ask: Ask;
  /** Resolves when the bytes are on the screen: the next ones are asked for then, so a slow page slows the device. */
  readonly onBytes: (bytes: Uint8Array) => Promise<void>;
  /** Bytes are gone, or keys may not have arrived: said in the terminal itself. */
  readonly onNotice: (text: string) => void;
  readonly onEnd: (end: { readonly code: TerminalEnd['code'] | 'unknown'; readonly message: string }) => void;
  readonly pause: (ms: number) => Promise<void>;
}

export interface TerminalStream {
  type(text: string): void;
  /** Stops reading; the terminal itself goes on for a minute. */
  stop(): void;
}

const RETRY_MS = 500;
/** A call takes 64 KiB of text; no pair of surrogates is torn apart as long as the pieces join again. */
const PIECE_CHARACTERS = 16_384;

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));

const isAway = (error: unknown): boolean => error instanceof CallError && error.code === 'unavailable';

/** `from` null: from the oldest that is left. */
export function streamTerminal(options: StreamOptions, from: number | null): TerminalStream {
  const { terminalId, ask, onBytes, onNotice, onEnd, pause } = options;
  let stopped = false;
  let waiting = '';
  let sending = false;

  async function readOn(): Promise<void> {
    let at = from;
    while (!stopped) {
      try {
        const chunk = await ask('terminal.read', { terminalId, from: at });
        if (stopped) return;
        if (chunk.skipped > 0) onNotice(`${chunk.skipped} bytes of output were lost here`);
        const bytes = bytesOf(chunk.bytes);
        if (bytes.length > 0) await onBytes(bytes);
        at = chunk.from + bytes.length;
        if (chunk.end !== null) return finish(chunk.end);
      } catch (error) {
        if (!isAway(error)) return finish({ code: 'unknown', message: messageOf(error) });
        await pause(RETRY_MS);
      }
    }
  }

  function finish(end: Parameters<StreamOptions['onEnd']>[0]): void {
    if (stopped) return;
    stopped = true;
    onEnd(end);
  }

  async function sendOn(): Promise<void> {
    sending = true;
    while (waiting !== '') {
      const text = waiting.slice(0, PIECE_CHARACTERS);
      waiting = waiting.slice(PIECE_CHARACTERS);
      try {
        await ask('terminal.write', { terminalId, text });
      } catch (error) {
        // Keys for a terminal that is away or over would arrive as a surprise, or never.
        waiting = '';
        if (isAway(error)) onNotice('The connection to the engine broke: your last keys may not have arrived');
      }
    }
    sending = false;
  }

  void readOn();
  return {
    type: (text) => {
      if (stopped) return;
      waiting += text;
      if (!sending) void sendOn();
    },
    stop: () => {
      stopped = true;
    },
  };
}

/** What is not found has ended: with its engine, or after a minute without a page. */
function messageOf(error: unknown): string {
  if (error instanceof CallError && error.code === 'not-found')
    return 'It ended while this window was away: after a minute without a window, or because the engine was started anew.';
  return error instanceof Error ? error.message : String(error);
}
