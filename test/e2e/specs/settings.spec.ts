/** Settings: what is saved is used, what is secret never comes back, what is wrong is said under its field. */
import { startSnmpd } from '../../helpers/snmpd.ts';
import { missingRoot, missingTools } from '../../helpers/tools.ts';
import { choice } from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';

// Port 161 is where the page asks, and on this address nobody else listens.
const AGENT = '127.0.0.77';
const SECRET = 'tl-secret-9f27c1';
const noAgent = missingRoot() || missingTools('snmpd');

test.describe('the settings', () => {
  test.beforeEach(async ({ page, serve }) => {
    const { url } = await serve('settings');
    await page.goto(url);
    await expect(page.getByRole('heading', { name: 'See your network' })).toBeVisible();
    await page.goto(`${new URL(url).origin}/#/settings/credentials`);
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  });

  test(`keep a credential that never comes back, and try it on the spot${noAgent}`, async ({ page, watch }) => {
    test.skip(noAgent !== '', noAgent);
    await using agent = await startSnmpd({ address: AGENT, port: 161, community: SECRET });
    const sections = page.getByRole('navigation', { name: 'Sections' });
    await sections.getByRole('button', { name: 'Allowed ranges' }).click();
    await page.getByRole('textbox', { name: 'Ranges' }).fill('127.0.0.0/24');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();

    await sections.getByRole('button', { name: 'Credentials' }).click();
    await page.getByRole('button', { name: 'Add a credential' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a credential' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Bench agent');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await test.step('an empty secret is refused under its field', async () => {
      await expect(dialog.getByLabel('Community')).toHaveAttribute('aria-invalid', 'true');
      await expect(dialog.getByLabel('Community')).toHaveAccessibleDescription(/community/i);
    });
    await dialog.getByLabel('Community').fill(SECRET);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();

    const item = page.getByRole('listitem').filter({ hasText: 'Bench agent' });
    await expect(item).toContainText('v2c');
    await item.getByRole('button', { name: 'Try it' }).click();
    await item.getByRole('textbox', { name: 'Try it against' }).fill(agent.address);
    await item.getByRole('button', { name: 'Try', exact: true }).click();
    await expect(item.getByRole('status')).toContainText('Works');

    await test.step('outside the allowed ranges it is not sent', async () => {
      await item.getByRole('textbox', { name: 'Try it against' }).fill('127.0.9.1');
      await item.getByRole('button', { name: 'Try', exact: true }).click();
      await expect(item.getByText(/allowed ranges/)).toBeVisible();
    });

    await test.step('editing shows nothing of it', async () => {
      await item.getByRole('button', { name: 'Change Bench agent' }).click();
      await expect(page.getByRole('dialog', { name: 'Change Bench agent' }).getByLabel('Community')).toHaveValue('');
      await page.keyboard.press('Escape');
    });
    expect(watch.sent().join('\n')).toContain(SECRET);
    expect(watch.received().length).toBeGreaterThan(5);
    expect(watch.received().join('\n')).not.toContain(SECRET);
    expect(await page.content()).not.toContain(SECRET);
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.values(localStorage), Object.values(sessionStorage)]),
    );
    expect(kept).not.toContain(SECRET);
  });

  test('take a new interval, and say under the field what is wrong with another', async ({ page }) => {
    await page.getByRole('button', { name: 'Polling' }).click();
    const counters = page.getByRole('textbox', { name: 'Traffic counters' });
    const save = page.getByRole('button', { name: 'Save' });
    await expect(counters).toHaveValue('60');
    await counters.fill('2');
    await expect(counters).toHaveAccessibleDescription(/5/);
    await expect(counters).toHaveAttribute('aria-invalid', 'true');
    await expect(save).toBeDisabled();
    await counters.fill('soon');
    await expect(counters).toHaveAccessibleDescription('Give a whole number');
    await counters.fill('30');
    await save.click();
    await expect(save).toBeDisabled();
    await page.reload();
    await expect(counters).toHaveValue('30');
  });

  test('refuse a range that is none, and name it', async ({ page }) => {
    await page.getByRole('button', { name: 'Allowed ranges' }).click();
    const ranges = page.getByRole('textbox', { name: 'Ranges' });
    await ranges.fill('10.0.0.0/8\n10.0.0.0/33');
    await expect(ranges).toHaveAccessibleDescription(/10\.0\.0\.0\/33/);
    await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  test('change theme and density at once, for the next time too', async ({ page }) => {
    await page.getByRole('button', { name: 'Appearance' }).click();
    const html = page.locator('html');
    for (const theme of ['Light', 'Dark'] as const) {
      await choice(page, 'Theme', theme).click();
      await expect(html).toHaveAttribute('data-theme', theme.toLowerCase());
    }
    await choice(page, 'Rows of tables', 'Dense').click();
    await expect(html).toHaveAttribute('data-density', 'dense');
    await page.reload();
    await expect(html).toHaveAttribute('data-theme', 'dark');
    await expect(html).toHaveAttribute('data-density', 'dense');
    await expect(choice(page, 'Theme', 'Dark')).toHaveAttribute('aria-pressed', 'true');
  });
});
