/** Pages of graphs: the one that makes itself, and one's own, put together without a mouse and kept in the network file. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { pressUntilFocused } from '../support/keys.ts';
import { choice, openPage } from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';
import { goTo } from '../support/views.ts';
import { HOLES_PORT, YEAR_DEVICE } from '../support/year-file.ts';

const cards = (page: Page): Locator => page.getByRole('list', { name: /^Graphs of / }).locator('> li');
const card = (page: Page, name: string | RegExp): Locator => cards(page).filter({ hasText: name });
const addDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Add a graph' });
const there = (within: Locator): Locator => within.getByRole('columnheader', { name: 'There' });

/** By keys alone, from the button that has the focus. */
async function addGraph(page: Page, ...ports: readonly string[]): Promise<void> {
  await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: /^Add (the first )?graph$/ }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Device or interface' })).toBeFocused();
  for (const port of ports) {
    await page.getByRole('combobox', { name: 'Device or interface' }).fill(port);
    await expect(page.getByRole('option', { selected: true })).toContainText(port);
    await page.keyboard.press('Enter');
    await expect(addDialog(page).getByRole('list', { name: 'Chosen' })).toContainText(port);
  }
  await pressUntilFocused(page, 'Tab', addDialog(page).getByRole('button', { name: 'Add graph' }));
  await page.keyboard.press('Enter');
  await expect(addDialog(page)).toHaveCount(0);
}

async function newBoard(page: Page, name: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('g');
  await expect(page.getByRole('heading', { level: 1, name: 'Graphs' })).toBeVisible();
  await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Boards' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'New board' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'An empty board' })).toBeVisible();
}

async function saved(page: Page, graph: Locator, ...entries: readonly string[]): Promise<Buffer> {
  await graph.getByRole('button', { name: /^Menu of / }).click();
  const [entry = '', ...more] = entries;
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: entry }).click();
  for (const button of more) await page.getByRole('button', { name: button }).click();
  return readFile(await (await download).path());
}

