/** Configurations by keyboard alone: two revisions of a device beside each other, all devices, a search, two devices. */
import type { Locator, Page } from '@playwright/test';
import { engineClient } from '../support/engine-client.ts';
import { pressUntilFocused } from '../support/keys.ts';
import { openPage } from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';
import { goTo } from '../support/views.ts';

const list = (page: Page): Locator => page.getByRole('grid', { name: 'Configurations' });
const rowOf = (page: Page, device: string): Locator => list(page).getByRole('row').filter({ hasText: device });
const differences = (page: Page): Locator => page.getByRole('table', { name: 'Differences' });
const status = (page: Page): Locator => page.getByRole('status').filter({ hasText: /^Change/ });

/** The demo's past is written while the page is open already. */
async function openConfigs(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await expect(rowOf(page, 'ng-dist-2').getByText('3', { exact: true })).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
}

/** Filters the list down to one device and selects its row. */
async function goToRow(page: Page, device: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(device);
  await expect(list(page).getByRole('row')).toHaveCount(2);
  await pressUntilFocused(page, 'Tab', list(page));
  await page.keyboard.press('Home');
  await expect(rowOf(page, device)).toHaveAttribute('aria-selected', 'true');
}

test.describe('configurations', () => {
  // The demo is discovered and gets its past first.
  test.describe.configure({ timeout: 150_000 });

  test.beforeEach(async ({ page, demo }) => {
    await openPage(page, demo.url);
    await openConfigs(page);
  });

  test('stay filtered when the window becomes narrow, and wide again', async ({ page }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('ng-dist-2');
    for (const width of [1100, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await expect(page.getByRole('combobox', { name: 'Filter devices' })).toHaveValue('ng-dist-2');
      await expect(list(page).getByRole('row')).toHaveCount(2);
    }
  });

  test('of two moments are compared by keyboard alone', async ({ page }) => {
    await goToRow(page, 'ng-dist-2');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'ng-dist-2' })).toBeVisible();
    await test.step('the newest against the one before it', async () => {
      await expect(differences(page)).toContainText('carrier-delay msec 2000');
      await expect(differences(page)).toContainText('interface TenGigabitEthernet1/0/7');
      await expect(differences(page)).not.toContainText('name guests');
      await expect(page.getByText('1 line that changes by itself', { exact: false })).toBeVisible();
    });
    await test.step('against the very first, chosen by arrow keys', async () => {
      const older = page.getByRole('radio', { name: /^Older side/ });
      await expect(older).toHaveCount(3);
      await pressUntilFocused(page, 'Tab', older.nth(1));
      await page.keyboard.press('ArrowDown');
      await expect(older.nth(2)).toBeChecked();
      await expect(status(page)).toHaveText(/^Change 1 of 1\d/);
      await expect(differences(page)).toContainText('logging buffered 65536');
    });
    await test.step('F7 goes from change to change', async () => {
      await page.keyboard.press('F7');
      await expect(status(page)).toHaveText(/^Change 2 of/);
      await expect(differences(page)).toContainText('name guests');
      await page.keyboard.press('Shift+F7');
      await expect(status(page)).toHaveText(/^Change 1 of/);
    });
    await test.step('secrets are masked in the whole text too', async () => {
      const whole = page.getByRole('group', { name: 'What to show' }).getByRole('button', { name: 'All of it' });
      await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Changes', exact: true }));
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await expect(whole).toHaveAttribute('aria-pressed', 'true');
      const text = page.getByRole('table', { name: 'Configuration' });
      await expect(text).toContainText('enable secret 9 «hidden»');
      await expect(text).not.toContainText('$9$');
    });
  });

  test('say so when nothing but a secret was changed', async ({ page }) => {
    await expect(rowOf(page, 'dp-rt-1')).toContainText('a secret only');
    await goToRow(page, 'dp-rt-1');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Nothing differs that can be shown' })).toBeVisible();
  });

  test('are searched, and a found line leads to its place', async ({ page, watch }) => {
    await pressUntilFocused(page, 'Tab', page.getByRole('searchbox', { name: 'Search in all configurations' }));
    await page.keyboard.type('NTP server 10.10.0.1');
    const found = page.getByRole('region', { name: 'Found lines' });
    await expect(found.getByRole('status')).toContainText('1 line in 1 device; all');
    await pressUntilFocused(page, 'Tab', found.getByRole('link').first());
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'ng-dist-2' })).toBeVisible();
    const line = page.getByRole('table', { name: 'Configuration' }).locator('[data-current]');
    await expect(line).toContainText('ntp server 10.10.0.1');
    await expect(line).toBeInViewport();
    expect(watch.received().join('\n')).not.toContain('$9$kT4pQ0');
  });

  test('of two devices are compared', async ({ page }) => {
    await goToRow(page, 'rv-acc-05');
    await page.keyboard.press('Space');
    await expect(page.getByRole('checkbox', { name: 'Compare rv-acc-05' })).toBeChecked();
    await goToRow(page, 'rv-acc-08');
    await page.keyboard.press('Space');
    await pressUntilFocused(page, 'Shift+Tab', page.getByRole('button', { name: 'Compare two' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Compare' })).toBeVisible();
    await expect(differences(page)).toContainText('hostname rv-acc-05');
    await expect(differences(page)).toContainText('hostname rv-acc-08');
  });
});

test('a network without configurations says what is needed for them', async ({ page, serve }) => {
  const { url } = await serve('configs');
  using engine = engineClient(url);
  await engine.call('device.add', { address: '127.0.0.1' });
  await openPage(page, url);
  await goTo(page, '#/configs');
  await expect(page.getByText(/It needs an SSH credential/)).toBeVisible();
  await page.getByRole('button', { name: 'Add an SSH credential' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Credentials', exact: true })).toBeVisible();
});
