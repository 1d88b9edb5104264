/**
 * Electron's runtime: where it is, and fetching it. Since version 42 the package brings none; its `install.js` downloads it
 * from GitHub (or ELECTRON_MIRROR), which not every machine may reach.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
  win32: 'electron.exe',
};

export interface RuntimeSearch {
  readonly root: string;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

/** Path of the Electron program, or null. A folder in ELECTRON_OVERRIDE_DIST_PATH goes before what is installed. */
export function findElectron({ root, platform, env, exists }: RuntimeSearch): string | null {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const folder = override === undefined || override === '' ? join(root, 'node_modules', 'electron', 'dist') : override;
  const path = join(folder, EXECUTABLES[platform] ?? 'electron');
  return exists(path) ? path : null;
}

const REACHABLE_WITHIN_MS = 4_000;
const FETCH_WITHIN_MS = 10 * 60_000;

async function isReachable(address: string): Promise<boolean> {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(REACHABLE_WITHIN_MS) });
    return true;
  } catch {
    // Every way of not being reached is the same answer here.
    return false;
  }
}

/** Why the runtime could not be fetched, in words; null when it is there now. Its own progress bar is shown. */
export async function fetchElectron(root: string, env: RuntimeSearch['env']): Promise<string | null> {
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) return 'the electron package is not installed';
  const from = env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'] ?? 'https://github.com/';
  if (!(await isReachable(from))) return `${new URL(from).host} cannot be reached`;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], { stdio: ['ignore', 'inherit', 'inherit'] });
    const timer = setTimeout(() => {
      child.kill();
      resolve(`the download took longer than ${FETCH_WITHIN_MS / 60_000} minutes`);
    }, FETCH_WITHIN_MS);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve(error.message);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? null : `the download failed (code ${code ?? 'none'})`);
    });
  });
}
