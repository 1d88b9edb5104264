/** A terminal for a person: bytes both ways, nothing read into them. For talks that the engine conducts see shell.ts. */
import type { Client, ClientChannel } from 'ssh2';
import type { Outcome } from '../../../shared/model/outcome.ts';
import { failed, ok } from '../../../shared/model/outcome.ts';

export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

export interface ChannelEnd {
  /** What the shell ended with; null where the device does not say. */
  readonly status: number | null;
  /** Why the connection broke, if it did; null when the device ended the session by itself. */
  readonly lost: string | null;
}

export interface TerminalChannel {
  /** Hostile bytes, at most some 32 KiB at once. */
  onData(listener: (chunk: Uint8Array) => void): void;
  /** Called once, after the last byte. */
  onEnd(listener: (end: ChannelEnd) => void): void;
  /** Resolves when the device has room for more. */
  write(text: string): Promise<void>;
  resize(size: TerminalSize): void;
  /** While paused the device is told to wait; what it had sent by then (2 MiB at most) waits in the connection. */
  pause(): void;
  resume(): void;
  close(): void;
}

const OPEN_WITHIN_MS = 15_000;

const channelOf = (client: Client, channel: ClientChannel): TerminalChannel => {
  let status: number | null = null;
  let lost: string | null = null;
  let closed = false;
  let onEnd: (end: ChannelEnd) => void = () => undefined;
  const drained = new Set<() => void>();
  const drain = (): void => {
    for (const resolve of drained) resolve();
    drained.clear();
  };
  client.on('error', (error) => (lost = error.message));
  channel.on('exit', (code: number | null) => (status = code));
  channel.on('drain', drain);
  // An error of the stream is followed by its close; without a listener it would end the process.
  channel.on('error', (error: Error) => (lost ??= error.message));
  channel.on('close', () => {
    closed = true;
    drain();
    onEnd({ status, lost });
  });
  return {
    onData: (listener) => {
      channel.on('data', listener);
      channel.stderr.on('data', listener);
    },
    onEnd: (listener) => {
      onEnd = listener;
      if (closed) listener({ status, lost });
    },
    write: (text) =>
      closed || channel.write(text) ? Promise.resolve() : new Promise((resolve) => void drained.add(resolve)),
    resize: ({ columns, rows }) => {
      if (!closed) channel.setWindow(rows, columns, 0, 0);
    },
    pause: () => void channel.pause(),
    resume: () => void channel.resume(),
    close: () => channel.close(),
  };
};

export const openTerminalChannel = (
  client: Client,
  target: string,
  { columns, rows }: TerminalSize,
): Promise<Outcome<TerminalChannel>> =>
  new Promise((resolve) => {
    const name = `Terminal on ${target}`;
    const fail = (words: string): void => {
      clearTimeout(deadline);
      client.off('close', lost);
      resolve(failed('silent', `${name}: ${words}`));
    };
    const lost = (): void => fail('the connection was lost.');
    const late = (): void =>
      fail(`not opened within ${OPEN_WITHIN_MS} ms. The device may be busy, or out of terminals (vty lines).`);
    const deadline = setTimeout(late, OPEN_WITHIN_MS);
    client.once('close', lost);
    try {
      client.shell({ term: 'xterm-256color', cols: columns, rows }, (error, channel) => {
        if (error !== undefined) return fail('the device refuses one: this user may only run single commands there.');
        clearTimeout(deadline);
        client.off('close', lost);
        resolve(ok(channelOf(client, channel)));
      });
    } catch {
      lost();
    }
  });
