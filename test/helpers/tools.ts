import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian and Ubuntu package that brings each tool the tests use. */
export const PACKAGE_OF_TOOL = {
  snmpd: 'snmpd',
  snmpget: 'snmp',
  snmpwalk: 'snmp',
  snmpbulkwalk: 'snmp',
  snmptrap: 'snmp',
  snmptrapd: 'snmptrapd',
  lldpd: 'lldpd',
  sshd: 'openssh-server',
  ssh: 'openssh-client',
  'ssh-keygen': 'openssh-client',
  sshpass: 'sshpass',
  zebra: 'frr',
  ospfd: 'frr',
  vtysh: 'frr',
  ip: 'iproute2',
  nft: 'nftables',
  fping: 'fping',
  ping: 'iputils-ping',
  unshare: 'util-linux',
  nsenter: 'util-linux',
  setpriv: 'util-linux',
} as const;

export type Tool = keyof typeof PACKAGE_OF_TOOL;

const FOLDERS_OF_DAEMONS = ['/usr/sbin', '/sbin', '/usr/local/sbin', '/usr/lib/frr', '/opt/homebrew/sbin'];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Full path of a program on PATH or where daemons live; null if it is not installed. */
export const findTool = (name: string): string | null => {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...FOLDERS_OF_DAEMONS];
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
  return folders.flatMap((folder) => names.map((file) => join(folder, file))).find(isExecutable) ?? null;
};

/** Full path of a program; throws an error that names the package which brings it. */
export const tool = (name: Tool): string => {
  const path = findTool(name);
  if (path === null) throw new Error(`${name} is not installed: apt-get install ${PACKAGE_OF_TOOL[name]}`);
  return path;
};

/**
 * '' if all the tools are there, else why the tests that need them do not run, fit for a suite's name:
 * `const notRun = missingTools('snmpd'); describe.skipIf(notRun)('SNMP' + notRun, …)`.
 * With CI=true a missing tool throws: there nothing may be skipped.
 */
export const missingTools = (...names: readonly Tool[]): string => {
  const missing = names.filter((name) => findTool(name) === null);
  if (missing.length === 0) return '';
  const packages = [...new Set(missing.map((name) => PACKAGE_OF_TOOL[name]))].join(' ');
  const reason = `not run, ${missing.join(', ')} missing: apt-get install ${packages}`;
  if (process.env['CI'] === 'true') throw new Error(reason);
  return ` [${reason}]`;
};

/** Like missingTools, for tests that need root on Linux (namespaces, private /etc). */
export const missingRoot = (): string => {
  if (process.platform === 'linux' && process.getuid?.() === 0) return '';
  if (process.env['CI'] === 'true') throw new Error('these tests need root on Linux');
  return ' [not run, needs root on Linux]';
};
