/** What a command may touch of its process: results to stdout, words to stderr, and the wish to stop. */
import { printable } from '../host/printable.ts';

export interface CliIo {
  /** To stdout, where results go and nothing else. With its own line ends. */
  out(text: string): void;
  /** One line to stderr: progress and trouble. Control characters are taken out. */
  say(line: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by the first Ctrl-C or SIGTERM: finish what is under way, keep what is learnt, end. */
  readonly stop: AbortSignal;
}

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command could not do its work, and the message says all: exit code 1, no stack. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

/** What `--json` prints: one document, ended by a line end. */
export function outJson(io: CliIo, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`);
}

export interface ProcessIo extends CliIo {
  /** Resolves when all that was written has left the process. */
  flush(): Promise<void>;
  /** As the first Ctrl-C does. */
  requestStop(): void;
}

/** The real thing. A second Ctrl-C ends at once. */
export function processIo(): ProcessIo {
  const stop = new AbortController();
  const onSignal = (signal: NodeJS.Signals) => {
    if (stop.signal.aborted) process.exit(signal === 'SIGINT' ? 130 : 143);
    stop.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  // `trunkline watch | head`: the reader has gone, so there is nothing left to do.
  process.stdout.on('error', () => process.exit(0));
  return {
    out: (text) => void process.stdout.write(text),
    say: (line) => void process.stderr.write(`${printable(line)}\n`),
    env: process.env,
    stop: stop.signal,
    requestStop: () => stop.abort(),
    flush: () =>
      new Promise((resolve) => {
        process.stdout.write('', () => process.stderr.write('', () => resolve()));
      }),
  };
}

/** Resolves when the person, or the system, wants the program to end. */
export function untilStopped(io: CliIo): Promise<void> {
  return new Promise((resolve) => {
    if (io.stop.aborted) resolve();
    else io.stop.addEventListener('abort', () => resolve(), { once: true });
  });
}
