/** Menu, links, several windows, and what happens when a process dies. */
import { expect, test } from '../support/test.ts';
import { chooseInMenu, startAgain, type DesktopApp } from '../support/desktop-app.ts';
import { grid, openPage } from '../support/on-page.ts';

const started = (desktop: DesktopApp | null): DesktopApp => {
  if (desktop === null) throw new Error('the desktop app was not started');
  return desktop;
};

test.beforeEach(async ({ page, demo }) => {
  await openPage(page, demo.url);
});

test('the menu leads to each view that the page has', async ({ page, desktop }) => {
  await chooseInMenu(started(desktop).app, 'Devices');
  await grid(page, 'Devices').waitFor();
  await chooseInMenu(started(desktop).app, 'Keys');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});

test('a link that a second start hands over leads to the device; a hostile one does nothing', async ({
  page,
  desktop,
}) => {
  const { app } = started(desktop);
  await startAgain(app, ['trunkline://device/ng-core-1']);
  await expect(page.getByRole('heading', { level: 1, name: 'ng-core-1' })).toBeVisible();
  const before = page.url();
  await startAgain(app, ['trunkline://device/..%2F..%00', '--file', '/etc/passwd']);
  expect(page.url()).toBe(before);
});

test('one more window shows the same network, and closing it leaves the first', async ({ page, desktop }) => {
  const { app } = started(desktop);
  const opening = app.waitForEvent('window');
  await chooseInMenu(app, 'New window');
  const second = await opening;
  await second.getByRole('navigation', { name: 'Views' }).waitFor();
  await second.close();
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
});

test('an engine that is killed is started again, and the page says so and comes back', async ({
  page,
  desktop,
  watch,
}) => {
  watch.expectTrouble(/engine|port/i);
  const pid = await started(desktop).app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Trunkline engine')?.pid,
  );
  if (pid === undefined) throw new Error('no engine runs');
  process.kill(pid, 'SIGKILL');
  const banner = page.getByRole('status').filter({ hasText: 'The engine stopped; trying again.' });
  await expect(banner).toBeVisible();
  await expect(banner).toBeHidden({ timeout: 60_000 });
});

test('a page that dies is loaded again', async ({ page, desktop, watch }) => {
  watch.expectTrouble(/.*/);
  await started(desktop).app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible({ timeout: 30_000 });
});
