import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter } from 'node:path';
import type { Daemon } from './daemon.ts';
import { startDaemon } from './daemon.ts';
import { freeUdpPort } from './free-port.ts';
import type { SnmpUser } from './snmp-users.ts';
import { ALL_SNMP_USERS, snmpUserLines } from './snmp-users.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { tool } from './tools.ts';

export interface SnmpdOptions {
  /** Default: a free one. */
  readonly port?: number | undefined;
  /** Default 127.0.0.1; '::1' works too. */
  readonly address?: string | undefined;
  /** For v1 and v2c, read only; default 'public'. */
  readonly community?: string | undefined;
  /** Default: ALL_SNMP_USERS. */
  readonly users?: readonly SnmpUser[] | undefined;
  /** Default 'agent-under-test'. */
  readonly sysName?: string | undefined;
  /** More lines of snmpd.conf, e.g. `override 1.3.6.1.2.1.1.3.0 timeticks 12`, `master agentx`. */
  readonly config?: readonly string[] | undefined;
}

/** A real agent on a loopback port. Its engine id is its own, its boots counter survives `restart`. */
export interface Snmpd extends AsyncDisposable {
  readonly address: string;
  readonly port: number;
  readonly community: string;
  readonly users: readonly SnmpUser[];
  pid(): number;
  output(): string;
  /** Dies without a word, as in a power cut. */
  kill(): Promise<void>;
  /** After `kill`: comes back with sysUpTime 0 and one boot more. */
  restart(): Promise<void>;
  /** Hangs: requests queue up in its socket and are all answered, late, after `continue`. */
  pause(): void;
  continue(): void;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

const configLines = (options: SnmpdOptions, community: string, users: readonly SnmpUser[]): readonly string[] => [
  `rocommunity ${community}`,
  `rocommunity6 ${community}`,
  `sysName ${options.sysName ?? 'agent-under-test'}`,
  'sysLocation test bench',
  'sysContact nobody',
  ...users.flatMap(snmpUserLines),
  ...(options.config ?? []),
];

const transport = (address: string, port: number): string =>
  address.includes(':') ? `udp6:[${address}]:${port}` : `udp:${address}:${port}`;

/** Starts Debian's snmpd in the foreground with files of its own; throws, naming the package, if it is missing. */
export const startSnmpd = async (options: SnmpdOptions = {}): Promise<Snmpd> => {
  const { address = '127.0.0.1', community = 'public', users = ALL_SNMP_USERS } = options;
  const port = options.port ?? (await freeUdpPort(address));
  const folder = await temporaryFolder('snmpd');
  await writeFile(folder.file('snmpd.conf'), `${configLines(options, community, users).join('\n')}\n`);
  // A persistent folder of its own, or all agents of this machine share one engine id, which breaks v3.
  // Not the folder of the configuration, for it writes a snmpd.conf of its own there; but on the search path,
  // or that file is not read again and each start is a new engine with one boot.
  const persistent = folder.file('persistent');
  await mkdir(persistent, { mode: 0o700 });
  const env = { SNMP_PERSISTENT_DIR: persistent, SNMPCONFPATH: `${folder.path}${delimiter}${persistent}`, MIBS: '' };
  const args = ['-f', '-Lo', '-p', folder.file('pid'), transport(address, port)];
  const start = (): Promise<Daemon> => startDaemon(tool('snmpd'), args, { env, readyText: 'NET-SNMP version' });
  let daemon = await start().catch(async (error: unknown) => {
    await folder.remove();
    throw error;
  });
  const stop = async (): Promise<void> => {
    await daemon.kill();
    await folder.remove();
  };
  return {
    address,
    port,
    community,
    users,
    pid: () => daemon.pid,
    output: () => daemon.output(),
    kill: () => daemon.kill(),
    restart: async () => {
      await daemon.kill();
      daemon = await start();
    },
    pause: () => daemon.signal('SIGSTOP'),
    continue: () => daemon.signal('SIGCONT'),
    stop,
    [Symbol.asyncDispose]: stop,
  };
};
