/** Pictures of every view for whoever changes one to look at: test-results/screens/THEME-WIDTH-STATE-VIEW.png. */
import type { Page } from '@playwright/test';
import { mapNode, openPage, openView } from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';
import { makeHome, startTrunkline } from '../support/trunkline-process.ts';
import { goTo, views } from '../support/views.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
] as const;

const THEMES = ['dark', 'light'] as const;

/** Both themes in both sizes: a view is opened once for all four. */
async function photograph(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  for (const viewport of SIZES) {
    await page.setViewportSize(viewport);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      const path = `test-results/screens/${colorScheme}-${viewport.width}-${name}.png`;
      await page.screenshot({ path, fullPage: true });
    }
  }
}

test.describe('pictures', () => {
  test('of an empty file', async ({ page, serve }) => {
    await page.goto((await serve('empty')).url);
    await expect(page.getByRole('heading', { name: 'See your network' })).toBeVisible();
    await photograph(page, 'empty-first-run');
  });

  test('of the outage, in every view', async ({ page, demo }) => {
    // Four pictures of each view, on a machine that may be slow.
    test.setTimeout(90_000 + views.length * 15_000);
    await openPage(page, demo.url);
    await expect(mapNode(page, 'rv-dist-1')).toContainText('Down', { timeout: 75_000 });
    for (const { name, open, ready } of views) {
      await open(page);
      await ready(page).waitFor();
      await photograph(page, `outage-${name}`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });

  test('of a calm network, and of an engine that is gone', async ({ page, watch }) => {
    watch.expectTrouble(/WebSocket connection to .* failed/);
    await using home = await makeHome();
    await using demo = await startTrunkline(['demo'], home);
    await openPage(page, demo.url);
    await expect(mapNode(page, 'rv-core-2')).toContainText('Up');
    await photograph(page, 'calm-map');
    await openView(page, 'Overview');
    await expect(page.getByRole('list', { name: 'Busiest links' })).toBeVisible();
    await photograph(page, 'calm-overview');
    await openView(page, 'Map');
    await demo.kill();
    await expect(page.getByText('The engine stopped; trying again.')).toBeVisible();
    await photograph(page, 'engine-gone-map');
    // What was never read is not said to be absent.
    await goTo(page, '#/configs');
    await expect(page.getByRole('heading', { name: 'Not connected' })).toBeVisible();
    await photograph(page, 'engine-gone-configs');
    await page.close();
  });
});
