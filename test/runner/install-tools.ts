import { execFileSync } from 'node:child_process';
import { existsSync, globSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { findBrowser } from '../helpers/browser.ts';
import { findTool, PACKAGE_OF_TOOL } from '../helpers/tools.ts';

const POLICY = '/usr/sbin/policy-rc.d';

const hasFrrSnmp = (): boolean => globSync('/usr/lib/*/frr/modules/ospfd_snmp.so').length > 0;

/** Names of the Debian packages that bring what the tests need and this machine lacks. */
export const missingPackages = (): readonly string[] => {
  const tools = Object.entries(PACKAGE_OF_TOOL).filter(([name]) => findTool(name) === null);
  const packages = tools.map(([, name]): string => name);
  if (process.platform === 'linux' && !hasFrrSnmp()) packages.push('frr-snmp');
  if (findBrowser() === null) packages.push('chromium');
  return [...new Set(packages)].sort();
};

const isDebian = (): boolean =>
  existsSync('/etc/os-release') &&
  /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8')) &&
  findTool('apt-get') !== null;

export const canInstall = (): boolean => process.platform === 'linux' && process.getuid?.() === 0 && isDebian();

/** For a person: what to type where we may not install. */
export const installCommand = (packages: readonly string[]): string =>
  process.platform === 'linux'
    ? `sudo apt-get install --no-install-recommends ${packages.join(' ')}`
    : `no packages for ${process.platform}: install Chrome or Edge; tests with daemons run on Debian or Ubuntu only`;

const apt = (...args: readonly string[]): void => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=180', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  });
};

/** Keeps Debian from starting snmpd, lldpd and sshd on this machine's own network; puts back what was there. */
const withoutStartingServices = (install: () => void): void => {
  const before = existsSync(POLICY) ? { text: readFileSync(POLICY), mode: lstatSync(POLICY).mode } : null;
  rmSync(POLICY, { force: true });
  writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    install();
  } finally {
    rmSync(POLICY);
    if (before !== null) writeFileSync(POLICY, before.text, { mode: before.mode });
  }
};

/**
 * Installs what is missing, if this is Debian or Ubuntu and we are root. Answers what is missing still, with why:
 * '' if nothing is.
 */
export const installTools = (log: (line: string) => void): string => {
  const missing = missingPackages();
  if (missing.length === 0) return '';
  if (!canInstall()) return `missing: ${missing.join(', ')}; to install: ${installCommand(missing)}`;
  log(`installing ${missing.join(', ')}`);
  try {
    withoutStartingServices(() => {
      apt('update');
      apt('install', '-y', '--no-install-recommends', ...missing);
    });
  } catch (error) {
    return `missing: ${missing.join(', ')}; ${error instanceof Error ? error.message : String(error)}`;
  }
  const left = missingPackages();
  return left.length === 0 ? '' : `missing even after its installation: ${left.join(', ')}`;
};
