import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { SnmpUser } from '../helpers/snmp-users.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { missingRoot, missingTools, tool } from '../helpers/tools.ts';
import { until } from '../helpers/until.ts';
import { LAB_SNMP_USERS, LAB_USERS } from './accounts.ts';
import { execute } from './execute.ts';
import { missingFeatures } from './kernel-features.ts';
import { Lab } from './lab.ts';
import { cleanUpLeftovers } from './leftovers.ts';
import { createNamespaces, namespacesOf } from './namespaces.ts';
import type { Places } from './namespaces.ts';
import { CONSOLE_ADDRESS, planLab, RING_WITH_SPUR } from './plan.ts';
import type { Cable, LabPlan } from './plan.ts';
import { Router, writeRouterFiles } from './router.ts';

export interface LabOptions {
  /** Default RING_WITH_SPUR: six routers r1 … r6, seven cables. */
  readonly cables?: readonly Cable[] | undefined;
  /** 'namespace' (default): a network of its own, several labs may run at once. 'root': the machine's own network. */
  readonly console?: 'namespace' | 'root' | undefined;
  /** For benches: one more router `srv`, 10.99.0.250, with so many interfaces, lo and eth0 among them. */
  readonly serverInterfaces?: number | undefined;
  /** Default LAB_SNMP_USERS. */
  readonly snmpUsers?: readonly SnmpUser[] | undefined;
  /** Default 1: neighbours are known after a second or two, and age out 4 s after they fell silent. */
  readonly lldpIntervalSeconds?: number | undefined;
  /**
   * Default true: snmpd looks at its own ifTable every 2 s to send linkDown and linkUp. That renews the agent's copy of the
   * counters at its own times, so a poll gets values up to 3 s old: tests of rates switch it off.
   */
  readonly traps?: boolean | undefined;
  /** Told what happens, in lines. */
  readonly log?: ((line: string) => void) | undefined;
}

/** '' if a lab can be built here, else why not, fit for a suite's name; throws under CI=true. */
export const missingForLab = (): string =>
  missingRoot() ||
  missingTools('ip', 'nft', 'unshare', 'nsenter', 'setpriv', 'snmpd', 'lldpd', 'sshd', 'zebra', 'ospfd', 'vtysh') ||
  missingTools('ssh', 'ssh-keygen', 'snmpwalk', 'snmptrapd', 'sshpass') ||
  missingFeatures('veth', 'bridge', 'nft drop');

const OTHER_LAB_WITHIN_MS = 60_000;

let count = 0;

const newPlaces = (console: 'namespace' | 'root'): Places => {
  count += 1;
  const id = `tl-${process.pid}-${count}`;
  return {
    id,
    router: (name) => `${id}-${name}`,
    console: console === 'root' ? null : `${id}-console`,
    // An interface's name has at most 15 characters.
    bridge: console === 'root' ? `tl${process.pid}n${count}` : 'management',
  };
};

/** A last resort, without promises: the processes die with us anyway, the namespaces' names would stay. */
const removeAtExit = (places: Places, plan: LabPlan): (() => void) => {
  const onExit = (): void => {
    for (const name of namespacesOf(places, plan)) spawnSync('ip', ['netns', 'del', name]);
    if (places.console === null) spawnSync('ip', ['link', 'del', places.bridge]);
  };
  const onInterrupt = (): never => process.exit(130);
  const onTerminate = (): never => process.exit(143);
  process.once('exit', onExit).once('SIGINT', onInterrupt).once('SIGTERM', onTerminate);
  return () => process.off('exit', onExit).off('SIGINT', onInterrupt).off('SIGTERM', onTerminate);
};

/**
 * Builds the network and answers when every daemon of every router runs; LLDP and OSPF then need some seconds more.
 * Needs root on Linux and the packages that `missingForLab` names. Whoever starts a lab closes it.
 */
export const startLab = async (options: LabOptions = {}): Promise<Lab> => {
  const started = performance.now();
  const log = options.log ?? ((): void => undefined);
  for (const removed of await cleanUpLeftovers()) log(`removed what a crashed run left: ${removed}`);
  if (options.console === 'root') await rootNetworkFree();
  const plan = planLab(options.cables ?? RING_WITH_SPUR, options.serverInterfaces);
  const places = newPlaces(options.console ?? 'namespace');
  const folder = await temporaryFolder(`lab-${process.pid}`);
  const forget = removeAtExit(places, plan);
  const clientKeyPath = join(folder.path, 'client-key');
  const routers = new Map(
    plan.routers.map((router) => {
      const place = { plan: router, namespace: places.router(router.name), folder: join(folder.path, router.name) };
      return [router.name, new Router(place)] as const;
    }),
  );
  const release = async (): Promise<void> => {
    forget();
    await folder.remove();
  };
  const parts = { places, plan, routers, users: LAB_USERS, clientKeyPath, release };
  try {
    await execute([tool('ssh-keygen'), '-q', '-t', 'ed25519', '-N', '', '-C', 'trunkline-lab', '-f', clientKeyPath]);
    await createNamespaces(places, plan);
    log(
      `${plan.routers.length} routers, ${plan.links.length} cables after ${Math.round(performance.now() - started)} ms`,
    );
    await bootAll([...routers.values()], await readFile(`${clientKeyPath}.pub`, 'utf8'), options);
  } catch (error) {
    await new Lab({ ...parts, startedMs: 0 })
      .close()
      .catch((second: unknown) => log(`tear-down failed: ${String(second)}`));
    throw error;
  }
  const startedMs = Math.round(performance.now() - started);
  log(`all daemons run after ${startedMs} ms`);
  return new Lab({ ...parts, startedMs });
};

/** Two labs in the machine's own network have the same addresses: each would measure the other's routers. */
const rootNetworkFree = async (): Promise<void> => {
  const taken = (): boolean =>
    Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === CONSOLE_ADDRESS));
  const what = `the other lab in this machine's own network, which has ${CONSOLE_ADDRESS}, to end`;
  await until(() => !taken(), { what, timeoutMs: OTHER_LAB_WITHIN_MS, everyMs: 500 });
};

const bootAll = async (routers: readonly Router[], clientKey: string, options: LabOptions): Promise<void> => {
  const { snmpUsers: users = LAB_SNMP_USERS, lldpIntervalSeconds = 1, traps = true } = options;
  const files = { users, lldpIntervalSeconds, traps };
  await Promise.all(
    routers.map(async (router) => {
      await writeRouterFiles(router.place, clientKey, files);
      await router.boot();
    }),
  );
};
