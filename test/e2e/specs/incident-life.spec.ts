/** An incident from its start to the hand-over, without a mouse. */
import type { Locator, Page } from '@playwright/test';
import { incidents, openPage } from '../support/on-page.ts';
import { pressUntilFocused } from '../support/keys.ts';
import { expect, test } from '../support/test.ts';

const NOTE = 'Power supply of hall B swapped, watching';

const selected = (page: Page): Locator => incidents(page).getByRole('row', { selected: true });

test.describe('an incident, by keyboard alone', () => {
  test('is found, acknowledged and noted, and both outlive the page', async ({ page, demo }) => {
    await openPage(page, demo.url);
    await expect(page.getByRole('link', { name: /^Incidents.*open/ })).toBeAttached({ timeout: 60_000 });
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await expect(page.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible();

    await pressUntilFocused(page, 'Tab', incidents(page));
    await page.keyboard.press('Home');
    await expect(selected(page)).toHaveCount(1);
    const panel = page.getByRole('complementary', { name: 'Inspector' });
    const title = await panel.getByRole('heading', { level: 2 }).textContent();
    await expect(panel).toContainText('open for');

    await page.keyboard.press('a');
    await expect(panel.getByRole('button', { name: 'Take acknowledgement back' })).toBeVisible();
    await expect(selected(page)).toContainText('Operator');

    await pressUntilFocused(page, 'Tab', panel.getByRole('textbox', { name: 'Write a note' }));
    await page.keyboard.type(NOTE);
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('listitem').filter({ hasText: NOTE })).toContainText('Operator');
    await expect(panel.getByRole('textbox', { name: 'Write a note' })).toHaveValue('');

    await page.reload();
    await pressUntilFocused(page, 'Tab', incidents(page));
    await page.keyboard.press('Home');
    await expect(panel.getByRole('heading', { level: 2 })).toHaveText(title ?? '');
    await expect(panel.getByRole('listitem').filter({ hasText: NOTE })).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Take acknowledgement back' })).toBeVisible();
    await expect(panel.getByRole('button', { name: /^Acknowledge/ })).toHaveCount(0);
  });
});
