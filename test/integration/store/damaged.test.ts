import { open, readFile, truncate, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { checkFile, openStore } from '../../../electron/engine/store/open-store.ts';
import { deviceRow, keptLog, setClock, START_MS } from '../../helpers/store.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const PAGE = 4096;
const options = (file: string) => ({ file, log: keptLog(), clock: setClock(START_MS), version: '1.2.3' });

/** A sound file with a few hundred pages of devices. */
const makeFile = async (file: string): Promise<void> => {
  const store = await openStore(options(file));
  store.put(
    'devices',
    Array.from({ length: 2000 }, (_, index) => deviceRow(index + 1, { sysDescr: 'x'.repeat(300) })),
  );
  await store.close();
};

const overwrite = async (file: string, from: number, bytes: number): Promise<void> => {
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(bytes, 0xa5), 0, bytes, from);
  await handle.close();
};

test('damage in the middle is found by a check and told by a load, with what mends it', async () => {
  await using folder = await temporaryFolder('damaged');
  const file = folder.file('network.trunkline');
  await makeFile(file);
  const { length } = await readFile(file);
  await overwrite(file, Math.floor(length / PAGE / 2) * PAGE, 40 * PAGE);
  const check = await checkFile(file);
  expect(check.ok).toBe(false);
  expect(check.problems.length).toBeGreaterThan(0);
  const store = await openStore(options(file));
  await expect(store.load()).rejects.toMatchObject({ name: 'StoreOpenError', code: 'damaged' });
  await expect(store.load()).rejects.toThrow(/the file is damaged\. Restore a copy made by "trunkline backup"/);
  await store.close();
});

test('a file that was cut off is refused', async () => {
  await using folder = await temporaryFolder('damaged');
  const file = folder.file('network.trunkline');
  await makeFile(file);
  await truncate(file, 3 * PAGE);
  expect(await checkFile(file)).toMatchObject({ ok: false });
});

test('a file whose beginning is gone is refused in plain words', async () => {
  await using folder = await temporaryFolder('damaged');
  const file = folder.file('network.trunkline');
  await makeFile(file);
  await overwrite(file, 0, 100);
  await expect(openStore(options(file))).rejects.toThrow(
    'it is not a Trunkline network file, or its beginning is damaged',
  );
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, 50));
  await expect(openStore(options(file))).rejects.toMatchObject({ code: 'not-a-network' });
});
