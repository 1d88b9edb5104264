/** The list of devices, without a mouse: filter, group, act on many and take it back, a file of what is shown. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { grid, openPage } from '../support/on-page.ts';
import { pressUntilFocused } from '../support/keys.ts';
import { expect, test } from '../support/test.ts';

const filterBox = (page: Page): Locator => page.getByRole('combobox', { name: 'Filter devices' });

const rows = (table: Locator): Locator => table.getByRole('row').filter({ has: table.page().getByRole('gridcell') });

const cells = (table: Locator, name: string): Locator => table.getByRole('gridcell', { name, exact: true });

/** Wholly between the head of the table and its end; what is cut at the side does not count. */
async function isInSight(table: Locator, row: Locator): Promise<boolean> {
  const head = await table.getByRole('columnheader').first().boundingBox();
  const [around, own] = [await table.boundingBox(), await row.boundingBox()];
  if (head === null || around === null || own === null) return false;
  return own.y >= head.y + head.height && own.y + own.height <= around.y + around.height;
}

async function openDevices(page: Page, address: string): Promise<void> {
  await openPage(page, address);
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { level: 1, name: 'Devices' })).toBeVisible();
  await expect(rows(grid(page, 'Devices'))).not.toHaveCount(0);
}

test.describe('the list of devices, by keyboard alone', () => {
  test.beforeEach(async ({ page, demo }) => {
    await openDevices(page, demo.url);
  });

  test('is filtered by terms with suggestions, and the address leads back to the same rows', async ({ page }) => {
    await page.keyboard.press('/');
    await expect(filterBox(page)).toBeFocused();
    await page.keyboard.type('site:dep');
    await expect(page.getByRole('option', { name: /^Site: Depot/ })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Take away Site: Depot' })).toBeVisible();
    await page.keyboard.type('kind:router');
    await page.keyboard.press('Enter');
    await expect(rows(grid(page, 'Devices'))).toHaveCount(1);
    await expect(rows(grid(page, 'Devices'))).toContainText('dp-rt-1');
    await expect(page).toHaveURL(/filter=site:Depot\+kind:router/);
    await page.reload();
    await expect(rows(grid(page, 'Devices'))).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Take away Kind: Router' })).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await expect(page.getByText(/^6\d devices$/)).toBeVisible();
  });

  test('finds a device by the MAC of one of its interfaces', async ({ page }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('name:ng-core-1 ');
    await expect(rows(grid(page, 'Devices'))).toHaveCount(1);
    await pressUntilFocused(page, 'Tab', grid(page, 'Devices'));
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: /^Interfaces/ }).focus();
    await page.keyboard.press('Enter');
    const mac = await grid(page, 'Interfaces')
      .getByRole('gridcell', { name: /^([0-9a-f]{2}:){5}/ })
      .first()
      .textContent();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await expect(page.getByRole('heading', { level: 1, name: 'Devices' })).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.type((mac ?? '').toUpperCase());
    await expect(cells(grid(page, 'Devices'), 'ng-core-1')).toHaveCount(1);
    await expect(rows(grid(page, 'Devices'))).toHaveCount(1);
  });

  test('says which term leaves nothing, and leaves it out', async ({ page }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('site:Depot zzz-nothing');
    await page.keyboard.press('Enter');
    const nothing = page.getByRole('status').filter({ hasText: 'No device matches' });
    await expect(nothing.getByRole('listitem').filter({ hasText: 'zzz-nothing' })).toContainText('fits this at all');
    const leave = nothing.getByRole('listitem').filter({ hasText: 'zzz-nothing' }).getByRole('button');
    await pressUntilFocused(page, 'Tab', leave);
    await page.keyboard.press('Enter');
    await expect(nothing).toBeHidden();
    await expect(cells(grid(page, 'Devices'), 'dp-rt-1')).toBeVisible();
  });

  test('is grouped, and groups fold with the arrows', async ({ page }) => {
    await pressUntilFocused(page, 'Tab', page.getByRole('combobox', { name: 'Group devices' }));
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'By site' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', { name: 'By site' })).toBeFocused();
    await page.keyboard.press('Enter');
    const tree = page.getByRole('treegrid', { name: 'Devices' });
    const group = (name: string): Locator => tree.getByRole('row', { expanded: true }).filter({ hasText: name });
    await pressUntilFocused(page, 'Tab', tree);
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect(tree.getByRole('row', { expanded: false }).filter({ hasText: /Depot\s*\d+ devices/ })).toHaveCount(1);
    await expect(tree.getByRole('row', { level: 2 })).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    await expect(tree.getByRole('row', { level: 2 })).not.toHaveCount(0);
    await page.keyboard.press('Shift+ArrowRight');
    await expect(group('Northgate').or(group('Riverside')).or(group('Depot')).first()).toBeVisible();
  });

  test('keeps the row that the arrows lead to in sight', async ({ page }) => {
    const table = grid(page, 'Devices');
    // By name: by state, rows move by themselves.
    await pressUntilFocused(page, 'Tab', table.getByRole('button', { name: 'Name' }));
    await page.keyboard.press('Enter');
    await pressUntilFocused(page, 'Shift+Tab', table);
    await page.keyboard.press('Home');
    for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowDown');
    const active = table.getByRole('row', { selected: true });
    await expect(active).toHaveAttribute('aria-rowindex', '42');
    await expect.poll(() => isInSight(table, active)).toBe(true);
    for (let step = 0; step < 30; step += 1) await page.keyboard.press('ArrowUp');
    await expect(active).toHaveAttribute('aria-rowindex', '12');
    await expect.poll(() => isInSight(table, active)).toBe(true);
    const isInOrder = async (): Promise<boolean> => {
      const order = await rows(table).evaluateAll((all) => all.map((row) => Number(row.getAttribute('aria-rowindex'))));
      return order.every((index, at) => at === 0 || index === (order[at - 1] ?? 0) + 1);
    };
    await expect.poll(isInOrder).toBe(true);
  });

  test('puts three devices into maintenance until a time, and takes it back', async ({ page }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('name:dp-acc');
    await page.keyboard.press('Enter');
    const table = grid(page, 'Devices');
    await expect(cells(table, 'Up').first()).toBeVisible();
    const before = await cells(table, 'Maintenance').count();
    expect(before).toBe(0);
    await pressUntilFocused(page, 'Tab', table);
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    const bar = page.getByRole('toolbar', { name: 'Selected devices' });
    await expect(bar).toContainText('3 devices selected');
    await pressUntilFocused(page, 'Tab', bar.getByRole('button', { name: 'Maintenance' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Maintenance of 3 devices' });
    await pressUntilFocused(page, 'Tab', dialog.getByRole('combobox', { name: 'Ends' }));
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'In one hour' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await pressUntilFocused(page, 'Tab', dialog.getByRole('button', { name: 'Begin maintenance' }));
    await page.keyboard.press('Enter');
    const status = page.getByRole('status').filter({ hasText: '3 devices in maintenance' });
    await expect(status).toBeVisible();
    await expect(cells(table, 'Maintenance')).toHaveCount(3);
    await expect(table.getByRole('gridcell', { name: /^until / })).toHaveCount(3);
    await pressUntilFocused(page, 'Tab', status.getByRole('button', { name: 'Undo' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: '3 devices put back as before' })).toBeVisible();
    await expect(cells(table, 'Maintenance')).toHaveCount(0);
  });

  test('writes what is shown, in its columns and order, as CSV', async ({ page }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('site:Depot kind:switch');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^\d+ of 6\d devices$/)).toBeVisible();
    await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Columns' }));
    await page.keyboard.press('Enter');
    await pressUntilFocused(page, 'Tab', page.getByRole('checkbox', { name: 'Serial' }));
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Export what is shown as CSV' }));
    const downloading = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^trunkline-devices-\d{4}-\d\d-\d\d-\d{4}\.csv$/);
    const text = await readFile(await download.path(), 'utf8');
    const [head, ...lines] = text.trimEnd().split('\r\n');
    expect(head).toBe(
      'State,Name,Address,Kind,Vendor and model,Site,Answer time (ms),Loss (%),Processor (%),Memory (%),Problem,Serial',
    );
    const shown = Number((await page.getByText(/^\d+ of 6\d devices$/).textContent())?.split(' ')[0]);
    expect(lines).toHaveLength(shown);
    for (const line of lines) expect(line).toMatch(/^[A-Z][a-z]+,dp-/);
  });
});
