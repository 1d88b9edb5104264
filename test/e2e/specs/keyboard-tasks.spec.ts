/**
 * Whole tasks by keyboard alone. Two more have specs of their own: an incident's life (incident-life, incident-work) and two
 * revisions of a configuration (configs).
 */
import { startSnmpd } from '../../helpers/snmpd.ts';
import { missingRoot, missingTools } from '../../helpers/tools.ts';
import { pressUntilFocused } from '../support/keys.ts';
import { grid, mapNode, openPage } from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';

const notRun = missingTools('snmpd') || missingRoot();

test.describe('by keyboard alone', () => {
  test(`from nothing to a map${notRun}`, async ({ page, serve }) => {
    test.skip(notRun !== '', notRun);
    await using agent = await startSnmpd({ users: [], address: '127.0.0.78', port: 161, sysName: 'keyed' });
    await page.goto((await serve('keys')).url);
    await expect(page.getByRole('textbox', { name: 'Start address' })).toBeFocused();
    await page.keyboard.type(agent.address);
    await pressUntilFocused(page, 'Tab', page.getByLabel('Community'));
    await page.keyboard.type('public');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Discovery finished' })).toBeVisible({ timeout: 30_000 });
    await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Open the map' }));
    await page.keyboard.press('Enter');
    await expect(mapNode(page, 'keyed')).toContainText('Up');
  });

  test("to the last week of a device's busiest interface", async ({ page, demo }) => {
    await openPage(page, demo.url);
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('ng-dist-1');
    await expect(page.getByRole('option', { selected: true })).toContainText('ng-dist-1');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'ng-dist-1' })).toBeVisible();
    // Ports stand by their use, which a fresh demo measures first.
    const first = grid(page, 'Interfaces').locator('[aria-rowindex="2"]');
    await expect(first).toContainText('ng-hv-1', { timeout: 60_000 });
    await pressUntilFocused(page, 'Tab', grid(page, 'Interfaces'));
    await page.keyboard.press('Home');
    const busiest = grid(page, 'Interfaces').getByRole('row', { selected: true });
    await expect(busiest).toContainText('ng-hv-1');
    const week = page.getByRole('button', { name: '7 d', exact: true });
    await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: '15 min', exact: true }));
    await pressUntilFocused(page, 'ArrowRight', week);
    await page.keyboard.press('Enter');
    await expect(week).toHaveAttribute('aria-pressed', 'true');
    const plot = page.getByRole('region', { name: /^Traffic of .*Te1\/0\/13/ }).getByRole('application');
    await expect(plot).toHaveAccessibleName(/bit\/s/);
  });

  test('to another interval', async ({ page, serve }) => {
    await page.goto((await serve('interval')).url);
    await expect(page.getByRole('heading', { name: 'See your network' })).toBeVisible();
    await page.evaluate(() => {
      location.hash = '#/settings/network';
    });
    await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Polling' }));
    await page.keyboard.press('Enter');
    const counters = page.getByRole('textbox', { name: 'Traffic counters' });
    await pressUntilFocused(page, 'Tab', counters);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('30');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Settings saved')).toBeVisible();
    await page.reload();
    await expect(counters).toHaveValue('30');
  });
});
