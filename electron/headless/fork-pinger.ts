/** The pinging process of a plain Node host: forked while this one is small, and again if it ends. */
import { fork, type ChildProcess } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log, Pinger } from '../host/host.ts';
import { PingerOverPort } from '../host/pinger-over-port.ts';

/** Not started anew sooner than this: what cannot run must not be tried in a loop. */
const RESTART_AFTER_MS = 10_000;

function scriptOf(moduleUrl: string): string {
  const here = fileURLToPath(moduleUrl);
  return fileURLToPath(new URL(`./pinger-process${extname(here)}`, moduleUrl));
}

interface Forked {
  readonly child: ChildProcess;
  readonly pinger: PingerOverPort;
  readonly startedMs: number;
}

/** Resolves when the process says what it pings with; rejects if it ends before. */
export async function forkPinger(options: {
  readonly log: Log;
  readonly restartAfterMs?: number | undefined;
}): Promise<Pinger> {
  const { log, restartAfterMs = RESTART_AFTER_MS } = options;
  const script = scriptOf(import.meta.url);
  let current: Forked | null = null;
  let closed = false;
  let waiting = 0;
  const start = (): Forked => {
    const child = fork(script, [], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const send = (message: unknown): void => {
      if (child.connected) child.send(message as object, () => undefined);
    };
    const pinger = new PingerOverPort({ send, onMessage: (listener) => void child.on('message', listener) });
    const forked = { child, pinger, startedMs: performance.now() };
    child.on('exit', (code, signal) => {
      pinger.end('the pinging process ended');
      if (!closed) log.error('the pinging process ended', { code, signal });
    });
    child.on('error', (error) => pinger.end(`the pinging process failed: ${error.message}`));
    // It keeps the engine's process alive only as long as somebody waits for an answer.
    child.unref();
    child.channel?.unref();
    current = forked;
    return forked;
  };
  const running = (): Forked => {
    const ended = current === null || current.child.exitCode !== null || current.child.signalCode !== null;
    if (current !== null && (!ended || performance.now() - current.startedMs < restartAfterMs)) return current;
    return start();
  };
  const first = start();
  const failed = new Promise<never>((_resolve, reject) => {
    first.child.once('error', reject);
    first.child.once('exit', () => reject(new Error('the pinging process ended at its start')));
  });
  first.child.channel?.ref();
  try {
    await Promise.race([first.pinger.ready, failed]);
  } finally {
    first.child.channel?.unref();
  }
  failed.catch(() => undefined);
  return {
    get description() {
      return running().pinger.description;
    },
    ping: async (addresses, options) => {
      const { child, pinger } = running();
      waiting += 1;
      child.channel?.ref();
      try {
        return await pinger.ping(addresses, options);
      } finally {
        waiting -= 1;
        if (waiting === 0) child.channel?.unref();
      }
    },
    close: async () => {
      closed = true;
      const child = current?.child;
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.ref();
      child.disconnect();
      await ended;
    },
  };
}
