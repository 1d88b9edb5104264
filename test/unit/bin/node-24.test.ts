import { execFile } from 'node:child_process';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import type { TemporaryFolder } from '../../helpers/temporary-folder.ts';

const BIN = fileURLToPath(new URL('../../../bin', import.meta.url));
const PROGRAM = `console.log(JSON.stringify({ args: process.argv.slice(2), node: process.versions.node }));
process.exitCode = 7;
export {};
`;

interface Outcome {
  readonly code: number | string | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

let folder: TemporaryFolder;

/** Runs the folder's own bin/trunkline.js in a Node that says it is of the given version. */
const run = (version: string, ...args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const argv = ['--require', folder.file('pretend.cjs'), folder.file('bin/trunkline.js'), ...args];
    const env = { ...process.env, PRETEND: version };
    execFile(process.execPath, argv, { env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

const addProgram = async (path: string): Promise<void> => {
  await mkdir(folder.file(path.slice(0, path.lastIndexOf('/'))), { recursive: true });
  await writeFile(folder.file(path), PROGRAM);
};

beforeEach(async () => {
  folder = await temporaryFolder('bin');
  await cp(BIN, folder.file('bin'), { recursive: true });
  await writeFile(folder.file('package.json'), '{ "type": "module" }');
  const pretend = `Object.defineProperty(process.versions, 'node', { value: process.env.PRETEND });`;
  await writeFile(folder.file('pretend.cjs'), pretend);
});
afterEach(() => folder.remove());

describe('bin/trunkline.js', () => {
  it('runs the checkout on Node 24, with the arguments and the exit code', async () => {
    await addProgram('electron/cli/trunkline.ts');
    const { code, stdout } = await run('24.1.0', 'probe', '192.0.2.1');
    expect(JSON.parse(stdout)).toEqual({ args: ['probe', '192.0.2.1'], node: '24.1.0' });
    expect(code).toBe(7);
  });

  it('runs what was built where there is no source', async () => {
    await addProgram('dist/cli/trunkline.js');
    expect((await run('25.0.0')).code).toBe(7);
  });

  it.skipIf(process.platform === 'win32')('hands over to the Node 24 that npm brought', async () => {
    await addProgram('electron/cli/trunkline.ts');
    const bundled = `node_modules/node-${process.platform}-${process.arch}`;
    await mkdir(folder.file(`${bundled}/bin`), { recursive: true });
    await writeFile(folder.file(`${bundled}/package.json`), '{}');
    await symlink(process.execPath, folder.file(`${bundled}/bin/node`));
    const { code, stdout } = await run('20.19.0', 'discover', '--json');
    expect(JSON.parse(stdout)).toEqual({ args: ['discover', '--json'], node: process.versions.node });
    expect(code).toBe(7);
  });

  it('says in one sentence what is needed, what was found and what to do', async () => {
    await addProgram('electron/cli/trunkline.ts');
    const { code, stdout, stderr } = await run('18.2.0');
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^Trunkline needs Node 24 or newer, this is Node 18\.2\.0: .*nodejs\.org\.\n$/);
  });

  it('says so when the checkout is not complete', async () => {
    const { code, stderr } = await run('24.0.0');
    expect(code).toBe(1);
    expect(stderr).toContain('Trunkline is not complete');
  });
});
