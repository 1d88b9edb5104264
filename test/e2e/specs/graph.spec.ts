/** Traffic of a busy switch: six hours, a stretch of them, and how each number was made. */
import { grid, inspector, openPage, openView } from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';

test.describe('graphs', () => {
  test.beforeEach(async ({ page, demo }) => {
    await openPage(page, demo.url);
    await openView(page, 'Devices');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('ng-dist-1');
    await expect(page.getByRole('option', { selected: true })).toContainText('ng-dist-1');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'ng-dist-1' })).toBeVisible();
  });

  test('show six hours of traffic, zoom by dragging, and go back', async ({ page }) => {
    const traffic = page.getByRole('region', { name: /^Traffic of / }).getByRole('figure');
    const plot = traffic.getByRole('application');
    await expect(plot).toHaveAccessibleName(/out.*bit\/s/, { timeout: 30_000 });
    const box = await plot.boundingBox();
    if (box === null) throw new Error('the graph is not on the page');
    await traffic.getByRole('button', { name: 'Show as table' }).click();
    const rows = traffic.getByRole('row');
    // A fresh demo gets its past some seconds after its devices.
    await expect.poll(() => rows.count(), { timeout: 45_000 }).toBeGreaterThan(60);
    await traffic.getByRole('button', { name: 'Show as graph' }).click();

    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.5, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.75, y, { steps: 6 });
    await page.mouse.up();
    const reset = traffic.getByRole('button', { name: 'Reset zoom' });
    await expect(reset).toBeVisible();
    await reset.click();
    await expect(reset).toBeHidden();
  });

  test('can be read and zoomed by keys', async ({ page }) => {
    const plot = page.getByRole('region', { name: /^Traffic of / }).getByRole('application');
    await plot.focus();
    await page.keyboard.press('+');
    await expect(page.getByRole('button', { name: 'Reset zoom' }).first()).toBeVisible();
    await page.keyboard.press('0');
    await expect(page.getByRole('button', { name: 'Reset zoom' })).toHaveCount(0);
  });

  test('tell on request which counters a rate was made of', async ({ page }) => {
    const busiest = grid(page, 'Interfaces').getByRole('row').nth(1);
    await busiest.click();
    await page.getByRole('button', { name: 'Why these numbers?' }).click();
    const panel = inspector(page);
    await expect(panel.getByText('Why these numbers?')).toBeVisible();
    const out = panel.getByRole('region', { name: 'Out', exact: true });
    await expect(out.getByRole('columnheader', { name: /ifHCOutOctets/ })).toBeVisible();
    for (const reading of ['A', 'B']) {
      await expect(out.getByRole('row', { name: new RegExp(`^${reading} .*\\d{4,}$`) })).toBeVisible();
    }
    await expect(out.getByRole('heading')).toContainText('bit/s');
  });
});
