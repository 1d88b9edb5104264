/** Runs the app in Electron where that can be done. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fetchElectron, findElectron } from './electron-runtime.ts';
import { noDisplay } from './open-page.ts';
import { ensureElectronBundles } from './page-build.ts';
import type { StartOptions } from './start-options.ts';

/** An Electron that ends with trouble this early never showed a window: a library is missing, or the display refuses. */
const EARLY_MS = 5_000;

/** The exit code of the app, or in words why it cannot run in Electron here. */
export async function startElectron(
  root: string,
  options: StartOptions,
  say: (line: string) => void,
): Promise<{ exitCode: number } | { because: string }> {
  const { platform, env } = process;
  const hidden = noDisplay({ platform, env });
  if (hidden !== null) return { because: hidden };
  if (platform === 'linux' && process.getuid?.() === 0) return { because: 'root cannot run it with its sandbox' };
  const search = { root, platform, env, exists: existsSync };
  if (findElectron(search) === null) {
    say('Fetching the Electron runtime (once, about 110 MB) …');
    const failure = await fetchElectron(root, env);
    if (failure !== null) return { because: failure };
  }
  const program = findElectron(search);
  if (program === null) return { because: 'its runtime is not where it should be' };
  await ensureElectronBundles(root, say);
  return runApp(program, [root, ...appArguments(options)]);
}

function appArguments({ demo, file }: StartOptions): string[] {
  return [...(demo ? ['--demo'] : []), ...(file === undefined ? [] : ['--file', file])];
}

function runApp(program: string, args: readonly string[]): Promise<{ exitCode: number } | { because: string }> {
  const startedMs = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    child.on('error', (error) => resolve({ because: error.message }));
    child.on('exit', (code, signal) => {
      const early = performance.now() - startedMs < EARLY_MS;
      if (early && code !== 0) resolve({ because: `it ended at once (${signal ?? `code ${code}`})` });
      else resolve({ exitCode: code ?? 1 });
    });
  });
}
