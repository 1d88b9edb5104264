/** The shift: what is wrong at its beginning, each number with its rows, and what is handed over at its end. */
import type { Locator, Page } from '@playwright/test';
import { grid, incidents, inspector, openPage, openView } from '../support/on-page.ts';
import { pressUntilFocused } from '../support/keys.ts';
import { expect, test } from '../support/test.ts';

const ROOT = 'rv-dist-1 is down';
const BEHIND_THE_ROOT = 12;
/** The outage begins some seconds after the demo's start, and is told when its hold time is over. */
const OUTAGE_WITHIN_MS = 75_000;

const openOnes = (page: Page): Locator => page.getByRole('list', { name: 'Open incidents' });
const theOutage = (page: Page): Locator => openOnes(page).getByRole('listitem').filter({ hasText: ROOT });
const tile = (page: Page, state: string): Locator =>
  page.getByRole('list', { name: 'Devices by state' }).getByRole('link', { name: new RegExp(`\\d ?${state}$`) });

/** Incidents of the list, whatever is unfolded. */
const listed = (page: Page): Locator =>
  incidents(page)
    .getByRole('row')
    .filter({ hasText: /Critical|Major|Minor|Info/ });

test.describe('the overview', () => {
  test.beforeEach(async ({ page, demo }) => {
    await openPage(page, demo.url);
    await openView(page, 'Overview');
    await expect(theOutage(page)).toBeVisible({ timeout: OUTAGE_WITHIN_MS });
  });

  test('tells the outage once, with what hangs behind it', async ({ page }) => {
    await expect(theOutage(page)).toHaveCount(1);
    await expect(theOutage(page)).toContainText(`Critical`);
    await expect(theOutage(page)).toContainText(`${BEHIND_THE_ROOT} devices behind it`);
    const notUp = page.getByRole('list', { name: 'Devices not up' });
    await expect(notUp.getByRole('listitem').filter({ hasText: /^Down *rv-dist-1/ })).toHaveCount(1);
    await expect(notUp).toContainText(`${BEHIND_THE_ROOT} devices because ${ROOT}`);
    await theOutage(page).getByRole('button', { name: ROOT }).click();
    await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText(ROOT);
  });

  test('leads from a count of devices to these devices', async ({ page }) => {
    await expect(tile(page, 'Unreachable')).toHaveText(new RegExp(`^${BEHIND_THE_ROOT} *Unreachable`));
    await tile(page, 'Unreachable').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Devices' })).toBeVisible();
    const states = grid(page, 'Devices').getByRole('row').getByRole('gridcell', { name: 'Unreachable', exact: true });
    await expect(states).toHaveCount(BEHIND_THE_ROOT);
    await expect(grid(page, 'Devices')).toHaveAttribute('aria-rowcount', String(BEHIND_THE_ROOT + 1));
    await page.goBack();
    await expect(theOutage(page)).toBeVisible();
  });

  test('leads from the blast radius to the map', async ({ page }) => {
    await theOutage(page)
      .getByRole('link', { name: `${BEHIND_THE_ROOT} devices behind it` })
      .click();
    await expect(page.getByRole('application', { name: 'Map of the network' })).toBeVisible();
    await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText(ROOT);
  });

  test('leads from a bar of the trend to the incidents that it counts', async ({ page }) => {
    const bar = page.getByRole('list', { name: 'Incidents opened each hour' }).getByRole('link', { name: /critical/ });
    const name = (await bar.last().getAttribute('aria-label')) ?? '';
    const count = Number(/(\d+) incidents?: /.exec(name)?.[1]);
    expect(count).toBeGreaterThan(0);
    await bar.last().click();
    await expect(listed(page).filter({ hasText: ROOT })).toHaveCount(1);
    // One more may have opened since the bar was read.
    await expect.poll(() => listed(page).count()).toBeGreaterThanOrEqual(count);
    await expect(listed(page).filter({ hasText: 'Depot uplink down' })).toHaveCount(0);
  });

  test('shows the rows of one kind of changes', async ({ page }) => {
    const kinds = page.getByRole('group', { name: 'Kinds of changes' });
    const found = kinds.getByRole('button', { name: /^Devices new [1-9]/ });
    await found.click();
    const count = Number(/\d+$/.exec((await found.textContent()) ?? '')?.[0]);
    const changes = page.getByRole('grid', { name: 'Changes' });
    await expect(changes).toHaveAttribute('aria-rowcount', String(count + 1));
    await expect(changes.getByRole('gridcell', { name: 'Link new' })).toHaveCount(0);
  });

  test('is walked by keyboard: one stop a list, arrows inside it', async ({ page }) => {
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await pressUntilFocused(page, 'Tab', tile(page, 'Down'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(tile(page, 'Degraded')).toBeFocused();
    await pressUntilFocused(page, 'Tab', openOnes(page).getByRole('button').first());
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText(ROOT);
  });
});

test.describe('handing over', () => {
  test('tells the note that was just written, on the page and in the text that is copied', async ({ page, demo }) => {
    const note = 'Electrician is on the way, *hall B*';
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openPage(page, demo.url);
    await openView(page, 'Overview');
    await theOutage(page).getByRole('button', { name: ROOT }).click({ timeout: OUTAGE_WITHIN_MS });
    await page.getByRole('textbox', { name: 'Write a note' }).fill(note);
    await page.keyboard.press('Enter');
    await expect(inspector(page).getByRole('listitem').filter({ hasText: note })).toBeVisible();
    await page.getByRole('button', { name: 'Hand over' }).click();

    const notes = page.getByRole('list', { name: `Notes on ${ROOT}` });
    await expect(notes.getByRole('listitem').filter({ hasText: note })).toContainText('Operator');
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(page.getByText('The hand-over as Markdown')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`**Critical: ${ROOT}**`);
    expect(copied).toContain(String.raw`Operator: Electrician is on the way, \*hall B\*`);
  });

  test('reaches back as far as a person says, and prints nothing but the report', async ({ page, demo }) => {
    await openPage(page, demo.url);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('hand over');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 3, name: /^Open/ })).toBeVisible();
    await page.getByRole('button', { name: 'Last 8 h' }).click();
    const longAgo = page.getByRole('article').getByRole('button', { name: 'rv-acc-08 Gi1/0/14 port flapping' });
    await expect(longAgo).toHaveCount(0);
    await page.getByRole('button', { name: 'Last 24 h' }).click();
    await expect(longAgo).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(longAgo).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  });
});

test.describe('what the states mean', () => {
  test('is one key and one link away, and says every state with its rule', async ({ page, demo }) => {
    await openPage(page, demo.url);
    await page.keyboard.press('?');
    await page.getByRole('link', { name: 'What the states, severities and marks mean' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    for (const state of ['Down', 'Degraded', 'Monitor blind', 'Unreachable', 'Suspect', 'Unknown', 'Maintenance', 'Up'])
      await expect(page.getByRole('rowheader', { name: state, exact: true })).toBeVisible();
    const down = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Down', exact: true }) });
    await expect(down).toContainText('2 echo rounds in a row (3 pings, each 5 s)');
  });
});
