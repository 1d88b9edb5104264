import { chmod, readdir, stat, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { keepPageToken } from '../../../../electron/headless/page-token.ts';
import { temporaryFolder } from '../../../helpers/temporary-folder.ts';

test('a killed engine leaves its token to the next one on the same file, and to no other', async () => {
  await using folder = await temporaryFolder('token');
  const place = folder.file('pages');
  const first = keepPageToken('/net/a.trunkline', place);
  expect(first.token).toMatch(/^[\w-]{43}$/);
  expect(keepPageToken('/net/a.trunkline', place).token).toBe(first.token);
  expect(keepPageToken('/net/b.trunkline', place).token).not.toBe(first.token);
});

test('a clean end forgets it', async () => {
  await using folder = await temporaryFolder('token');
  const first = keepPageToken('/net/a.trunkline', folder.path);
  first.forget();
  expect(await readdir(folder.path)).toEqual([]);
  expect(keepPageToken('/net/a.trunkline', folder.path).token).not.toBe(first.token);
});

test.skipIf(process.platform === 'win32')(
  'nobody else can read it; one that others could is not used again',
  async () => {
    await using folder = await temporaryFolder('token');
    const { token } = keepPageToken('/net/a.trunkline', folder.path);
    const [name = ''] = await readdir(folder.path);
    expect((await stat(folder.file(name))).mode & 0o777).toBe(0o600);
    await chmod(folder.file(name), 0o644);
    const second = keepPageToken('/net/a.trunkline', folder.path).token;
    expect(second).not.toBe(token);
    expect((await stat(folder.file(name))).mode & 0o777).toBe(0o600);
  },
);

test('rubbish in its place is replaced', async () => {
  await using folder = await temporaryFolder('token');
  const { token } = keepPageToken('/net/a.trunkline', folder.path);
  const [name = ''] = await readdir(folder.path);
  await writeFile(folder.file(name), 'short\n');
  expect(keepPageToken('/net/a.trunkline', folder.path).token).not.toBe(token);
});
