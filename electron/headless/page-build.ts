/** Builds the page, and Electron's bundles, where a checkout has none or older ones than its sources. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Newest change below a file or folder; 0 where it is not there. */
async function newestChangeMs(path: string): Promise<number> {
  if (!existsSync(path)) return 0;
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const times = await Promise.all(files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs));
  return Math.max(0, ...times);
}

/** True when `built` is missing or older than any of its sources. A package without sources is never stale. */
export async function isStale(built: string, sources: readonly string[]): Promise<boolean> {
  const newest = Math.max(...(await Promise.all(sources.map(newestChangeMs))));
  return newest > (await newestChangeMs(built));
}

/** Runs one vite build in a process of its own; what it prints is shown only if it fails. */
export function viteBuild(root: string, args: readonly string[]): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!existsSync(vite)) throw new Error('the page is not built and vite is not installed: run npm ci');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', ...args, '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => {
        said += bytes.toString();
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the page could not be built:\n${said}`));
    });
  });
}

export async function ensurePage(root: string, say: (line: string) => void): Promise<void> {
  const sources = ['renderer', 'shared', 'package-lock.json'].map((name) => join(root, name));
  if (!(await isStale(join(root, 'dist', 'renderer', 'index.html'), sources))) return;
  say('Building the page …');
  await viteBuild(root, ['renderer']);
}

/**
 * The same for a command that runs from a checkout's sources; what was built and packaged has its page beside it.
 */
export async function ensurePageOfCheckout(say: (line: string) => void): Promise<void> {
  if (import.meta.url.endsWith('.ts')) await ensurePage(fileURLToPath(new URL('../../', import.meta.url)), say);
}

export async function ensureElectronBundles(root: string, say: (line: string) => void): Promise<void> {
  const sources = ['electron', 'shared', 'vite.electron.config.ts', 'package-lock.json'].map((name) =>
    join(root, name),
  );
  if (!(await isStale(join(root, 'dist', 'main', 'main.js'), sources))) return;
  say('Building the parts that run in Electron …');
  await viteBuild(root, ['--config', 'vite.electron.config.ts']);
}
