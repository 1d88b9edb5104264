/** What happened to the whole network, without a mouse: filter, follow, go back in time, lead on to what it is about, a file. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { until } from '../../helpers/until.ts';
import { engineClient } from '../support/engine-client.ts';
import { pressUntilFocused } from '../support/keys.ts';
import { grid, inspector, openPage } from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';

const log = (page: Page): Locator => grid(page, 'Log');
const rows = (page: Page): Locator =>
  log(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
const moments = async (page: Page): Promise<string[]> =>
  log(page)
    .locator('time')
    .evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''));

async function openLogs(page: Page, address: string): Promise<void> {
  await openPage(page, address);
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page.getByRole('heading', { level: 1, name: 'Logs' })).toBeVisible();
  await expect(rows(page)).not.toHaveCount(0);
}

test.describe('the log of all devices, by keyboard alone', () => {
  test.setTimeout(180_000);
  test.beforeEach(async ({ page, demo }) => openLogs(page, demo.url));

  test('shows the outage as it happens, newest first, and leads to its incident and its device', async ({ page }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('rv-dist-1 ');
    const began = rows(page).filter({ hasText: 'Incident began' }).filter({ hasText: 'rv-dist-1 is down' });
    await expect(began.first()).toBeVisible({ timeout: 90_000 });
    await expect(rows(page).filter({ hasText: 'Device down' }).first()).toContainText(/Down, was (up|suspect)/);
    const shown = await moments(page);
    expect(shown).toEqual(shown.toSorted().reverse());
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('kind:incident.opened device:rv-dist-1 ');
    await expect(page.getByRole('button', { name: 'Take away What: Incident began' })).toBeVisible();
    await expect(rows(page).filter({ hasNotText: 'Incident began' })).toHaveCount(0);
    await pressUntilFocused(page, 'Tab', log(page));
    await page.keyboard.press('Home');
    await expect(inspector(page).getByRole('heading', { level: 2 })).toContainText('rv-dist-1');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('button', { name: 'Take away Device: rv-dist-1' })).toBeVisible();
  });

  test('keeps its place while new entries come, counts them, and takes them in at the top', async ({ page, demo }) => {
    await expect(page.getByText(/^(All )?\d+ entries/)).toBeVisible();
    await log(page).focus();
    for (const key of ['End', 'End']) await page.keyboard.press(key);
    const before = await log(page).evaluate((element) => element.scrollTop);
    expect(before).toBeGreaterThan(100);
    await using client = await newsOf(demo.url);
    await client.makeNews('kept apart');
    const news = page.getByRole('button', { name: /^\d+ new$/ });
    await expect(news).toBeVisible();
    expect(await log(page).evaluate((element) => element.scrollTop)).toBe(before);
    await expect(rows(page).filter({ hasText: 'kept apart' })).toHaveCount(0);
    await news.focus();
    await page.keyboard.press('Enter');
    await expect(log(page)).toBeFocused();
    await expect(rows(page).filter({ hasText: 'kept apart' }).first()).toBeVisible();
    await expect(news).toHaveCount(0);
    await client.makeNews('straight in');
    await expect(rows(page).filter({ hasText: 'straight in' }).first()).toBeVisible();
  });

  test('in the past shows what had happened by then', async ({ page }) => {
    await log(page).focus();
    await page.keyboard.press('End');
    const oldest = await rows(page)
      .and(page.locator('[aria-selected="true"]'))
      .locator('time')
      .getAttribute('datetime');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Go to this moment' }).press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Viewing' })).toBeVisible();
    await expect.poll(async () => (await moments(page))[0]).toBe(oldest);
    await page.keyboard.press('n');
    await expect.poll(async () => (await moments(page))[0] ?? '').not.toBe(oldest);
  });

  test('says which terms there are where nothing matches, and writes all that matches into a file', async ({
    page,
  }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('nothing-is-called-so');
    await expect(page.getByRole('heading', { name: 'No entry matches' })).toBeVisible();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('kind:device.found ');
    await expect(rows(page).filter({ hasText: 'Device found' })).not.toHaveCount(0);
    await page.getByRole('button', { name: 'Export' }).focus();
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^trunkline-log-.*\.csv$/);
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toBe('at_utc,kind,what,device,site,text');
    expect(lines[1]).toMatch(/^20\d\d-.*Z,device\.found,Device found,/);
  });
});

/** Something that the log tells of: a note to an incident. */
async function newsOf(url: string) {
  const client = engineClient(url);
  const incident = await until(
    async () => (await client.call('incident.list', { fromMs: 0, toMs: Date.now() + 60_000, limit: 1 }))[0],
    { what: 'an incident of the demo', timeoutMs: 60_000 },
  );
  return {
    makeNews: (text: string) => client.call('incident.note', { incidentIds: [incident.id], author: 'Spec', text }),
    [Symbol.asyncDispose]: () => {
      client[Symbol.dispose]();
      return Promise.resolve();
    },
  };
}