/** What only a board has; the page as a whole is judged with all other views in health.spec. */
async function offences(page: Page): Promise<readonly string[]> {
  await page.mouse.move(0, 0);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).exclude('[role="separator"]').analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} at ${html}`));
}

test.describe('the board that makes itself', () => {
  test.use({ reducedMotion: 'reduce' });

  test('shows the busiest links of the network, and can be kept', async ({ page, demo }) => {
    await openPage(page, demo.url);
    await goTo(page, '#/graphs/busiest');
    await expect.poll(() => cards(page).count(), { timeout: 45_000 }).toBeGreaterThan(2);
    const plot = cards(page).first().getByRole('application');
    await expect(plot).toHaveAccessibleName(/out.*bit\/s/, { timeout: 30_000 });
    await page.getByRole('button', { name: 'Keep as a board' }).click();
    await expect(page).toHaveURL(/#\/graphs\/\d+$/);
    await expect(
      cards(page)
        .first()
        .getByRole('button', { name: /^Place and size of / }),
    ).toBeVisible();
    expect.soft(await offences(page), 'a board').toEqual([]);
    await cards(page).first().getByRole('application').focus();
    await page.keyboard.press('f');
    await expect(page.getByRole('dialog').getByRole('application')).toBeFocused();
    expect.soft(await offences(page), 'a graph over the whole window').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add graph' }).click();
    await expect(addDialog(page)).toBeVisible();
    expect.soft(await offences(page), 'the dialog for a graph').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Boards' }).click();
    await page.getByRole('menuitem', { name: 'Remove board' }).click();
    await expect(page).toHaveURL(/#\/graphs\/busiest$/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page).toHaveURL(/#\/graphs\/\d+$/);
    await expect.poll(() => cards(page).count()).toBeGreaterThan(2);
  });
});

test.describe('boards of a file with a year in it', () => {
  test.beforeEach(async ({ page, archive }, { title }) => {
    test.setTimeout(180_000);
    await openPage(page, archive.url);
    await newBoard(page, title.slice(0, 40));
    await addGraph(page, 'Gi1/0/1');
    await expect(cards(page)).toHaveCount(1);
    await addGraph(page, 'Gi1/0/1', 'Gi1/0/2');
    await expect(cards(page)).toHaveCount(2);
  });

  test('are put together by keys, and are still there after a reload', async ({ page }) => {
    await addGraph(page, YEAR_DEVICE);
    await expect(cards(page)).toHaveCount(3);
    const grip = page.getByRole('button', { name: `Place and size of ${YEAR_DEVICE}: answer time` });
    await pressUntilFocused(page, 'Tab', grip);
    await page.keyboard.press('ArrowLeft');
    await expect(cards(page).nth(1)).toContainText('answer time');
    await expect(grip).toBeFocused();
    await expect(page.getByText('place 2 of 3')).toBeAttached();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(cards(page).nth(1)).toHaveAttribute('data-columns', '2');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(cards(page).nth(2)).toContainText('answer time');
    await expect(cards(page).nth(2)).toHaveAttribute('data-columns', '1');

    await card(page, 'answer time').getByRole('button', { name: 'Menu of answer time' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(cards(page)).toHaveCount(2);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(cards(page)).toHaveCount(3);

    await page.reload();
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    await expect(cards(page)).toHaveCount(3);
    await expect(page.getByRole('combobox', { name: 'Board' })).toContainText('are put together by keys');
  });

  test('share one crosshair, one zoom and the way back', async ({ page }) => {
    await choice(page, 'Stretch of time', '7 d').click();
    const [first, second] = [cards(page).nth(0), cards(page).nth(1)];
    await expect(first.getByRole('application')).toHaveAccessibleName(/out .*bit\/s/, { timeout: 30_000 });
    await expect(there(second)).toHaveCount(0);
    await first.getByRole('application').focus();
    await page.keyboard.press('End');
    // The year ends when the file was written: what follows until now is a gap.
    for (let steps = 0; steps < 5; steps += 1) await page.keyboard.press('ArrowLeft');
    await expect(first.getByRole('status')).toContainText('out');
    await expect(there(first)).toBeVisible();
    await expect(there(second)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(there(second)).toHaveCount(0);

    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await expect(second.getByRole('button', { name: 'Zoom back' })).toBeVisible();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await expect(second.getByRole('button', { name: 'Zoom back' })).toHaveCount(0);
    await expect(choice(page, 'Stretch of time', '7 d')).toHaveAttribute('aria-pressed', 'true');
  });

  test('stack interfaces: a line can be looked at alone, by key', async ({ page }) => {
    await choice(page, 'Stretch of time', '7 d').click();
    const stack = cards(page).nth(1);
    await expect(stack.getByRole('application')).toHaveAccessibleName(/sum out .*bit\/s/, { timeout: 30_000 });
    const [one, two] = ['Gi1/0/1 out', 'Gi1/0/2 out'].map((name) =>
      stack.getByRole('button', { name: `${YEAR_DEVICE} ${name}` }),
    );
    if (one === undefined || two === undefined) throw new Error('no lines');
    await one.focus();
    await page.keyboard.press('s');
    await expect(one).toHaveAttribute('aria-pressed', 'true');
    await expect(two).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('s');
    await expect(two).toHaveAttribute('aria-pressed', 'true');
    await two.press('Space');
    await expect(two).toHaveAttribute('aria-pressed', 'false');
  });

  test('save what they show as a picture and as CSV', async ({ page }) => {
    await addGraph(page, HOLES_PORT);
    await choice(page, 'Stretch of time', '24 h').click();
    const holes = card(page, HOLES_PORT);
    await expect(holes.getByRole('application')).toHaveAccessibleName(/gaps?/, { timeout: 30_000 });
    const csv = (await saved(page, holes, 'Save as CSV')).toString('utf8');
    const [head, first] = csv.split('\r\n');
    expect(head).toBe(
      '"Time, UTC","Time, local",Out (bit/s),"Out, lowest (bit/s)","Out, highest (bit/s)",In (bit/s),"In, lowest (bit/s)","In, highest (bit/s)"',
    );
    expect(first).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00,[\d.]+,/);
    expect(csv, 'a gap is a line of empty cells').toMatch(/Z,[^,]+,,,,,,\r\n/);

    const picture = await saved(page, holes, 'Save as picture', 'Light, for paper', 'Save picture');
    expect([...picture.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(picture.readUInt32BE(16), 'width in pixels').toBe(2000);
    expect(picture.length).toBeGreaterThan(20_000);
  });

  test('show a year, beside the week before, and one graph over the whole window', async ({ page }) => {
    const first = cards(page).first();
    await choice(page, 'Stretch of time', '1 y').click();
    const plot = first.getByRole('application');
    await expect(plot).toHaveAccessibleName(/p95 out .*bit\/s/, { timeout: 30_000 });
    await first.getByRole('button', { name: 'Show as table' }).click();
    await expect.poll(() => first.getByRole('table').getByRole('row').count()).toBeGreaterThan(100);
    await first.getByRole('button', { name: 'Show as graph' }).click();

    await choice(page, 'Stretch of time', '24 h').click();
    await first.getByRole('button', { name: /^Menu of / }).click();
    await page.getByRole('menuitemradio', { name: 'The day before' }).click();
    await expect(first.getByText('a day before')).toBeVisible();
    await plot.focus();
    await page.keyboard.press('f');
    const full = page.getByRole('dialog', { name: `${YEAR_DEVICE} Gi1/0/1: traffic` });
    await expect(full.getByRole('application')).toBeFocused();
    await expect(full.getByRole('application')).toHaveAccessibleName(/out .*bit\/s/, { timeout: 30_000 });
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(full.getByRole('status')).toContainText(/out, a day before\s*\d/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(full).toHaveCount(0);
    await expect(plot).toBeFocused();
  });
});
