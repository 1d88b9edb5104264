/**
 * Every view, dark and light: nothing that axe objects to (WCAG 2.2 A and AA), nothing that overflows at twice the size. That no
 * view writes an error or asks another machine is watched in every spec (support/page-watch.ts).
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { views, type View } from '../support/views.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function offences(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')}. ${failureSummary ?? ''}`),
  );
}

/** Closes what lies over the page, so that the next view can be opened. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function check(page: Page, { name, open, ready }: View): Promise<void> {
  await test.step(name, async () => {
    await open(page);
    await ready(page).waitFor();
    expect.soft(await offences(page), `axe in ${name}`).toEqual([]);
    await leave(page);
  });
}

const firstRun: View = {
  name: 'first-run',
  open: () => Promise.resolve(),
  ready: (page) => page.getByRole('heading', { name: 'See your network' }),
};

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: 'reduce' });

    test('the first run is sound', async ({ page, serve }) => {
      await page.goto((await serve('empty')).url);
      await check(page, firstRun);
      await page.getByRole('button', { name: 'Start discovery' }).click();
      await expect(page.getByRole('textbox', { name: 'Start address' })).toHaveAttribute('aria-invalid', 'true');
      expect.soft(await offences(page), 'axe in a form with errors').toEqual([]);
    });

    test('every view is sound', async ({ page, demo }) => {
      test.setTimeout(120_000);
      await page.goto(demo.url);
      for (const view of views) await check(page, view);
    });
  });
}

test.describe('at 200 %', () => {
  // A window of 1440 x 900 whose text is twice as large has room for half as many pixels.
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2, reducedMotion: 'reduce' });

  test('no view scrolls sideways', async ({ page, demo }) => {
    test.setTimeout(120_000);
    await page.goto(demo.url);
    for (const { name, open, ready } of views) {
      await open(page);
      await ready(page).waitFor();
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(beyond, `pixels beyond the window in ${name}`).toBeLessThanOrEqual(0);
      await leave(page);
    }
  });
});
