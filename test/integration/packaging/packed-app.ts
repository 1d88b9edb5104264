/** The app packed for this Linux as a release packs it, once for all tests of a file. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import electron from 'electron/package.json' with { type: 'json' };
import { findElectron } from '../../../electron/headless/electron-runtime.ts';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { makeStandInElectron } from './stand-in-electron.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);
const VITE = 'node_modules/vite/bin/vite.js';

export interface PackedApp {
  /** The folder a person would unpack. */
  readonly folder: string;
  /** True where Electron's own runtime was packed, false for the stand-in. */
  readonly realRuntime: boolean;
  readonly packedInMs: number;
  readonly place: TemporaryFolder;
}

async function node(...args: readonly string[]): Promise<void> {
  await run(process.execPath, [...args], { cwd: root, maxBuffer: 64 * 1024 * 1024 });
}

export async function packApp(): Promise<PackedApp> {
  const place = await temporaryFolder('packed');
  const found = findElectron({ root, platform: process.platform, env: process.env, exists: existsSync });
  const runtime = found === null ? place.file('electron') : dirname(found);
  if (found === null) await makeStandInElectron(runtime, electron.version);
  await node(VITE, 'build', 'renderer', '--logLevel', 'warn');
  await node(VITE, 'build', '--config', 'vite.electron.config.ts', '--logLevel', 'warn');
  const startedMs = performance.now();
  const places = [`-c.electronDist=${runtime}`, `-c.directories.output=${place.file('out')}`];
  await node('node_modules/electron-builder/cli.js', '--linux', 'dir', `--${process.arch}`, ...places);
  const name = process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`;
  return {
    folder: join(place.path, 'out', name),
    realRuntime: found !== null,
    packedInMs: performance.now() - startedMs,
    place,
  };
}
