import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { forgottenFiles, processesOf } from '../../runner/left-behind.ts';

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await temporaryFolder('left-behind');
});
afterEach(() => folder.remove());

describe('what the tests left behind', () => {
  it('a process is found by the temporary folder it was given, until it has ended', async () => {
    const argv = ['-e', 'process.stdin.resume()', ...(process.platform === 'linux' ? [] : [folder.path])];
    const env = { ...process.env, TMPDIR: folder.path };
    const child = spawn(process.execPath, argv, { stdio: ['pipe', 'ignore', 'inherit'], env });
    await once(child, 'spawn');
    expect(processesOf(folder.path).map(({ pid }) => pid)).toEqual([child.pid]);
    child.stdin.end();
    await once(child, 'exit');
    expect(processesOf(folder.path)).toEqual([]);
  });

  it('a forgotten folder is found, and what other programs keep there is not', async () => {
    await mkdir(folder.file('trunkline-test-x'));
    await writeFile(folder.file('compile-cache'), '');
    expect(forgottenFiles(folder.path)).toEqual(['trunkline-test-x']);
  });
});
