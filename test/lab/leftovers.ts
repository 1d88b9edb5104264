import { readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEMPORARY_PREFIX } from '../helpers/temporary-folder.ts';
import { execute } from './execute.ts';
import { listNamespaces, NAMESPACE_PREFIX, processesIn } from './namespaces.ts';

/** A zombie counts as dead: where the machine's init reaps slowly, a crashed run stays one for long. */
const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

/** The process that made the thing, from a name such as tl-4711-1-r2; null if the name is not the lab's. */
export const ownerOf = (name: string): number | null => {
  const patterns = [`^${NAMESPACE_PREFIX}(\\d+)-`, `^${TEMPORARY_PREFIX}lab-(\\d+)-`, '^tl(\\d+)n\\d+$'];
  const found = patterns.map((pattern) => new RegExp(pattern).exec(name)?.[1]).find((pid) => pid !== undefined);
  return found === undefined ? null : Number(found);
};

const isOrphan = (name: string): boolean => {
  const owner = ownerOf(name);
  return owner !== null && !isAlive(owner);
};

const killAll = async (namespace: string): Promise<void> => {
  for (const pid of await processesIn(namespace)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile, which is what was wanted.
    }
  }
};

/** Ends whatever runs in the namespace, then removes it; `ip netns del` alone would leave the processes running. */
export const removeNamespace = async (namespace: string): Promise<void> => {
  await killAll(namespace);
  await execute(['ip', 'netns', 'del', namespace]);
};

const linkNames = async (): Promise<readonly string[]> =>
  (JSON.parse(await execute(['ip', '-j', 'link', 'show'])) as readonly { readonly ifname: string }[]).map(
    ({ ifname }) => ifname,
  );

/**
 * Removes what a crashed run left: namespaces, bridges and folders of the lab whose owner is dead. What belongs to
 * a living process is not touched, so several labs may run at once. Answers what it removed.
 */
export const cleanUpLeftovers = async (): Promise<readonly string[]> => {
  const namespaces = (await listNamespaces()).filter(isOrphan);
  for (const name of namespaces) await removeNamespace(name);
  const bridges = (await linkNames()).filter(isOrphan);
  for (const name of bridges) await execute(['ip', 'link', 'del', name]);
  const folders = (await readdir(tmpdir())).filter(isOrphan).map((name) => join(tmpdir(), name));
  for (const path of folders) await rm(path, { recursive: true, force: true });
  return [...namespaces, ...bridges, ...folders];
};
