import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { findElectron } from '../../../../electron/headless/electron-runtime.ts';
import { browserCandidates, findBrowser } from '../../../../electron/headless/find-browser.ts';
import { planOpening, type Desktop } from '../../../../electron/headless/open-page.ts';
import { isStale } from '../../../../electron/headless/page-build.ts';
import { startOptions } from '../../../../electron/headless/start-options.ts';
import { temporaryFolder } from '../../../helpers/temporary-folder.ts';

const url = 'http://127.0.0.1:8420/#token=x';
const desktop: Desktop = { platform: 'linux', env: { DISPLAY: ':0' }, isRoot: false, browser: '/usr/bin/chromium' };

test('an installed browser shows the page as a window of its own', () => {
  expect(planOpening(url, desktop)).toMatchObject({ by: 'app-window', args: [`--app=${url}`] });
});

test.each([
  ['linux', 'xdg-open', [url]],
  ['darwin', 'open', [url]],
  ['win32', 'rundll32.exe', ['url.dll,FileProtocolHandler', url]],
] as const)('without one, %s opens its default browser', (platform, command, args) => {
  expect(planOpening(url, { ...desktop, platform, browser: null })).toEqual({ by: 'default-browser', command, args });
});

test('without a display, or as root, nothing is opened and the reason is said', () => {
  expect(planOpening(url, { ...desktop, env: { DISPLAY: '' } })).toMatchObject({ by: 'nobody', because: /display/ });
  expect(planOpening(url, { ...desktop, isRoot: true })).toMatchObject({ by: 'nobody', because: /sandbox/ });
  expect(planOpening(url, { ...desktop, env: { WAYLAND_DISPLAY: 'wayland-0' } }).by).toBe('app-window');
});

test('browsers are looked for where each system has them', () => {
  const env = {
    PATH: '/usr/bin:relative',
    PROGRAMFILES: 'C:\\Program Files',
    LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local',
  };
  expect(browserCandidates({ platform: 'linux', env, home: '/home/a' })).toContain('/usr/bin/chromium');
  expect(browserCandidates({ platform: 'linux', env, home: '/home/a' }).every((path) => path.startsWith('/'))).toBe(
    true,
  );
  const windows = browserCandidates({ platform: 'win32', env, home: 'C:\\Users\\a' });
  expect(windows).toContain('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe');
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser({ platform: 'darwin', env: {}, home: '/Users/a', exists: (path) => path === mac })).toBe(mac);
  expect(findBrowser({ platform: 'darwin', env: {}, home: '/Users/a', exists: () => false })).toBeNull();
});

test('a runtime in ELECTRON_OVERRIDE_DIST_PATH goes before the installed one', () => {
  const search = { root: '/app', platform: 'linux', exists: () => true } as const;
  expect(findElectron({ ...search, env: { ELECTRON_OVERRIDE_DIST_PATH: '/opt/e' } })).toBe('/opt/e/electron');
  expect(findElectron({ ...search, env: {} })).toBe('/app/node_modules/electron/dist/electron');
  expect(findElectron({ ...search, env: {}, exists: () => false })).toBeNull();
});

test('the page is built when it is missing or older than a source, however deep', async () => {
  await using folder = await temporaryFolder('stale');
  await mkdir(folder.file('source/deep'), { recursive: true });
  await writeFile(folder.file('source/deep/a.ts'), '');
  const built = folder.file('index.html');
  expect(await isStale(built, [folder.file('source')])).toBe(true);
  await writeFile(built, '');
  await utimes(folder.file('source/deep/a.ts'), 1_000, 1_000);
  expect(await isStale(built, [folder.file('source'), folder.file('not-there')])).toBe(false);
  await utimes(built, 500, 500);
  expect(await isStale(built, [folder.file('source')])).toBe(true);
});

test('the options of npm start', () => {
  expect(startOptions([])).toMatchObject({ demo: false, file: undefined, open: true, port: undefined });
  expect(startOptions(['--demo', '--no-open', '--port', '9000'])).toMatchObject({
    demo: true,
    open: false,
    port: 9000,
  });
  for (const wrong of [['--port', '0'], ['--port', 'x'], ['--nope'], ['--demo', '--file', 'a'], ['word']]) {
    expect(() => startOptions(wrong)).toThrow();
  }
});
