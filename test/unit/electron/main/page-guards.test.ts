/** The real handlers and options, called with what a page that was taken over would try. */
import { expect, test } from 'vitest';
import { confine, denyPermissions, openChecked } from '../../../../electron/main/page-guards.ts';
import { windowOptions } from '../../../../electron/main/window-options.ts';

type Listener = (event: never) => void;

function confined() {
  const listeners = new Map<string, Listener>();
  let onOpen: () => { action: string } = () => ({ action: 'allow' });
  confine({
    on: (event: string, listener: Listener) => listeners.set(event, listener),
    setWindowOpenHandler: (handler: () => { action: 'deny' }) => {
      onOpen = handler;
    },
  });
  const prevented = (name: string, url = ''): boolean => {
    let stopped = false;
    const event = { url, preventDefault: () => (stopped = true) };
    listeners.get(name)?.(event as never);
    return stopped;
  };
  return { prevented, onOpen: () => onOpen() };
}

const ELSEWHERE = [
  'https://example.org/',
  'http://127.0.0.1:8420/',
  'file:///etc/passwd',
  'data:text/html,<script>alert(1)</script>',
  'javascript:alert(1)',
  'app://other/',
  'app://trunkline.example.org/',
  'app://user@trunkline/',
  'about:blank',
  'chrome://gpu',
  'blob:https://example.org/x',
  'not an address',
];

test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s leads nowhere but to our own page', (name) => {
  const { prevented } = confined();
  for (const url of ELSEWHERE) expect(prevented(name, url), url).toBe(true);
  expect(prevented(name, 'app://trunkline/#/map')).toBe(false);
});

test('no new window, no webview', () => {
  const { prevented, onOpen } = confined();
  expect(onOpen()).toEqual({ action: 'deny' });
  expect(prevented('will-attach-webview')).toBe(true);
});

function guardedSession() {
  let request: (permission: string, url: string | undefined, isMainFrame: boolean) => boolean = () => true;
  let check: (permission: string, origin: string) => boolean = () => true;
  let device = (): boolean => true;
  let download: (url: string) => boolean = () => false;
  denyPermissions({
    setPermissionRequestHandler: (handler) => {
      request = (permission, requestingUrl, isMainFrame) => {
        let allowed = true;
        handler(null, permission, (is) => (allowed = is), { requestingUrl, isMainFrame });
        return allowed;
      };
    },
    setPermissionCheckHandler: (handler) => (check = (permission, origin) => handler(null, permission, origin)),
    setDevicePermissionHandler: (handler) => (device = handler),
    on: (_event, listener) => {
      download = (url) => {
        let stopped = false;
        listener({ preventDefault: () => (stopped = true) }, { getURL: () => url });
        return !stopped;
      };
    },
  });
  return {
    request: (...asked: Parameters<typeof request>) => request(...asked),
    check: (...asked: Parameters<typeof check>) => check(...asked),
    device: () => device(),
    download: (url: string) => download(url),
  };
}

/** Every permission that Electron 45 knows, but the two that the page needs. */
const PERMISSIONS = [
  'clipboard-read',
  'display-capture',
  'fileSystem',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'usb',
  'window-management',
  'unknown',
];

test('no permission is given, but to copy text and to fill the screen, and these to our own page alone', () => {
  const session = guardedSession();
  const own = 'app://trunkline/';
  for (const permission of PERMISSIONS) {
    expect(session.request(permission, own, true), permission).toBe(false);
    expect(session.check(permission, own), permission).toBe(false);
  }
  for (const permission of ['clipboard-sanitized-write', 'fullscreen']) {
    expect(session.request(permission, own, true)).toBe(true);
    expect(session.request(permission, own, false)).toBe(false);
    expect(session.request(permission, undefined, true)).toBe(false);
    expect(session.request(permission, 'https://example.org/', true)).toBe(false);
    expect(session.check(permission, 'https://example.org')).toBe(false);
  }
  expect(session.device()).toBe(false);
});

test('nothing is downloaded but what the page itself has made', () => {
  const { download } = guardedSession();
  expect(download('blob:app://trunkline/6f1c')).toBe(true);
  for (const url of [...ELSEWHERE, 'blob:app://trunkline.example.org/1', 'app://trunkline/index.html']) {
    expect(download(url), url).toBe(false);
  }
});

test.each([
  'http://example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ms-settings:',
  'smb://server/share',
  'https://user:secret@example.org/',
  'https://',
  '',
  `https://example.org/${'x'.repeat(2000)}`,
  null,
  { toString: () => 'https://example.org/' },
])('%j is not handed to the browser', async (address) => {
  let opened = false;
  const open = (): Promise<void> => Promise.resolve(void (opened = true));
  await expect(openChecked(address, open)).rejects.toThrow();
  expect(opened).toBe(false);
});

test('an https address is handed to the browser', async () => {
  const opened: string[] = [];
  await openChecked('https://example.org/a b', (address) => Promise.resolve(void opened.push(address)));
  expect(opened).toEqual(['https://example.org/a%20b']);
});

test('a window is made with every guard on', () => {
  const options = windowOptions({ preload: '/p.cjs', place: { width: 1, height: 1 }, dark: true, icon: null });
  expect(options.webPreferences).toEqual({
    preload: '/p.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  });
});
