import { expect, test } from 'vitest';
import { autostartEntry, autostartFile, ownProgram } from '../../../../electron/main/login-item.ts';
import { whyNotOpen } from '../../../../electron/main/network-path.ts';
import { temporaryFolder } from '../../../helpers/temporary-folder.ts';
import { mkdirSync, writeFileSync } from 'node:fs';

test('an AppImage and a portable exe start themselves, not what they were unpacked to', () => {
  expect(ownProgram({ env: {}, execPath: '/opt/Trunkline/trunkline' })).toBe('/opt/Trunkline/trunkline');
  expect(ownProgram({ env: { APPIMAGE: '/home/me/T.AppImage' }, execPath: '/tmp/.mount_x/t' })).toBe(
    '/home/me/T.AppImage',
  );
});

test('the autostart file lies where XDG says, and a relative folder is ignored', () => {
  expect(autostartFile({ env: {}, home: '/home/me' })).toBe('/home/me/.config/autostart/io.trunkline.app.desktop');
  expect(autostartFile({ env: { XDG_CONFIG_HOME: '/c' }, home: '/h' })).toBe('/c/autostart/io.trunkline.app.desktop');
  expect(autostartFile({ env: { XDG_CONFIG_HOME: 'c' }, home: '/h' })).toMatch(/^\/h\//);
});

test('a program with odd letters in its path is quoted as the Desktop Entry Specification says', () => {
  expect(autostartEntry('/home/me/My $App "x" 100%/t')).toContain(
    String.raw`Exec="/home/me/My \\$App \\"x\\" 100%%/t" --hidden`,
  );
});

test('only a file that is there and named as ours is opened', async () => {
  await using folder = await temporaryFolder('open');
  writeFileSync(folder.file('a.trunkline'), '');
  writeFileSync(folder.file('a.exe'), '');
  mkdirSync(folder.file('b.trunkline'));
  expect(await whyNotOpen(folder.file('a.trunkline'))).toBeNull();
  const refused = [
    folder.file('a.exe'),
    folder.file('b.trunkline'),
    folder.file('c.trunkline'),
    'a.trunkline',
    '',
    null,
    7,
    `${folder.file('a.trunkline')}\0`,
  ];
  for (const path of refused) expect(await whyNotOpen(path), String(path)).not.toBeNull();
});
