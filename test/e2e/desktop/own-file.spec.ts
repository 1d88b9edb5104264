/** Network files in the desktop app: a fresh one, a copy of it, another one beside it. */
import { existsSync } from 'node:fs';
import { backupFile, checkFile } from '../../../electron/engine/store/open-store.ts';
import { until } from '../../helpers/until.ts';
import { chooseInMenu, startAgain, type DesktopApp } from '../support/desktop-app.ts';
import { expect, test } from '../support/test.ts';

const started = (desktop: DesktopApp | null): DesktopApp => {
  if (desktop === null) throw new Error('the desktop app was not started');
  return desktop;
};

test('a copy is saved where the person says, whole, and opens in place of the first', async ({
  page,
  home,
  desktop,
}) => {
  const { app } = started(desktop);
  const copy = home.file('copy.trunkline');
  await expect(page.getByRole('textbox', { name: 'Start address' })).toBeVisible();
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
  }, copy);
  await chooseInMenu(app, 'Save a backup copy…');
  await until(() => existsSync(copy), { what: 'the copy', timeoutMs: 30_000 });
  expect(await checkFile(copy)).toMatchObject({ ok: true });
  const other = home.file('other.trunkline');
  await backupFile(copy, other, { overwrite: false, version: 'test' });
  await startAgain(app, [other]);
  await expect(page).toHaveTitle(/Trunkline/);
  const recent = await app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? [])
      .flatMap((item) => item.submenu?.items ?? [])
      .find(({ label }) => label === 'Open recent')
      ?.submenu?.items.map(({ label }) => label),
  );
  expect(recent).toContain('other.trunkline');
});
