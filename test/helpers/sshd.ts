import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Daemon } from './daemon.ts';
import { startDaemon } from './daemon.ts';
import { freeTcpPort } from './free-port.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { tool } from './tools.ts';

const run = promisify(execFile);

export interface SshUser {
  readonly name: string;
  readonly password: string;
  /** Login shell; default /bin/bash. */
  readonly shell?: string | undefined;
}

export interface SshdOptions {
  /** Default: a free one. */
  readonly port?: number | undefined;
  /** Default: `ops` with password `ops-lab-password`. They exist only inside the daemon's private /etc. */
  readonly users?: readonly SshUser[] | undefined;
  /** More lines of sshd_config, e.g. `PasswordAuthentication no`, `Ciphers aes128-cbc`. They win over the defaults. */
  readonly config?: readonly string[] | undefined;
}

/** A real OpenSSH server on a loopback port, with accounts of its own. */
export interface Sshd extends AsyncDisposable {
  readonly address: string;
  readonly port: number;
  readonly users: readonly SshUser[];
  /** A private key (OpenSSH format) that every user may log in with. */
  readonly privateKey: string;
  readonly privateKeyPath: string;
  /** The host key as a known_hosts file has it: 'ssh-ed25519 AAAA…'. */
  hostKey(): Promise<string>;
  /** What a replaced device looks like: the same address with another host key. Returns the new one. */
  changeHostKey(): Promise<string>;
  output(): string;
  stop(): Promise<void>;
}

const DEFAULT_USERS: readonly SshUser[] = [{ name: 'ops', password: 'ops-lab-password' }];

/**
 * Makes the accounts in a copy of /etc that only this daemon's mount namespace sees, then becomes sshd. The copy
 * is bound as a folder: a bind over /etc/shadow alone vanishes when the host replaces that file.
 */
const ENTER = `set -e
umask 022
mount -t tmpfs trunkline-test "$1/private"
cp -a /etc "$1/private/etc"
mount --bind "$1/private/etc" /etc
mount -t tmpfs trunkline-test /run
mount -t tmpfs trunkline-test /var/log
mkdir -p /run/sshd /run/home
while IFS=: read -r name shell password; do
  sed -i "/^$name:/d" /etc/passwd /etc/shadow /etc/group
  id=$((50000 + $(wc -l < /etc/passwd)))
  echo "$name:x:$id:$id::/run/home/$name:$shell" >> /etc/passwd
  echo "$name:x:$id:" >> /etc/group
  echo "$name:*:20000:0:99999:7:::" >> /etc/shadow
  echo "$name:$password" | chpasswd
  mkdir -p "/run/home/$name/.ssh"
  cp "$1/client-key.pub" "/run/home/$name/.ssh/authorized_keys"
  chown -R "$id:$id" "/run/home/$name"
done < "$1/users"
exec "$2" -D -e -f "$1/sshd_config"
`;

const configLines = (path: string, port: number, more: readonly string[]): readonly string[] => [
  ...more,
  `ListenAddress 127.0.0.1:${port}`,
  `HostKey ${path}/host-key`,
  'PidFile none',
  'AuthorizedKeysFile .ssh/authorized_keys',
  'PasswordAuthentication yes',
  'KbdInteractiveAuthentication yes',
  'UsePAM yes',
  'PrintMotd no',
  'PrintLastLog no',
  'UseDNS no',
  'MaxStartups 200',
];

const newKey = async (path: string): Promise<void> => {
  await rm(path, { force: true });
  await run(tool('ssh-keygen'), ['-q', '-t', 'ed25519', '-N', '', '-C', 'trunkline-test', '-f', path]);
};

const writeFiles = async (path: string, port: number, options: SshdOptions): Promise<void> => {
  const users = options.users ?? DEFAULT_USERS;
  const lines = users.map(({ name, shell, password }) => `${name}:${shell ?? '/bin/bash'}:${password}\n`);
  await writeFile(`${path}/users`, lines.join(''), { mode: 0o600 });
  await writeFile(`${path}/sshd_config`, `${configLines(path, port, options.config ?? []).join('\n')}\n`);
  await newKey(`${path}/host-key`);
  await newKey(`${path}/client-key`);
  await run('mkdir', [`${path}/private`]);
};

/** Needs root on Linux (see `missingRoot`), for a mount namespace. Throws, naming the package, if sshd is missing. */
export const startSshd = async (options: SshdOptions = {}): Promise<Sshd> => {
  const port = options.port ?? (await freeTcpPort());
  const folder = await temporaryFolder('sshd');
  const { path } = folder;
  const isolated = ['-m', '-p', '-f', '--kill-child=KILL', '--mount-proc', 'sh', '-c', ENTER, 'sh', path, tool('sshd')];
  const start = (): Promise<Daemon> =>
    startDaemon(tool('unshare'), isolated, { readyText: 'Server listening', killChild: true });
  const hostKey = async (): Promise<string> =>
    (await readFile(`${path}/host-key.pub`, 'utf8')).split(' ').slice(0, 2).join(' ');
  let daemon: Daemon;
  try {
    await writeFiles(path, port, options);
    daemon = await start();
  } catch (error) {
    await folder.remove();
    throw error;
  }
  const stop = async (): Promise<void> => {
    await daemon.kill();
    await folder.remove();
  };
  return {
    address: '127.0.0.1',
    port,
    users: options.users ?? DEFAULT_USERS,
    privateKey: await readFile(`${path}/client-key`, 'utf8'),
    privateKeyPath: `${path}/client-key`,
    hostKey,
    changeHostKey: async () => {
      await daemon.kill();
      await newKey(`${path}/host-key`);
      daemon = await start();
      return hostKey();
    },
    output: () => daemon.output(),
    stop,
    [Symbol.asyncDispose]: stop,
  };
};
