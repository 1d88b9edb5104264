/** Keys that people choose themselves, without a mouse; and none at all for those who press them by mistake (WCAG 2.1.4). */
import type { Locator, Page } from '@playwright/test';
import { openPage } from '../support/on-page.ts';
import { pressUntilFocused } from '../support/keys.ts';
import { expect, test } from '../support/test.ts';

const view = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name, exact: true });
const changeOf = (page: Page, command: string): Locator =>
  page.getByRole('button', { name: `Change the keys of “${command}”` });
const sheetRow = (page: Page, text: string): Locator =>
  page
    .getByRole('dialog', { name: 'Keys' })
    .locator('div')
    .filter({ hasText: new RegExp(`^${text}`) })
    .last();

async function runCommand(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: /^Find a device/ }).waitFor();
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { selected: true })).toContainText(words);
  await page.keyboard.press('Enter');
}

async function openRecorder(page: Page, command: string): Promise<Locator> {
  await changeOf(page, command).focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: `New keys for “${command}”` });
  await expect(field).toBeFocused();
  return field;
}

test.describe('the keys, by keyboard alone', () => {
  test.beforeEach(async ({ page, demo }) => {
    await openPage(page, demo.url);
    await runCommand(page, 'Change the keys');
    await expect(page.getByRole('heading', { level: 2, name: 'Keyboard' })).toBeVisible();
  });

  test('can be changed, name what they meant before, and are the same on the sheet and in the palette', async ({
    page,
  }) => {
    await pressUntilFocused(page, 'Tab', changeOf(page, 'Go to Devices'));
    const field = await openRecorder(page, 'Go to Devices');
    await page.keyboard.press('x');
    await expect(field).toHaveValue('X');
    await page.keyboard.press('d');
    await expect(field).toHaveValue('X D');
    await page.keyboard.press('Enter');
    await expect(changeOf(page, 'Go to Devices')).toBeFocused();
    await page.keyboard.press('x');
    await page.keyboard.press('d');
    await expect(view(page, 'Devices')).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await expect(view(page, 'Map')).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await expect(view(page, 'Map')).toBeVisible();

    await runCommand(page, 'Change the keys');
    await openRecorder(page, 'Back to now');
    await page.keyboard.press('w');
    const told = page.getByRole('status').filter({ hasText: 'Wall mode' });
    await expect(told).toContainText('W means “Wall mode: map and open incidents, full screen”');
    await page.keyboard.press('Enter');
    await expect(told).toContainText('Enter again takes it from there');
    await page.keyboard.press('Enter');
    await page.keyboard.press('?');
    await expect(sheetRow(page, 'Back to now')).toContainText('W');
    await expect(sheetRow(page, 'Go to Devices')).toContainText('XD');
    await expect(page.getByRole('dialog', { name: 'Keys' }).getByText(/^Wall mode/)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('Go to Devices');
    await expect(page.getByRole('option', { name: /Go to Devices/ })).toContainText('X D');
    await page.keyboard.press('Escape');

    // Kept by the browser, and all taken back at once.
    await page.reload();
    await expect(page.getByRole('button', { name: 'Reset the keys of “Go to Devices”' })).toBeVisible();
    await page.getByRole('button', { name: 'Reset all keys' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Reset the keys of/ })).toHaveCount(0);
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await expect(view(page, 'Devices')).toBeVisible();
  });

  test('that belong to the system are refused, and Escape leaves all as it was', async ({ page }) => {
    await openRecorder(page, 'Go to Map');
    await page.keyboard.press('Control+c');
    await expect(page.getByRole('status').filter({ hasText: 'copies' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Keep' })).toBeDisabled();
    await page.keyboard.press('Escape');
    await expect(changeOf(page, 'Go to Map')).toBeFocused();
    await openRecorder(page, 'Show all keys');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0);
    const reset = page.getByRole('button', { name: 'Reset the keys of “Show all keys”' });
    await pressUntilFocused(page, 'Shift+Tab', reset);
    await page.keyboard.press('Enter');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  });

  test('that are single can be switched off at once; those with Ctrl stay', async ({ page }) => {
    const single = page.getByRole('switch', { name: /^Single keys are commands/ });
    await single.focus();
    await page.keyboard.press('Space');
    await expect(single).toHaveAttribute('aria-checked', 'false');
    for (const key of ['g', 'm', '?', 'w', ',', '/']) await page.keyboard.press(key);
    await expect(page.getByRole('heading', { level: 2, name: 'Keyboard' })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('html')).not.toHaveAttribute('data-past', '');
    await runCommand(page, 'Show all keys');
    await expect(page.getByText('Letters, digits and signs alone are switched off.')).toBeVisible();
    await expect(sheetRow(page, 'Find anything')).toContainText('K');
    await expect(page.getByRole('dialog', { name: 'Keys' }).getByText('Go to Map')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await single.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await expect(view(page, 'Map')).toBeVisible();
  });
});
