/** The simulated network, as a newcomer meets it: sites, search, and one outage told once. */
import {
  grid,
  incidents,
  inspector,
  mapNode,
  mapNodes,
  openPage,
  openView,
  timeBarEntries,
} from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';

const BEHIND_THE_ROOT = 12;
/** The outage begins some seconds after the demo's start; a silent device is down after three pings, five seconds apart. */
const OUTAGE_WITHIN_MS = 75_000;

test.describe('the demo', () => {
  test.beforeEach(async ({ page, demo }) => {
    await openPage(page, demo.url);
  });

  test('draws three sites with folded access switches', async ({ page }) => {
    for (const core of ['ng-core-1', 'ng-core-2', 'rv-core-1', 'rv-core-2']) {
      await expect(mapNode(page, core)).toHaveText(`${core}, Router, Up`);
    }
    await expect(mapNodes(page).filter({ hasText: /access.*, folded/ })).not.toHaveCount(0);
    await expect(page.getByText(/^6\d devices, \d\d folded$/)).toBeVisible();
    await openView(page, 'Devices');
    const devices = grid(page, 'Devices');
    for (const site of ['Northgate', 'Riverside', 'Depot']) {
      // The table draws only what is in sight.
      await page.getByRole('combobox', { name: 'Filter devices' }).fill(site);
      await expect(devices.getByRole('gridcell', { name: site, exact: true }).first()).toBeVisible();
    }
  });

  test('finds a device by its name and goes there', async ({ page }) => {
    // On the map the palette flies to it instead: map-fluent.spec.ts.
    await openView(page, 'Devices');
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Find anything' });
    await palette.getByRole('combobox').fill('rv-core-2');
    await expect(palette.getByRole('option', { selected: true })).toContainText('rv-core-2');
    await page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
    await expect(page.getByRole('heading', { level: 1, name: 'rv-core-2' })).toBeVisible();
  });

  test('finds an interface by the name of its port and selects it', async ({ page }) => {
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Find anything' });
    await palette.getByRole('combobox').fill('Te1/0/7');
    const option = palette.getByRole('option', { name: /^Te1\/0\/7 ng-dist-2.*Interface$/ });
    await option.click();
    await expect(page.getByRole('heading', { level: 1, name: 'ng-dist-2' })).toBeVisible();
    await expect(grid(page, 'Interfaces').getByRole('row', { selected: true })).toContainText('Te1/0/7');
  });

  test('says in the palette when nothing is called like that', async ({ page }) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('no-such-thing');
    await expect(page.getByText('Nothing is called or numbered “no-such-thing”')).toBeVisible();
  });

  test('makes one incident of an outage: one root, the rest unreachable and not down', async ({ page }) => {
    await expect(mapNode(page, 'rv-dist-1')).toContainText(/Down/, { timeout: OUTAGE_WITHIN_MS });
    const note = page.getByRole('button', {
      name: new RegExp(`^rv-dist-1 is the root; ${BEHIND_THE_ROOT} devices behind it are unreachable`),
    });
    await note.click();
    await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('rv-dist-1 is down');
    await expect(inspector(page)).toContainText(`${BEHIND_THE_ROOT} devices behind it are unreachable`);
    await expect(
      timeBarEntries(page).filter({ hasText: /^rv-dist-1 is down.*12 devices behind it, open/ }),
    ).toHaveCount(1);

    await openView(page, 'Devices');
    const rows = (state: string) =>
      grid(page, 'Devices')
        .getByRole('row')
        .filter({ has: page.getByRole('gridcell', { name: state, exact: true }) });
    await page.getByRole('combobox', { name: 'Filter devices' }).fill('unreachable');
    await expect(rows('Unreachable')).toHaveCount(BEHIND_THE_ROOT);
    await page.getByRole('combobox', { name: 'Filter devices' }).fill('rv-');
    await expect(rows('Down')).toHaveCount(1);
    await expect(rows('Down')).toContainText('rv-dist-1');

    await openView(page, 'Incidents');
    const row = incidents(page).getByRole('row').filter({ hasText: 'rv-dist-1 is down' });
    await expect(row).toHaveCount(1);
    await expect(
      incidents(page)
        .getByRole('row')
        .filter({ hasText: /rv-acc-\d+ is (down|silent)/ }),
    ).toHaveCount(0);
    await row.getByRole('button', { name: 'Unfold' }).click();
    await expect(incidents(page).getByRole('row', { level: 2 })).not.toHaveCount(0);
  });
});
