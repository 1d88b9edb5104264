import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerPageRequest } from '../../../../electron/main/answer-page-request.ts';
import { pageHeaders } from '../../../../shared/page/content-security-policy.ts';
import { temporaryFolder, type TemporaryFolder } from '../../../helpers/temporary-folder.ts';

let folder: TemporaryFolder;
let page: string;
beforeEach(async () => {
  folder = await temporaryFolder('page');
  page = folder.file('page');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(join(page, 'index.html'), '<!doctype html>');
  await writeFile(folder.file('outside.txt'), 'not for you');
  await symlink(folder.file('outside.txt'), join(page, 'way-out.txt'));
});
afterEach(() => folder.remove());

const ask = (url: string, method = 'GET') => answerPageRequest(page, { url, method });

test('the page comes with the same policy as over http', async () => {
  const answer = await ask('app://trunkline/');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('<!doctype html>');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  for (const [name, value] of Object.entries(pageHeaders)) expect(answer.headers.get(name)).toBe(value);
});

test.each([
  'app://trunkline/../outside.txt',
  'app://trunkline/%2e%2e/outside.txt',
  'app://trunkline/..%2foutside.txt',
  'app://trunkline/..%5coutside.txt',
  'app://trunkline/way-out.txt',
  'app://trunkline/assets',
  'app://trunkline/nothing.js',
  'app://other/index.html',
  'file:///etc/hostname',
])('%s leads nowhere', async (url) => {
  const answer = await ask(url);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe('');
});

test('nothing can be posted', async () => {
  expect((await ask('app://trunkline/', 'POST')).status).toBe(405);
});
