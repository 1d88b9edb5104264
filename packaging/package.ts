/** `npm run package`: page and bundles are built, then electron-builder makes the packages; what follows `--` goes to it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mebibytes, sizeOfApp, bytesOf } from './measure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const VITE = 'node_modules/vite/bin/vite.js';
const STEPS: readonly (readonly string[])[] = [
  [VITE, 'build', 'renderer', '--logLevel', 'warn'],
  [VITE, 'build', '--config', 'vite.electron.config.ts', '--logLevel', 'warn'],
  ['node_modules/electron-builder/cli.js', ...process.argv.slice(2)],
];

function runSteps(): number {
  for (const step of STEPS) {
    const { status } = spawnSync(process.execPath, step, { cwd: root, stdio: 'inherit' });
    if (status !== 0) return status ?? 1;
  }
  return 0;
}

function reportSizes(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const path = join(folder, name);
    if (name.endsWith('-unpacked')) {
      const { wholeBytes, ownBytes } = sizeOfApp(path);
      console.log(`${name}: ${mebibytes(wholeBytes)}, of which ours ${mebibytes(ownBytes)}`);
    } else if (/\.(exe|dmg|zip|AppImage|deb|rpm|gz)$/.test(name)) console.log(`${name}: ${mebibytes(bytesOf(path))}`);
  }
}

process.exitCode = runSteps();
if (process.exitCode === 0) reportSizes(join(root, 'out'));
