import { access, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { writeOpeningPage } from '../../../../electron/headless/opening-page.ts';

it('keeps the token out of the browser’s arguments, in a file that only its owner reads, and removes it', async () => {
  const page = await writeOpeningPage('http://127.0.0.1:8420/#token=secret-token');
  const path = fileURLToPath(page.url);
  expect(page.url).not.toContain('secret-token');
  expect(await readFile(path, 'utf8')).toContain('url=http://127.0.0.1:8420/#token=secret-token"');
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o077).toBe(0);
  await page.remove();
  await expect(access(path)).rejects.toThrow('ENOENT');
});
