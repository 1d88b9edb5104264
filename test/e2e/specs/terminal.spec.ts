/** A terminal on a device, by keyboard: a real OpenSSH server, its shell, and what a hostile device may not do. */
import type { Locator, Page } from '@playwright/test';
import { startSshd, type Sshd } from '../../helpers/sshd.ts';
import { missingRoot, missingTools } from '../../helpers/tools.ts';
import { engineClient } from '../support/engine-client.ts';
import { pressUntilFocused } from '../support/keys.ts';
import { goTo } from '../support/views.ts';
import { expect, test } from '../support/test.ts';

const notRun = missingRoot() || missingTools('sshd', 'ssh-keygen', 'unshare');
const NAME = 'server-1';

const terminal = (page: Page, number = 1): Locator =>
  page.getByRole('region', { name: `Terminal ${number} on ${NAME}` });
const keys = (page: Page): Locator => page.getByRole('textbox', { name: 'Terminal input' });
/** Rows of the screen as they are drawn. */
const screen = (page: Page): Locator => terminal(page).locator('.xterm-rows');

const type = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};

test.describe(`a terminal${notRun}`, () => {
  test.describe.configure({ timeout: 150_000 });
  test.skip(notRun !== '', notRun);
  // A device's colours are left as they are where they can be read, and this green can be read on dark only.
  test.use({ colorScheme: 'dark' });
  let sshd: Sshd;
  let deviceId: number;
  let url: string;

  test.beforeEach(async ({ page, serve }) => {
    sshd = await startSshd();
    ({ url } = await serve('terminal'));
    using engine = engineClient(url);
    ({ deviceId } = await engine.call('device.add', { address: '127.0.0.1', name: NAME }));
    await page.goto(url);
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
  });
  test.afterEach(() => sshd.stop());

  const openByKeys = async (page: Page): Promise<void> => {
    using engine = engineClient(url);
    await engine.call('device.change', { deviceId, sshPort: sshd.port });
    await goTo(page, `#/devices/${deviceId}/terminal`);
    await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Open a terminal' }));
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: `Log in to ${NAME}` });
    await pressUntilFocused(page, 'Tab', form.getByRole('textbox', { name: 'User' }));
    await page.keyboard.type('ops');
    await page.keyboard.press('Tab');
    await page.keyboard.type(sshd.users[0]?.password ?? '');
    await page.keyboard.press('Enter');
    await expect(keys(page)).toBeFocused();
    await expect(screen(page)).toContainText('$');
  };

  test('is opened at the port that was set, and runs a command, by keyboard alone', async ({ page, watch }) => {
    await test.step('the port is set in the dialog of the device', async () => {
      await goTo(page, `#/devices/${deviceId}`);
      await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'More', exact: true }).first());
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: /SSH port/ }).waitFor();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: `Change ${NAME}` });
      await pressUntilFocused(page, 'Tab', dialog.getByRole('textbox', { name: 'SSH port' }));
      await page.keyboard.press('Control+a');
      await page.keyboard.type('99999');
      await expect(dialog.getByRole('textbox', { name: 'SSH port' })).toHaveAccessibleDescription(/1 to 65535/);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(String(sshd.port));
      await pressUntilFocused(page, 'Tab', dialog.getByRole('button', { name: 'Save' }));
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
    });
    await openByKeys(page);
    await type(page, 'echo trunkline | tr a-z A-Z');
    await expect(screen(page)).toContainText('TRUNKLINE');
    await test.step('F6 leaves it, for Tab belongs to the device', async () => {
      await page.keyboard.press('Tab');
      await expect(keys(page)).toBeFocused();
      await page.keyboard.press('F6');
      await expect(page.getByRole('button', { name: /^1 user ops/ })).toBeFocused();
    });
    await test.step('the log of the device says who opened it', async () => {
      await goTo(page, `#/devices/${deviceId}/log`);
      await expect(page.getByRole('gridcell', { name: /Terminal opened by Operator/ })).toBeVisible();
    });
    expect(watch.received().join('\n')).not.toContain(sshd.users[0]?.password);
  });

  test('is picked up again after a reload, and says when it ended', async ({ page }) => {
    await openByKeys(page);
    await type(page, 'echo before-the-reload | tr a-z A-Z');
    await expect(screen(page)).toContainText('BEFORE-THE-RELOAD');
    await page.reload();
    await expect(screen(page)).toContainText('BEFORE-THE-RELOAD');
    await keys(page).focus();
    await type(page, 'echo and-after | tr a-z A-Z');
    await expect(screen(page)).toContainText('AND-AFTER');
    await type(page, 'exit');
    await expect(page.getByRole('status').filter({ hasText: `${NAME} ended the session` })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open again' })).toBeVisible();
  });

  test('shows colours of a device, and lets it touch neither title nor clipboard nor links', async ({ page }) => {
    await openByKeys(page);
    const title = await page.title();
    await type(page, String.raw`printf '\033[38;2;10;200;30mtrue-%s\033[0m \033[31mred-%s\033[0m\n' colour colour`);
    const coloured = screen(page).locator('span', { hasText: /^true-colour$/ });
    await expect(coloured).toHaveCSS('color', 'rgb(10, 200, 30)');
    await expect(screen(page).locator('span', { hasText: /^red-colour$/ })).not.toHaveCSS('color', 'rgb(0, 0, 0)');
    await type(
      page,
      String.raw`printf '\033]0;owned\007\033]52;c;b3duZWQ=\007\033]8;;https://evil.example\007click-%s\033]8;;\007 done-%s\n' me x`,
    );
    await expect(screen(page)).toContainText('click-me done-x');
    expect(await page.title()).toBe(title);
    await screen(page).getByText('click-me').hover({ force: true });
    await expect(page.locator('.xterm-cursor-pointer')).toHaveCount(0);
  });

  test('asks before several lines are pasted, and finds what is above', async ({ page, context }) => {
    await openByKeys(page);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('echo first-$((1+1))\necho second-$((1+1))\n'));
    await page.keyboard.press('Control+Shift+V');
    const dialog = page.getByRole('dialog', { name: 'Paste 2 lines?' });
    await expect(dialog).toContainText('echo second-$((1+1))');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(keys(page)).toBeFocused();
    await page.keyboard.press('Control+Shift+V');
    await dialog.getByRole('button', { name: 'Paste them' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(screen(page)).toContainText('first-2');
    await expect(screen(page)).toContainText('second-2');
    await type(page, 'seq 1000 1400');
    await expect(screen(page)).toContainText('1400');
    await expect(screen(page)).not.toContainText('1042');
    await page.keyboard.press('Control+Shift+F');
    await page.keyboard.type('1042');
    await expect(screen(page)).toContainText('1042');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+C');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('1042');
  });

  test('names the mend of a wrong password, and refuses another host key loudly', async ({ page }) => {
    await openByKeys(page);
    await page.keyboard.press('Control+d');
    await page.getByRole('button', { name: 'Open again' }).click();
    const form = page.getByRole('form', { name: `Log in to ${NAME}` });
    await form.getByRole('textbox', { name: 'User' }).fill('ops');
    await form.getByLabel('Password', { exact: true }).last().fill('wrong');
    await page.keyboard.press('Enter');
    await expect(form.getByRole('alert')).toContainText('correct user or password');
    await sshd.changeHostKey();
    await form
      .getByLabel('Password', { exact: true })
      .last()
      .fill(sshd.users[0]?.password ?? '');
    await page.keyboard.press('Enter');
    await expect(form.getByRole('alert')).toContainText('another host key than before');
    await expect(page.getByRole('region', { name: 'SSH host key changed' })).toContainText('Offered now SHA256:');
    expect(sshd.output()).not.toContain('Accepted');
  });
});
