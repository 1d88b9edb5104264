import { expect, test } from 'vitest';
import { runShellVerb } from '../../../../electron/main/run-shell-verb.ts';
import { shellVerbs, type Shell } from '../../../../shared/contract/shell.ts';

const CHOICES = { tray: true, closeToTray: false, startAtLogin: false };

function recordingShell(): { shell: Shell; did: unknown[] } {
  const did: unknown[] = [];
  const done = <T>(what: unknown, answer: T): Promise<T> => Promise.resolve((did.push(what), answer));
  const shell: Shell = {
    version: () => Promise.resolve({ app: '1', host: 'electron' }),
    abilities: () =>
      Promise.resolve({ notifications: 'granted', tray: true, loginItem: true, networkFiles: true, logs: true }),
    pickFile: (options) => done(options, null),
    saveFile: (file) => done(file, { saved: true }),
    openExternal: (url) => done(url, undefined),
    notify: (message) => done(message, undefined),
    openWindow: (hash) => done(hash, { opened: true }),
    describeViews: (views) => done(views, undefined),
    showStatus: (status) => done(status, undefined),
    readChoices: () => Promise.resolve(CHOICES),
    changeChoices: (change) => done(change, CHOICES),
    openNetwork: () => Promise.resolve({ opened: false }),
    openLogs: () => Promise.resolve(),
    saveReport: (about) => done(about, { saved: true }),
  };
  return { shell, did };
}

const message = { title: 'r1', body: 'down', severity: 'critical', link: { kind: 'incident', incidentId: 7 } };

test('each verb of the contract runs, and answers what the contract says', async () => {
  const { shell, did } = recordingShell();
  const args = {
    'shell.pick-file': [{ title: 'Open', extensions: ['trunkline'] }],
    'shell.save-file': [{ name: 'a.svg', text: '<svg/>' }],
    'shell.open-external': ['https://example.org/'],
    'shell.notify': [message],
    'shell.open-window': ['#/map?site=Nord%20Gate'],
    'shell.describe-views': [[{ label: 'Map', hash: '#/map' }]],
    'shell.show-status': [{ mood: 'down', openIncidents: 2, text: '2 critical open', soundsPaused: false }],
    'shell.change-choices': [{ tray: false }],
    'shell.save-report': [{ health: 'healthy' }],
  };
  for (const [verb, definition] of Object.entries(shellVerbs)) {
    const answer = await runShellVerb(shell, verb, Reflect.get(args, verb) ?? []);
    expect(definition.result.safeParse(answer).success, verb).toBe(true);
  }
  expect(did).toEqual(Object.values(args).map(([only]) => only));
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
  ['shell.notify', [{ ...message, title: 'x'.repeat(201) }]],
  ['shell.notify', [{ ...message, link: { kind: 'page', hash: 'https://example.org' } }]],
  ['shell.notify', [{ ...message, link: { kind: 'file', path: '/etc/passwd' } }]],
  ['shell.describe-views', [[{ label: 'x', hash: 'javascript:alert(1)' }]]],
  ['shell.show-status', [{ mood: 'fine', openIncidents: 0, text: '', soundsPaused: false }]],
  ['shell.change-choices', [{ tray: 'yes' }]],
  ['shell.open-network', ['/etc/passwd']],
  ['shell.open-logs', ['/etc']],
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
