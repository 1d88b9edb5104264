import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  firstFile,
  newDesktop,
  openDesktopFile,
  parseDesktop,
  withRecent,
} from '../../../../electron/main/desktop-file.ts';
import { temporaryFolder } from '../../../helpers/temporary-folder.ts';

const window = { x: 1, y: 2, width: 800, height: 600, maximized: true, fullScreen: false, hash: '#/map' };

test('what was chosen is there at the next start', async () => {
  await using folder = await temporaryFolder('desktop');
  const path = folder.file('deep/desktop.json');
  const failures: string[] = [];
  const first = openDesktopFile(path, (reason) => failures.push(reason));
  expect(first.state).toEqual(newDesktop);
  first.change({ closeToTray: true, recent: ['/n/a.trunkline'] });
  first.change({ windows: [window] });
  const second = openDesktopFile(path, (reason) => failures.push(reason));
  expect(second.state).toEqual({ ...newDesktop, closeToTray: true, recent: ['/n/a.trunkline'], windows: [window] });
  expect(failures).toEqual([]);
});

test('what cannot be read begins anew, part by part', () => {
  for (const text of ['', '{', 'null', '[]', '7']) expect(parseDesktop(text)).toEqual(newDesktop);
  const mixed = { tray: 'yes', closeToTray: true, windows: [{ ...window, width: 1 }], recent: ['/n/a.trunkline'] };
  expect(parseDesktop(JSON.stringify(mixed))).toEqual({ ...newDesktop, closeToTray: true, recent: ['/n/a.trunkline'] });
});

test('a choice that cannot be kept is told and still counts until the end', async () => {
  await using folder = await temporaryFolder('desktop');
  const inTheWay = folder.file('file');
  writeFileSync(inTheWay, 'x');
  const failures: string[] = [];
  const file = openDesktopFile(`${inTheWay}/desktop.json`, (reason) => failures.push(reason));
  file.change({ tray: false });
  expect(file.state.tray).toBe(false);
  expect(failures).toHaveLength(1);
  expect(readFileSync(inTheWay, 'utf8')).toBe('x');
});

test('the app begins with what was asked for, else with the newest file that is there, else with its own', () => {
  const known = { recent: ['/stick/a.trunkline', '/n/b.trunkline'], own: '/own.trunkline' };
  const asked = { demo: false, file: null };
  const isThere = (file: string): boolean => !file.startsWith('/stick');
  expect(firstFile({ demo: true, file: '/x' }, known, isThere)).toBeNull();
  expect(firstFile({ demo: false, file: '/new.trunkline' }, known, isThere)).toBe('/new.trunkline');
  expect(firstFile(asked, known, isThere)).toBe('/n/b.trunkline');
  expect(firstFile(asked, known, () => false)).toBe('/own.trunkline');
});

test('the newest file comes first, once, and only ten are kept', () => {
  expect(withRecent(['/a', '/b', '/c'], '/c')).toEqual(['/c', '/a', '/b']);
  const many = Array.from({ length: 20 }, (_, at) => `/${at}`);
  expect(withRecent(many, '/new')).toHaveLength(10);
});
