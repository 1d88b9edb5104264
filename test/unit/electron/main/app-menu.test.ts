import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { appMenu, recentLabels, type MenuContext } from '../../../../electron/main/app-menu.ts';

const PLATFORMS = ['linux', 'win32', 'darwin'] as const;
type Item = MenuItemConstructorOptions;

function menuOn(platform: NodeJS.Platform, change: Partial<MenuContext> = {}) {
  const did: unknown[] = [];
  const note = (name: string) => (given?: unknown) => void did.push(given === undefined ? name : [name, given]);
  const menu = appMenu({
    platform,
    views: [
      { label: 'Map', hash: '#/map' },
      { label: 'Devices', hash: '#/devices' },
    ],
    recent: ['/n/a.trunkline', '/old/a.trunkline'],
    demo: false,
    deeds: {
      newNetwork: note('new'),
      openNetwork: note('open'),
      openRecent: note('recent'),
      forgetRecent: note('forget'),
      saveBackup: note('backup'),
      tellPage: note('tell'),
      newWindow: note('window'),
      openLogs: note('logs'),
      saveReport: note('report'),
      about: note('about'),
    },
    ...change,
  });
  return { menu, did };
}

const inside = (item: Item): readonly Item[] => (Array.isArray(item.submenu) ? item.submenu : []);
const all = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...all(inside(item))]);
const named = (items: readonly Item[], label: string): Item | undefined =>
  all(items).find((item) => item.label === label);

function click(item: Item | undefined): void {
  (item?.click as (() => void) | undefined)?.();
}

test.each(PLATFORMS)('on %s everything is there, once', (platform) => {
  const { menu } = menuOn(platform);
  const labels = all(menu).flatMap(({ label }) => (label === undefined ? [] : [label]));
  for (const label of [
    'New network…',
    'Open…',
    'Open recent',
    'Save a backup copy…',
    'Map',
    'Wall mode',
    'New window',
    'Keys',
    'What the states mean',
    'Open the folder of the logs',
    'Save a report…',
    'About Trunkline',
    'Settings…',
  ]) {
    expect(
      labels.filter((one) => one === label),
      label,
    ).toHaveLength(1);
  }
  const roles = all(menu).flatMap(({ role }) => (role === undefined ? [] : [role]));
  for (const role of [
    'undo',
    'redo',
    'cut',
    'copy',
    'paste',
    'selectAll',
    'zoomIn',
    'zoomOut',
    'resetZoom',
    'togglefullscreen',
    'reload',
    'minimize',
    'close',
    'quit',
  ]) {
    expect(roles, role).toContain(role);
  }
  expect(roles).not.toContain('toggleDevTools');
});

test.each(PLATFORMS)('on %s no key is given twice', (platform) => {
  const keys = all(menuOn(platform).menu).flatMap(({ accelerator }) =>
    accelerator === undefined ? [] : [accelerator],
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toContain('CmdOrCtrl+1');
});

test('macOS has the app menu with quit and settings in it, the others have them under File', () => {
  expect(menuOn('darwin').menu.map(({ label }) => label)).toEqual([
    'Trunkline',
    'File',
    'Edit',
    'View',
    'Window',
    'Help',
  ]);
  expect(menuOn('win32').menu.map(({ label }) => label)).toEqual(['&File', '&Edit', '&View', '&Window', '&Help']);
  const file = (platform: NodeJS.Platform) => menuOn(platform).menu.find(({ label }) => label?.endsWith('File')) ?? {};
  expect(inside(file('darwin')).some(({ role }) => role === 'quit')).toBe(false);
  expect(inside(file('linux')).some(({ role }) => role === 'quit')).toBe(true);
});

test('each item does what it says', () => {
  const { menu, did } = menuOn('linux');
  for (const label of ['Devices', 'Wall mode', 'New window', 'Keys', 'a.trunkline (/old)', 'Clear this list'])
    click(named(menu, label));
  expect(did).toEqual([
    ['tell', { kind: 'link', link: { kind: 'page', hash: '#/devices' } }],
    ['window', '#/wall'],
    ['window', ''],
    ['tell', { kind: 'show', what: 'keys' }],
    ['recent', '/old/a.trunkline'],
    'forget',
  ]);
});

test('the demo has no file to copy, and an empty list of files opens nothing', () => {
  const { menu } = menuOn('linux', { demo: true, recent: [] });
  expect(named(menu, 'Save a backup copy…')?.enabled).toBe(false);
  expect(named(menu, 'Open recent')?.enabled).toBe(false);
});

test('files of one name are told apart by their folder, and "&" is a letter', () => {
  expect(recentLabels(['/n/a.trunkline', '/m/b&c.trunkline'])).toEqual(['a.trunkline', 'b&&c.trunkline']);
  expect(recentLabels(['/n/a.trunkline', '/m/a.trunkline'])).toEqual(['a.trunkline (/n)', 'a.trunkline (/m)']);
});
