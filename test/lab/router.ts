import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { childrenOf, startDaemon } from '../helpers/daemon.ts';
import type { Daemon } from '../helpers/daemon.ts';
import { tool } from '../helpers/tools.ts';
import { until } from '../helpers/until.ts';
import { LAB_USERS } from './accounts.ts';
import { execute } from './execute.ts';
import type { ExecuteOptions } from './execute.ts';
import { processesIn } from './namespaces.ts';
import type { RouterPlan } from './plan.ts';
import { routerFiles } from './router-files.ts';
import type { RouterFilesOptions } from './router-files.ts';

export type DaemonName = 'snmpd' | 'lldpd' | 'sshd' | 'zebra' | 'ospfd';

export interface RouterPlace {
  readonly plan: RouterPlan;
  readonly namespace: string;
  /** The router's own part of the lab's folder. */
  readonly folder: string;
}

const SCRIPT = new URL('router.sh', import.meta.url);
const ISOLATED = ['unshare', '-m', '-u', '-i', '-p', '-f', '--kill-child=KILL', '--mount-proc'];

const writeText = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { mode: 0o644 });
};

const usersFile = (): string =>
  LAB_USERS.map(({ name, shell, group, password }) => `${name}:${shell}:${group}:${password}\n`).join('');

/** The files that `router.sh boot` copies into the router's private /etc, with a new host key. */
export const writeRouterFiles = async (
  place: RouterPlace,
  clientKey: string,
  options: RouterFilesOptions,
): Promise<void> => {
  const { folder, plan } = place;
  for (const [name, text] of Object.entries(routerFiles(plan, options)))
    await writeText(join(folder, 'etc', name), text);
  await writeText(join(folder, 'client-key.pub'), clientKey);
  await writeText(join(folder, 'users'), usersFile());
  // Copied, because the checkout may lie under a folder that the router hides from itself.
  await writeText(join(folder, 'router.sh'), await readFile(SCRIPT, 'utf8'));
  const hostKey = join(folder, 'etc/ssh/lab_host_key');
  await execute([tool('ssh-keygen'), '-q', '-t', 'ed25519', '-N', '', '-C', plan.name, '-f', hostKey]);
};

/** The life of one router: everything in it dies with its init. */
export class Router implements AsyncDisposable {
  readonly place: RouterPlace;
  #init: Daemon | null = null;

  constructor(place: RouterPlace) {
    this.place = place;
  }

  async boot(): Promise<void> {
    const { folder, namespace, plan } = this.place;
    const script = ['sh', join(folder, 'router.sh'), 'boot', folder, plan.name];
    this.#init = await startDaemon(tool('ip'), ['netns', 'exec', namespace, ...ISOLATED, ...script], {
      readyText: 'router ready',
      readyTimeoutMs: 30_000,
      killChild: true,
    });
  }

  /** Ends every process of the router at once; its cables stay. */
  async stop(): Promise<void> {
    await this.#init?.kill();
    this.#init = null;
  }

  /** The command as it must be started on the host to run inside the router. */
  inside(argv: readonly string[]): readonly string[] {
    const init = this.#init === null ? undefined : childrenOf(this.#init.pid)[0];
    if (init === undefined) throw new Error(`${this.place.plan.name} is powered off: ${argv.join(' ')} cannot run`);
    return [tool('nsenter'), '-t', String(init), '-m', '-u', '-i', '-n', '-p', '--', ...argv];
  }

  async execute(argv: readonly string[], options?: ExecuteOptions): Promise<string> {
    return execute(this.inside(argv), options);
  }

  /** All processes of that daemon; lldpd and a busy sshd have several. */
  async processesOf(daemon: DaemonName): Promise<readonly number[]> {
    const all = await processesIn(this.place.namespace);
    const named = await Promise.all(all.map(async (pid) => ({ pid, name: await commandOf(pid) })));
    return named.filter(({ name }) => name === daemon).map(({ pid }) => pid);
  }

  async signal(daemon: DaemonName, signal: NodeJS.Signals): Promise<void> {
    const pids = await this.processesOf(daemon);
    if (pids.length === 0) throw new Error(`${daemon} does not run on ${this.place.plan.name}`);
    for (const pid of pids) process.kill(pid, signal);
  }

  async kill(daemon: DaemonName): Promise<void> {
    await this.signal(daemon, 'SIGKILL');
    const gone = async (): Promise<boolean> => (await this.processesOf(daemon)).length === 0;
    await until(gone, { what: `${daemon} of ${this.place.plan.name} has ended` });
  }

  async start(daemon: DaemonName): Promise<void> {
    await this.execute(['sh', join(this.place.folder, 'router.sh'), 'start', daemon]);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}

const commandOf = async (pid: number): Promise<string | null> => {
  try {
    return (await readFile(`/proc/${pid}/comm`, 'utf8')).trim();
  } catch {
    // It ended between the two looks.
    return null;
  }
};
