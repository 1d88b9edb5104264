import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStore, openStoreReadOnly } from '../../../electron/engine/store/open-store.ts';
import { startDaemon } from '../../helpers/daemon.ts';
import { keptLog, setClock, START_MS, temporaryStore } from '../../helpers/store.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const SCRIPT = fileURLToPath(new URL('writing-process.ts', import.meta.url));
const options = (file: string) => ({ file, log: keptLog(), clock: setClock(START_MS), version: '1.2.3' });

test('a second engine is refused and told who holds the file; a reader works beside it; a dead one holds nothing', async () => {
  await using folder = await temporaryFolder('lock');
  const file = folder.file('network.trunkline');
  const other = await startDaemon(process.execPath, [SCRIPT, file], { readyText: '\n0\n', readyTimeoutMs: 20_000 });
  try {
    const refused = openStore(options(file));
    await expect(refused).rejects.toMatchObject({ name: 'StoreOpenError', code: 'locked' });
    await expect(refused).rejects.toThrow(
      new RegExp(`open in Trunkline 1\\.2\\.3, process ${other.pid} on .+, since 20`),
    );
    const reader = await openStoreReadOnly(options(file));
    expect((await reader.load()).devices).toHaveLength(1);
    await reader.close();
    expect(other.running()).toBe(true);
  } finally {
    await other.kill();
  }
  const store = await openStore(options(file));
  expect((await store.load()).devices).toHaveLength(1);
  await store.close();
});

test('the same process is refused too, also by another name of the file', async () => {
  await using temporary = await temporaryStore();
  await expect(openStore(options(temporary.file))).rejects.toMatchObject({ code: 'locked' });
  if (process.platform === 'win32') return;
  await symlink(temporary.file, temporary.folder.file('alias.trunkline'));
  await expect(openStore(options(temporary.folder.file('alias.trunkline')))).rejects.toMatchObject({ code: 'locked' });
});

test('a clean close leaves the network file alone in its folder', async () => {
  await using folder = await temporaryFolder('lock');
  const file = folder.file('network.trunkline');
  const store = await openStore(options(file));
  store.put('settings', [{ id: 'a', value: '1' }]);
  await store.close();
  for (const suffix of ['-lock', '-wal', '-shm', '-journal']) expect(existsSync(file + suffix), suffix).toBe(false);
  const reader = await openStoreReadOnly(options(file));
  expect((await reader.load()).settings).toEqual([{ id: 'a', value: '1' }]);
  await reader.close();
  for (const suffix of ['-lock', '-wal', '-shm', '-journal']) expect(existsSync(file + suffix), suffix).toBe(false);
});

test('one of many that open at once gets it', async () => {
  await using folder = await temporaryFolder('lock');
  const file = folder.file('network.trunkline');
  const all = await Promise.allSettled(Array.from({ length: 4 }, () => openStore(options(file))));
  const opened = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(opened).toHaveLength(1);
  for (const one of all) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'locked' });
  await opened[0]?.close();
});

test('what cannot be a network file is refused in plain words', async () => {
  await using folder = await temporaryFolder('open');
  await mkdir(folder.file('folder'));
  await writeFile(folder.file('letter.txt'), 'Dear network,\n'.repeat(500));
  const cases = [
    ['folder', 'not-a-network', /is a folder/],
    ['letter.txt', 'not-a-network', /is not a Trunkline network file/],
    ['no/such/folder/x', 'missing', /there is no folder/],
  ] as const;
  for (const [name, code, words] of cases) {
    const refused = openStore(options(folder.file(name)));
    await expect(refused, name).rejects.toMatchObject({ code });
    await expect(refused, name).rejects.toThrow(words);
  }
  await expect(openStoreReadOnly(options(folder.file('nothing')))).rejects.toMatchObject({ code: 'missing' });
});
