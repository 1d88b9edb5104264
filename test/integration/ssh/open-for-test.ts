import type { Log } from '../../../electron/host/host.ts';
import { openSsh } from '../../../electron/engine/ssh/session.ts';
import type { SshOpening, SshOptions, SshSession } from '../../../electron/engine/ssh/session.ts';
import type { SshCredential } from '../../../electron/engine/targets.ts';

/** Keeps every line with its fields, so that a test can look for secrets in it. */
export const logInto = (lines: string[]): Log => {
  const add = (message: string, fields?: unknown): void =>
    void lines.push(`${message} ${JSON.stringify(fields ?? {})}`);
  const log: Log = { debug: add, info: add, warn: add, error: add, child: () => log };
  return log;
};

export const tryOpen = (port: number, credential: SshCredential, more: Partial<SshOptions> = {}): Promise<SshOpening> =>
  openSsh({
    host: '127.0.0.1',
    port,
    address: '127.0.0.1',
    credential,
    trusted: null,
    deadlineMs: 10_000,
    signal: new AbortController().signal,
    log: logInto([]),
    ...more,
  });

export const openForTest = async (port: number, credential: SshCredential): Promise<SshSession> => {
  const opening = await tryOpen(port, credential);
  if (opening.kind === 'failed') throw new Error(opening.problem.message);
  return opening.value;
};
