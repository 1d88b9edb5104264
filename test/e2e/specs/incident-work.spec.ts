/** Work on many incidents at once, without a mouse: find them, acknowledge them, say what it was, take it back. */
import type { Locator, Page } from '@playwright/test';
import { incidents, inspector, openPage } from '../support/on-page.ts';
import { pressUntilFocused } from '../support/keys.ts';
import { expect, test } from '../support/test.ts';

const row = (page: Page, title: string): Locator => incidents(page).getByRole('row').filter({ hasText: title });
const said = (page: Page): Locator => page.getByRole('status').filter({ hasText: /^\d+ incidents? / });

async function openList(page: Page, url: string): Promise<void> {
  await openPage(page, url);
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(page.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible();
  // The demo's past comes a moment after its devices, one incident after the other.
  for (const title of ['Depot uplink down', 'rv-core-2 planned restart']) {
    await expect(row(page, title)).toBeAttached({ timeout: 60_000 });
  }
}

async function filter(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Filter incidents' })).toBeFocused();
  // The first Escape may close the list of suggestions.
  while (await page.getByLabel('Clear the filter').isVisible()) await page.keyboard.press('Escape');
  await page.keyboard.type(text);
}

test.describe('many incidents, by keyboard alone', () => {
  test('are filtered, acknowledged, given a cause and a note, and taken back', async ({ page, demo }) => {
    await openList(page, demo.url);
    await filter(page, 'state:clo');
    await expect(page.getByRole('option', { name: /^State: closed/ })).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.type('acknowledged:no');
    await expect(row(page, 'Depot uplink down')).toHaveCount(0);
    await expect(row(page, 'rv-core-2 planned restart')).toBeAttached();
    await filter(page, 'planned restart');
    await expect(incidents(page).getByRole('row', { name: /Choose incident|rv-core-2/ })).toHaveCount(1);

    // Two of them, by Shift and arrows.
    await filter(page, 'state:closed since:24h');
    await expect(row(page, 'Depot uplink down')).toBeAttached();
    await pressUntilFocused(page, 'Tab', incidents(page));
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    const bar = page.getByRole('toolbar', { name: 'Chosen incidents' });
    await expect(bar).toContainText('2 chosen');
    const chosen = incidents(page)
      .getByRole('row')
      .filter({ has: page.getByRole('checkbox', { checked: true }) });
    await expect(chosen).toHaveCount(2);

    // The cause: a word by arrows, then what exactly.
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: 'Cause of 2 incidents' });
    await expect(dialog.getByRole('radio', { name: 'Power' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('radio', { name: 'Cable or optic' })).toBeChecked();
    await page.keyboard.press('Tab');
    await page.keyboard.type('patch cord in hall B');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(said(page)).toHaveText('2 incidents with the cause cable or optic');
    for (const index of [0, 1]) await expect(chosen.nth(index)).toContainText('Cable or optic');
    await expect(inspector(page)).toContainText('Cable or optic (patch cord in hall B)');
    await expect(inspector(page)).toContainText('Operator');

    // Taken back, for both.
    await page.keyboard.press('Control+z');
    for (const index of [0, 1]) await expect(chosen.nth(index)).not.toContainText('Cable or optic');
    await expect(inspector(page)).toContainText('Nobody has said yet what it was.');

    // A note for both.
    await pressUntilFocused(page, 'Tab', incidents(page));
    await page.keyboard.press('w');
    await page.keyboard.type('Seen together in the morning');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(said(page)).toHaveText('2 incidents noted');
    await expect(inspector(page).getByRole('listitem').filter({ hasText: 'Seen together' })).toBeVisible();

    await pressUntilFocused(page, 'Tab', incidents(page));
    await page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
  });

  test('are acknowledged in bulk, and the way back leaves others their owners', async ({ page, demo }) => {
    await openList(page, demo.url);
    await filter(page, 'state:closed since:24h');
    await pressUntilFocused(page, 'Tab', incidents(page));
    await page.keyboard.press('Home');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('a');
    await expect(said(page)).toContainText('acknowledged');
    await expect(row(page, 'rv-core-2 planned restart')).toContainText('Operator');
    await expect(row(page, 'Depot uplink down')).toContainText('A. Berg');
    await page.keyboard.press('Control+z');
    await expect(row(page, 'rv-core-2 planned restart')).not.toContainText('Operator');
    await expect(row(page, 'Depot uplink down')).toContainText('A. Berg');
  });

  test('go out as CSV, and all of history is read page by page', async ({ page, demo }) => {
    await openList(page, demo.url);
    await page.getByRole('combobox', { name: 'Stretch of time' }).click();
    await page.getByRole('option', { name: 'All of history' }).click();
    await expect(page.getByText(/^All \d+ incidents of this file\.$/)).toBeVisible();
    await page.getByRole('combobox', { name: 'Groups' }).click();
    await page.getByRole('option', { name: 'By site' }).click();
    await expect(
      incidents(page)
        .getByRole('row')
        .filter({ hasText: /^Depot/ })
        .first(),
    ).toBeVisible();
    await filter(page, 'Depot uplink');
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /^CSV, 1 incident/ }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^trunkline-incidents-.*\.csv$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    const [head, line] = Buffer.concat(chunks).toString().split('\r\n');
    expect(head).toMatch(/^number,severity,kind,title,site/);
    expect(line).toContain('major,link-down,Depot uplink down,Depot,10');
  });

  test('stand in the time bar as its filter asks, which is not kept', async ({ page, demo }) => {
    await openList(page, demo.url);
    const button = page.getByRole('button', { name: 'Filter the time bar' });
    await pressUntilFocused(page, 'Tab', button);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Filter the time bar' })).toBeFocused();
    await page.keyboard.type('kind:restarted');
    await page.keyboard.press('Enter');
    const told = page.getByRole('status').filter({ hasText: /^\d+ of \d+$/ });
    await expect(told).toHaveText(/^[01] of /);
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
    await page.reload();
    await expect(button).toBeVisible();
    await expect(told).toHaveCount(0);
  });
});
