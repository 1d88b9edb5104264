import { Socket } from 'node:net';
import ssh2 from 'ssh2';
import type { Client } from 'ssh2';
import type { Log } from '../../host/host.ts';
import type { Outcome, Problem, ProblemCode } from '../../../shared/model/outcome.ts';
import { ok } from '../../../shared/model/outcome.ts';
import type { SshCredential } from '../targets.ts';
import { offeredAlgorithms } from './algorithms.ts';
import { troubleOf } from './connect-problem.ts';
import { runCommand } from './exec.ts';
import type { CommandLimits } from './exec.ts';
import { fingerprintOf } from './fingerprint.ts';
import { authHandlerFor, keyTrouble } from './login.ts';
import type { Shell, ShellOptions } from './shell.ts';
import { openShell } from './shell.ts';
import type { TerminalChannel, TerminalSize } from './terminal-channel.ts';
import { openTerminalChannel } from './terminal-channel.ts';

export interface SshTarget {
  /** Where packets go. */
  readonly host: string;
  readonly port: number;
  /** What people call it. */
  readonly address: string;
  readonly credential: SshCredential;
  /** Fingerprint ("SHA256:…") seen before; null: trust the key that is shown now. */
  readonly trusted: string | null;
}

export interface SshOptions extends SshTarget {
  /** For connecting, checking the key and logging in together. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Asks every so many ms whether the device is still there, and gives up after three in vain. Default: never. */
  readonly keepaliveMs?: number | undefined;
}

export interface SshSession {
  /** "host:port" for messages. */
  readonly target: string;
  /** Of the host key, as OpenSSH prints it. To be remembered after first use. */
  readonly fingerprint: string;
  /** What the server says of itself: its version line, then the banner shown before login. Hostile text. */
  readonly banner: string;
  /** Runs one command in a channel of its own (exec). A command that ends with a status other than 0 is `partial`. */
  run(command: string, limits: CommandLimits): Promise<Outcome<string>>;
  /** Opens a terminal for devices that know only that. */
  shell(options: ShellOptions): Promise<Outcome<Shell>>;
  /** Opens a terminal for a person. */
  terminal(size: TerminalSize): Promise<Outcome<TerminalChannel>>;
  close(): void;
}

/** Like Outcome, and `offered` is the fingerprint that the device showed, if it came to that. */
export type SshOpening =
  | { readonly kind: 'ok'; readonly value: SshSession }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly offered: string | null };

const MAX_BANNER_CHARACTERS = 4000;

const changedKeyWords = (trusted: string, offered: string): string =>
  `the device shows another host key than before: trusted ${trusted}, offered ${offered}. No credential was sent. ` +
  'If it was replaced or reinstalled, trust the new key; if not, somebody may stand between';

interface Seen {
  fingerprint: string | null;
  banner: string;
}

/** Checked in the key exchange, before the first byte of a login: a changed key never sees a credential. */
const hostVerifier =
  (trusted: string | null, seen: Seen) =>
  (key: Buffer): boolean => {
    const offered = fingerprintOf(key);
    // A key exchanged again later in the session has to be the same one, even on first use.
    const expected = trusted ?? seen.fingerprint ?? offered;
    seen.fingerprint = offered;
    return offered === expected;
  };

const sessionOf = (client: Client, target: string, seen: Seen): SshSession => {
  const session: SshSession = {
    target,
    fingerprint: seen.fingerprint ?? '',
    banner: seen.banner,
    run: (command, limits) => runCommand(client, target, command, limits),
    shell: (options) => openShell(client, target, options),
    terminal: (size) => openTerminalChannel(client, target, size),
    close: () => {
      client.end();
      // A device that hangs would hold a polite goodbye open for ever.
      client.destroy();
    },
  };
  return session;
};

const watchBanner = (socket: Socket, client: Client, seen: Seen): void => {
  const add = (text: string): void => {
    seen.banner = `${seen.banner}${text.trimEnd()}\n`.slice(0, MAX_BANNER_CHARACTERS);
  };
  socket.once('data', (chunk: Buffer) =>
    add(/^SSH-[^\r\n]{1,255}/m.exec(chunk.toString('latin1', 0, 1024))?.[0] ?? ''),
  );
  client.on('banner', add);
};

/**
 * Connects, checks the host key and logs in, all within `deadlineMs`. Never throws; each way to fail has a message that
 * names target, duration and mend, and no secret.
 */
export const openSsh = (options: SshOptions): Promise<SshOpening> =>
  new Promise((resolve) => {
    const { host, port, address, credential, trusted, deadlineMs, signal, log, keepaliveMs = 0 } = options;
    const target = `${address}:${port}`;
    const startedAt = performance.now();
    const method = credential.kind === 'ssh-key' ? 'key' : 'password';
    const seen: Seen = { fingerprint: null, banner: '' };
    const socket = new Socket();
    const client = new ssh2.Client();
    let settled = false;

    const settle = (opening: SshOpening): void => {
      if (settled) return;
      settled = true;
      clearTimeout(deadline);
      signal.removeEventListener('abort', cancel);
      if (opening.kind === 'failed') {
        client.destroy();
        socket.destroy();
      }
      resolve(opening);
    };
    const fail = (code: ProblemCode, words: string): void => {
      const took = `after ${Math.round(performance.now() - startedAt)} ms`;
      const problem = { code, message: `SSH to ${target} failed ${took}: ${words}.` };
      settle({ kind: 'failed', problem, offered: seen.fingerprint });
    };
    const failBy = (error: unknown): void => {
      if (settled) return;
      if (trusted !== null && seen.fingerprint !== null && seen.fingerprint !== trusted) {
        log.warn('SSH host key changed: refused', { target, trusted, offered: seen.fingerprint });
        fail('host-key-changed', changedKeyWords(trusted, seen.fingerprint));
        return;
      }
      const { code, words } = troubleOf(error, method);
      fail(code, words);
    };
    const cancel = (): void => fail('cancelled', 'cancelled');
    const stage = (): string => {
      if (socket.connecting)
        return 'no answer to the connection: check the address, the SSH port and the filters on the way';
      if (seen.fingerprint === null) return 'connected, but nothing there speaks SSH in time: check the SSH port';
      return 'the login did not end in time: check the authentication server (RADIUS, TACACS+) of the device';
    };
    const deadline = setTimeout(() => fail('silent', stage()), deadlineMs);
    signal.addEventListener('abort', cancel, { once: true });

    const keyWords = keyTrouble(credential);
    if (signal.aborted) return cancel();
    if (keyWords !== null) return fail('wrong-auth', keyWords);

    client.on('ready', () => {
      settle(ok(sessionOf(client, target, seen)) as SshOpening);
    });
    // Also after `ready`: an error without a listener would end the process.
    client.on('error', failBy);
    client.on('close', () => failBy(new Error('Connection closed by remote')));
    socket.on('error', failBy);
    socket.once('connect', () => {
      watchBanner(socket, client, seen);
      try {
        client.connect({
          sock: socket,
          username: credential.user,
          hostVerifier: hostVerifier(trusted, seen),
          authHandler: authHandlerFor(credential),
          algorithms: offeredAlgorithms(),
          readyTimeout: 0,
          keepaliveInterval: keepaliveMs,
        });
      } catch (error) {
        failBy(error);
      }
    });
    socket.connect({ host, port });
  });
