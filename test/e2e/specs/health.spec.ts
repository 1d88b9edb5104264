/**
 * Every view, dark and light: nothing that axe objects to (WCAG 2.2 A and AA, good practice), nothing that overflows at twice
 * the size. That no view writes an error or asks another machine is watched in every spec (support/page-watch.ts).
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openPage } from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';
import { views } from '../support/views.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The splitter between view and inspector lies between two landmarks and can be in neither. */
const SPLITTER = '[role="separator"]';

/** A theme changes colours and nothing else: everything is looked for in the dark one, contrast in both. */
async function offences(page: Page): Promise<readonly string[]> {
  // What the pointer happens to lie on may have a tooltip, and tooltips stand outside of all landmarks.
  await page.mouse.move(0, 0);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const dark = await new AxeBuilder({ page }).withTags(TAGS).exclude(SPLITTER).analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  const light = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
  return [
    ...dark.violations.flatMap((violation) => told('dark', violation)),
    ...light.violations.flatMap((violation) => told('light', violation)),
  ];
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const told = (theme: string, { id, help, nodes }: Violation): readonly string[] =>
  nodes.map(({ html, failureSummary }) => `${theme}, ${id}: ${help} at ${html}. ${failureSummary ?? ''}`);

/** Closes what lies over the page, so that the next view can be opened. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test.describe('every view', () => {
  test.use({ reducedMotion: 'reduce' });

  test('is sound for axe before there is a network', async ({ page, serve }) => {
    await page.goto((await serve('empty')).url);
    await expect(page.getByRole('heading', { name: 'See your network' })).toBeVisible();
    expect.soft(await offences(page), 'first run').toEqual([]);
    await page.getByRole('button', { name: 'Start discovery' }).click();
    await expect(page.getByRole('textbox', { name: 'Start address' })).toHaveAttribute('aria-invalid', 'true');
    expect.soft(await offences(page), 'a form with errors').toEqual([]);
  });

  test('is sound for axe', async ({ page, demo }) => {
    test.setTimeout(views.length * 20_000);
    await openPage(page, demo.url);
    for (const { name, open, ready } of views) {
      await test.step(name, async () => {
        await open(page);
        await ready(page).waitFor();
        expect.soft(await offences(page), name).toEqual([]);
        await leave(page);
      });
    }
  });
});

test.describe('at 200 %', () => {
  // A window of 1440 x 900 whose text is twice as large has room for half as many pixels.
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2, reducedMotion: 'reduce' });

  test('no view scrolls sideways', async ({ page, demo }) => {
    await openPage(page, demo.url);
    for (const { name, open, ready } of views) {
      await open(page);
      await ready(page).waitFor();
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(beyond, `pixels beyond the window in ${name}`).toBeLessThanOrEqual(0);
      await leave(page);
    }
  });
});
