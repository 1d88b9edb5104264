/** Everything without a mouse: from the first load to a device, the keys on one sheet, the rail, a focus that is seen. */
import { grid, openPage, theMap } from '../support/on-page.ts';
import { focusLook, pressUntilFocused } from '../support/keys.ts';
import { expect, test } from '../support/test.ts';

const STOPS = 25;

test.describe('the keyboard', () => {
  test.beforeEach(async ({ page, demo }) => {
    await openPage(page, demo.url);
    await expect(theMap(page)).toBeVisible();
  });

  test('leads from the first load to a device', async ({ page }) => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the view' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await expect(page.getByRole('heading', { level: 1, name: 'Devices' })).toBeVisible();
    await pressUntilFocused(page, 'Tab', grid(page, 'Devices'));
    await page.keyboard.press('Home');
    const row = grid(page, 'Devices').getByRole('row', { selected: true });
    await expect(row).toHaveCount(1);
    const name = await page
      .getByRole('complementary', { name: 'Inspector' })
      .getByRole('heading', { level: 2 })
      .textContent();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '');
    await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  });

  test('walks the map and opens what it stands on', async ({ page }) => {
    await pressUntilFocused(page, 'Tab', theMap(page));
    const active = theMap(page).getAttribute('aria-activedescendant');
    expect(await active).not.toBeNull();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const panel = page.getByRole('complementary', { name: 'Inspector' });
    const name = await panel.getByRole('heading', { level: 2 }).textContent();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '');
  });

  test('has all its keys on one sheet, which Escape closes', async ({ page }) => {
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await expect(sheet).toBeVisible();
    for (const text of [
      'Find anything',
      'Go to Overview',
      'Go to Map',
      'Go to Incidents',
      'Acknowledge the open incident',
    ]) {
      await expect(sheet.getByText(text, { exact: true })).toBeVisible();
    }
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  });

  test('moves along the rail', async ({ page }) => {
    const rail = page.getByRole('navigation', { name: 'Views' });
    await pressUntilFocused(page, 'Tab', rail.getByRole('link', { name: 'Map' }));
    await page.keyboard.press('ArrowDown');
    await expect(rail.getByRole('link', { name: 'Devices' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Devices' })).toBeVisible();
    await expect(rail.getByRole('link', { name: 'Devices' })).toHaveAttribute('aria-current', 'page');
    for (const above of ['Map', 'Overview']) {
      await page.keyboard.press('ArrowUp');
      await expect(rail.getByRole('link', { name: above })).toBeFocused();
    }
    await page.keyboard.press('ArrowUp');
    await expect(rail.getByRole('link', { name: 'Settings' })).toBeFocused();
  });

  for (const [name, keys] of [
    ['the overview', ['g', 'o']],
    ['the map', ['g', 'm']],
    ['graphs', ['g', 'g']],
    ['devices', ['g', 'd']],
    ['incidents', ['g', 'i']],
    ['settings', ['g', 's']],
  ] as const) {
    test(`shows where the focus is in ${name}`, async ({ page }) => {
      for (const key of keys) await page.keyboard.press(key);
      const unseen: string[] = [];
      for (let stop = 0; stop < STOPS; stop += 1) {
        await page.keyboard.press('Tab');
        const { what, visible } = await focusLook(page);
        if (!visible) unseen.push(what);
      }
      expect(unseen).toEqual([]);
    });
  }
});
