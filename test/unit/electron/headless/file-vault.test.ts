import { chmod, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { openFileVault } from '../../../../electron/headless/file-vault.ts';
import { configurationFolder } from '../../../../electron/headless/user-folder.ts';
import { temporaryFolder } from '../../../helpers/temporary-folder.ts';

const posixOnly = process.platform === 'win32' ? ' [not run on Windows, which has no such mode]' : '';

describe('file vault', () => {
  test('seals so that the same key file opens it, and another does not', async () => {
    await using folder = await temporaryFolder('vault');
    const sealed = await openFileVault({ keyFile: folder.file('a.key') }).seal('planted secret');
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('planted');
    expect(await openFileVault({ keyFile: folder.file('a.key') }).open(sealed)).toBe('planted secret');
    expect(await openFileVault({ keyFile: folder.file('b.key') }).open(sealed)).toBeNull();
  });

  test('a changed bit, a cut end and foreign bytes open as nothing', async () => {
    await using folder = await temporaryFolder('vault');
    const vault = openFileVault({ keyFile: folder.file('key') });
    const sealed = await vault.seal('planted secret');
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Uint8Array.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(await vault.open(changed), `byte ${index}`).toBeNull();
    }
    expect(await vault.open(sealed.subarray(0, 20))).toBeNull();
    expect(await vault.open(new Uint8Array())).toBeNull();
  });

  test('the same text never seals to the same bytes', async () => {
    await using folder = await temporaryFolder('vault');
    const vault = openFileVault({ keyFile: folder.file('key') });
    expect(await vault.seal('x')).not.toEqual(await vault.seal('x'));
  });

  test(`the key file is for this user only${posixOnly}`, async (context) => {
    if (posixOnly !== '') context.skip();
    await using folder = await temporaryFolder('vault');
    const keyFile = folder.file('deeper/down/vault.key');
    openFileVault({ keyFile });
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    expect((await stat(folder.file('deeper/down'))).mode & 0o777).toBe(0o700);
    expect(await readdir(folder.file('deeper/down'))).toEqual(['vault.key']);
    await chmod(keyFile, 0o644);
    expect(() => openFileVault({ keyFile })).toThrow(/can be read by others \(mode 644\).*chmod 600/);
  });

  test('a damaged key file is refused, never replaced', async () => {
    await using folder = await temporaryFolder('vault');
    const keyFile = folder.file('vault.key');
    await writeFile(keyFile, 'trunkline-key-1 c2hvcnQ=\n', { mode: 0o600 });
    expect(() => openFileVault({ keyFile })).toThrow('is not a key file of Trunkline, or is damaged');
    expect(await readFile(keyFile, 'utf8')).toContain('c2hvcnQ=');
  });
});

describe('configuration folder', () => {
  test.each([
    ['linux', {}, '/home/u/.config/trunkline'],
    ['linux', { XDG_CONFIG_HOME: '/cfg' }, '/cfg/trunkline'],
    ['linux', { XDG_CONFIG_HOME: 'relative' }, '/home/u/.config/trunkline'],
    ['darwin', {}, '/home/u/Library/Application Support/Trunkline'],
    ['win32', { APPDATA: 'C:\\Users\\u\\AppData\\Roaming' }, 'C:\\Users\\u\\AppData\\Roaming\\Trunkline'],
  ] as const)('%s %j', (platform, env, folder) => {
    expect(configurationFolder({ platform, env, home: '/home/u' })).toBe(folder);
  });
});
