/** Pictures of every view for whoever changes one to look at: test-results/screens/THEME-WIDTH-STATE-VIEW.png. */
import type { Page } from '@playwright/test';
import { mapNode } from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';
import { makeHome, startTrunkline } from '../support/trunkline-process.ts';
import { views } from '../support/views.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
] as const;

async function photograph(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `test-results/screens/${name}.png`, fullPage: true });
}

for (const colorScheme of ['dark', 'light'] as const) {
  for (const viewport of SIZES) {
    const prefix = `${colorScheme}-${viewport.width}`;
    test.describe(prefix, () => {
      test.use({ colorScheme, viewport, reducedMotion: 'reduce' });

      test('an empty file', async ({ page, serve }) => {
        await page.goto((await serve('empty')).url);
        await expect(page.getByRole('heading', { name: 'See your network' })).toBeVisible();
        await photograph(page, `${prefix}-empty-first-run`);
      });

      test('the outage, in every view', async ({ page, demo }) => {
        test.setTimeout(120_000);
        await page.goto(demo.url);
        await expect(mapNode(page, 'rv-dist-1')).toContainText('Down', { timeout: 75_000 });
        for (const { name, open, ready } of views) {
          await open(page);
          await ready(page).waitFor();
          await photograph(page, `${prefix}-outage-${name}`);
          await page.keyboard.press('Escape');
        }
      });
    });
  }
}

test('the engine is gone', async ({ page, watch }) => {
  watch.expectTrouble(/WebSocket connection to .* failed/);
  await using home = await makeHome();
  await using demo = await startTrunkline(['demo'], home);
  await page.goto(demo.url);
  await expect(mapNode(page, 'rv-core-2')).toContainText('Up');
  await photograph(page, 'light-1440-calm-map');
  await demo.kill();
  await expect(page.getByText('The engine stopped; trying again.')).toBeVisible();
  await photograph(page, 'light-1440-engine-gone-map');
  await page.close();
});
