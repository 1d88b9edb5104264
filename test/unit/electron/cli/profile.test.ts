import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProgram } from '../../../../electron/cli/program.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'profile-'));
});
afterAll(() => rm(folder, { recursive: true }));

const check = async (rules: object): Promise<{ out: string; said: string; failed: string | null }> => {
  const file = join(folder, 'acme-switch.json');
  await writeFile(file, JSON.stringify({ name: 'acme-switch', title: 'Acme', ...rules }));
  const told = { out: '', said: '', failed: null as string | null };
  const io = {
    out: (text: string) => void (told.out += text),
    say: (line: string) => void (told.said += `${line}\n`),
    env: {},
    stop: new AbortController().signal,
  };
  await buildProgram(io)
    .parseAsync(['profile', 'check', file], { from: 'user' })
    .catch((error: Error) => {
      told.failed = error.message;
    });
  return told;
};

test('a good profile is told with what it inherits', async () => {
  const { out, failed } = await check({ extends: ['cisco'], match: [{ sysObjectId: '1.3.6.1.4.1.99999' }] });
  expect(failed).toBeNull();
  expect(out).toMatch(/^acme-switch \(Acme\): good\..* 1 ways to be chosen, 3 rules for processors/);
});

test('a bad one is told place by place, and fails', async () => {
  const { said, failed } = await check({ extends: ['nobody'] });
  expect(said).toBe('acme-switch.json: extends: there is no profile nobody\n');
  expect(failed).toMatch(/cannot be used/);
});
