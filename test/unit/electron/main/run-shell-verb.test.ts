import { expect, test } from 'vitest';
import { runShellVerb } from '../../../../electron/main/run-shell-verb.ts';
import { shellVerbs, type Shell } from '../../../../shared/contract/shell.ts';

function recordingShell(): { shell: Shell; did: unknown[] } {
  const did: unknown[] = [];
  const shell: Shell = {
    version: () => Promise.resolve({ app: '1', host: 'electron' }),
    pickFile: (options) => Promise.resolve((did.push(options), null)),
    saveFile: (file) => Promise.resolve((did.push(file), { saved: true })),
    openExternal: (url) => Promise.resolve(void did.push(url)),
    notify: (message) => Promise.resolve(void did.push(message)),
    openWindow: (hash) => Promise.resolve((did.push(hash), { opened: true })),
  };
  return { shell, did };
}

test('each verb of the contract runs, and answers what the contract says', async () => {
  const { shell, did } = recordingShell();
  const args = {
    'shell.version': [],
    'shell.pick-file': [{ title: 'Open', extensions: ['trunkline'] }],
    'shell.save-file': [{ name: 'a.svg', text: '<svg/>' }],
    'shell.open-external': ['https://example.org/'],
    'shell.notify': [{ title: 'r1', body: 'down' }],
    'shell.open-window': ['#/map?site=Nord%20Gate'],
  };
  for (const [verb, definition] of Object.entries(shellVerbs)) {
    const answer = await runShellVerb(shell, verb, Reflect.get(args, verb));
    expect(definition.result.safeParse(answer).success, verb).toBe(true);
  }
  expect(did).toHaveLength(5);
});

test.each([
  ['no.such', []],
  ['constructor', []],
  ['__proto__', []],
  [null, []],
  ['shell.open-external', ['file:///etc/passwd']],
  ['shell.open-external', ['http://example.org/']],
  ['shell.open-external', ['javascript:alert(1)']],
  ['shell.open-external', []],
  ['shell.save-file', [{ name: 'x', text: 5 }]],
  ['shell.notify', [{ title: 'x'.repeat(201), body: '' }]],
  ['shell.open-window', ['https://example.org/']],
  ['shell.open-window', ['//example.org/#/map']],
  ['shell.open-window', ['#/map"><script>']],
  ['shell.open-window', ['']],
  ['shell.pick-file', 'not a list'],
])('%s with %j is refused and nothing is done', async (verb, args) => {
  const { shell, did } = recordingShell();
  await expect(runShellVerb(shell, verb, args)).rejects.toThrow();
  expect(did).toEqual([]);
});
