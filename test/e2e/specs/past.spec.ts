/** A moment of the past: the whole window goes there and back, by the pointer and by keys. */
import type { Locator, Page } from '@playwright/test';
import { grid, inspector, mapNode, openPage, rowOf, timeBarEntries } from '../support/on-page.ts';
import { goTo } from '../support/views.ts';
import { expect, test } from '../support/test.ts';

const banner = (page: Page): Locator => page.getByRole('status').filter({ hasText: 'Viewing' });
const slider = (page: Page): Locator => page.getByRole('slider', { name: 'Moment shown' });

const momentShown = async (page: Page): Promise<number> => Number(await slider(page).getAttribute('aria-valuenow'));

/** Presses on the axis where a moment lies, and lets go. */
async function dragTo(page: Page, atMs: number): Promise<void> {
  const box = await slider(page).boundingBox();
  const fromMs = Number(await slider(page).getAttribute('aria-valuemin'));
  const toMs = Number(await slider(page).getAttribute('aria-valuemax'));
  if (box === null) throw new Error('no axis');
  const x = box.x + (box.width * (atMs - fromMs)) / (toMs - fromMs);
  await page.mouse.move(box.x + box.width - 60, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(x + 30, box.y + 12, { steps: 4 });
  await page.mouse.move(x, box.y + 12, { steps: 4 });
  await page.mouse.up();
}

test.describe('a moment of the past', () => {
  test('before the outage the map shows the device up, and N leads back to the outage', async ({ page, demo }) => {
    test.setTimeout(240_000);
    await openPage(page, demo.url);
    await page.getByRole('button', { name: '15 min', exact: true }).click();
    await expect(mapNode(page, 'rv-dist-1')).toContainText('Down', { timeout: 120_000 });
    await expect(timeBarEntries(page).filter({ hasText: 'rv-dist-1' }).first()).toBeAttached();
    const openNow = await page.getByRole('link', { name: /^Incidents.*open/ }).textContent();

    // How long ago the outage began depends on how fast this machine is: step back until the device is up.
    await slider(page).focus();
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press('ArrowLeft');
      await expect(banner(page)).toContainText('as they were');
      if (((await mapNode(page, 'rv-dist-1').textContent()) ?? '').includes('Up')) break;
    }
    await expect(mapNode(page, 'rv-dist-1')).toContainText('Up');
    await expect(page.locator('html')).toHaveAttribute('data-past', '');
    const before = await momentShown(page);
    // What is open now is told all the time.
    expect(await page.getByRole('link', { name: /^Incidents.*open/ }).textContent()).toBe(openNow);

    // The same moment in the list of devices, and in that of incidents.
    await goTo(page, '#/devices');
    await page.getByRole('combobox', { name: 'Filter devices' }).fill('rv-dist-1');
    await expect(rowOf(grid(page, 'Devices'), 'rv-dist-1')).toContainText('Up');
    await goTo(page, '#/incidents');
    await expect(page.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible();
    await expect(
      page.getByRole('row').filter({ hasText: 'rv-dist-1 is down' }).filter({ hasText: 'Down' }),
    ).toHaveCount(0);

    // The full stop steps on, Shift further; the device falls.
    await goTo(page, '#/map');
    await page.keyboard.press('Period');
    await expect.poll(() => momentShown(page)).toBeGreaterThan(before);
    await page.keyboard.press('n');
    await expect(banner(page)).toHaveCount(0);
    await expect(mapNode(page, 'rv-dist-1')).not.toContainText('Up');
  });

  test('dragging along the axis goes to a moment', async ({ page, demo }) => {
    await openPage(page, demo.url);
    await page.getByRole('button', { name: '6 h', exact: true }).click();
    await dragTo(page, Date.now() - 2 * 3_600_000);
    await expect(banner(page)).toContainText('2 h');
    const shown = await momentShown(page);
    expect(Math.abs(Date.now() - shown - 2 * 3_600_000)).toBeLessThan(10 * 60_000);
    await page.keyboard.press('n');
    await expect(banner(page)).toHaveCount(0);
  });

  test('a moment that nobody watched says so, and tells no state', async ({ page, demo }) => {
    test.setTimeout(150_000);
    await openPage(page, demo.url);
    await page.getByRole('button', { name: '6 h', exact: true }).click();
    await goTo(page, '#/incidents');
    // The demo's past comes in two parts, the last hours first: what is older is there when they are.
    await expect(page.getByRole('row').filter({ hasText: 'rv-core-2 planned restart' })).toBeAttached({
      timeout: 90_000,
    });
    await page.getByRole('row').filter({ hasText: 'This console was asleep' }).click();
    await inspector(page).getByRole('button', { name: 'Replay' }).click();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('heading', { level: 1 }).click();
    // A minute before it fell asleep, and five on: inside its sleep of a quarter of an hour.
    await page.keyboard.press('Period');
    await expect(banner(page)).toContainText('No data: this console was not running from');
    await goTo(page, '#/map');
    await expect(mapNode(page, 'rv-core-1')).toContainText('Unknown');
    await page.keyboard.press('n');
    await expect(mapNode(page, 'rv-core-1')).toContainText('Up');
  });

  test('an incident is replayed from a minute before its beginning, and can be paused', async ({ page, demo }) => {
    await openPage(page, demo.url);
    await goTo(page, '#/incidents');
    await page.getByRole('row').filter({ hasText: 'Depot uplink down' }).click();
    await inspector(page).getByRole('button', { name: 'Replay' }).click();
    await expect(banner(page)).toContainText('Playing at 10×');
    const first = await momentShown(page);
    await expect.poll(() => momentShown(page)).toBeGreaterThan(first);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(banner(page)).not.toContainText('Playing');
    const paused = await momentShown(page);
    await page.keyboard.press('Comma');
    await expect.poll(() => momentShown(page)).toBeLessThan(paused);
  });
});
