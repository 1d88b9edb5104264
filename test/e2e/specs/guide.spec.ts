/** The guided first run on the demo, by keyboard alone: it comes once, notices what was done, and stays out of the way. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { pressUntilFocused } from '../support/keys.ts';
import { choice, grid, inspector, openPage, theMap } from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';

const guide = (page: Page): Locator => page.getByRole('region', { name: 'Guide' });
const step = (page: Page, title: string): Locator => guide(page).getByRole('heading', { name: title });
const told = (page: Page): Locator => guide(page).getByRole('status');

async function chord(page: Page, second: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press(second);
}

/** The step has noticed by itself; on to the next one. */
async function goOn(page: Page, seen: string): Promise<void> {
  await expect(told(page)).toContainText('Done.');
  await expect(told(page)).toContainText(seen);
  const next = guide(page).getByRole('button', { name: /^(Next|Finish)$/ });
  await next.focus();
  await page.keyboard.press('Enter');
}

async function overlaps(a: Locator, b: Locator): Promise<boolean> {
  const [one, other] = [await a.boundingBox(), await b.boundingBox()];
  if (one === null || other === null) return false;
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return across > 0 && down > 0;
}

test.describe('the guide', () => {
  test.use({ guide: true });

  test('leads a newcomer through the outage, and is not seen again', async ({ page, demo }) => {
    test.setTimeout(300_000);
    await openPage(page, demo.url);
    await expect(step(page, 'Find what is broken')).toBeVisible();
    await choice(page, 'Stretch of time', '15 min').click();
    await chord(page, 'o');
    const open = page.getByRole('list', { name: 'Open incidents' });
    const down = open.getByRole('button', { name: /^rv-dist-1 is down/ });
    await down.waitFor({ timeout: 150_000 });
    expect(await overlaps(guide(page), open)).toBe(false);
    await down.focus();
    await page.keyboard.press('Enter');
    await goOn(page, 'One fault is one incident');

    await expect(step(page, 'See how far it reaches')).toBeVisible();
    expect(await overlaps(guide(page), inspector(page))).toBe(false);
    await chord(page, 'm');
    await theMap(page).waitFor();
    await goOn(page, 'blast radius');

    await expect(step(page, 'Ask why a link is there')).toBeVisible();
    await pressUntilFocused(page, 'Tab', theMap(page));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('l');
    await goOn(page, 'Nobody drew this map');

    await expect(step(page, 'Look at what a port carries')).toBeVisible();
    await chord(page, 'd');
    await pressUntilFocused(page, 'Tab', grid(page, 'Devices'));
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await pressUntilFocused(page, 'Tab', page.getByRole('tab', { selected: true }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await pressUntilFocused(page, 'Tab', grid(page, 'Interfaces'));
    await page.keyboard.press('Home');
    await goOn(page, 'A gap stays a gap');

    await expect(step(page, 'Go back to before it happened')).toBeVisible();
    await page.getByRole('main').focus();
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Shift+Comma');
      if ((await told(page).textContent())?.includes('Done.') === true) break;
    }
    await goOn(page, 'Violet is the past');

    await expect(step(page, 'Take it over, and say what it was')).toBeVisible();
    await page.keyboard.press('n');
    await chord(page, 'i');
    const incidents = page.getByRole('treegrid', { name: 'Incidents' });
    await pressUntilFocused(page, 'Tab', incidents);
    await page.keyboard.press('Home');
    await expect(inspector(page).getByRole('button', { name: /^Acknowledge/ })).toBeVisible();
    await page.keyboard.press('a');
    await expect(inspector(page).getByRole('button', { name: 'Take acknowledgement back' })).toBeVisible();
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await pressUntilFocused(page, 'Tab', dialog.getByRole('button', { name: /^Assign|^Save/ }));
    await page.keyboard.press('Enter');
    await goOn(page, 'Others see at once');

    await expect(step(page, 'Hand over the shift')).toBeVisible();
    await chord(page, 'o');
    await page.getByRole('button', { name: 'Hand over' }).focus();
    await page.keyboard.press('Enter');
    await goOn(page, 'as Markdown, or on paper');
    await expect(guide(page)).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(guide(page)).toHaveCount(0);
  });

  test('can be skipped, folded, left and asked for again, and goes on after a reload', async ({ page, demo }) => {
    await openPage(page, demo.url);
    await expect(step(page, 'Find what is broken')).toBeVisible();
    await pressUntilFocused(page, 'Tab', guide(page).getByRole('button', { name: 'Skip' }));
    await page.keyboard.press('Enter');
    await expect(step(page, 'See how far it reaches')).toBeVisible();
    await page.reload();
    await expect(step(page, 'See how far it reaches')).toBeVisible();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).include('section[aria-label="Guide"]').analyze();
      expect(violations, colorScheme).toEqual([]);
    }
    await guide(page).getByRole('button', { name: 'Fold the guide' }).focus();
    await page.keyboard.press('Enter');
    await expect(guide(page).getByRole('button', { name: /^(Skip|Next)$/ })).toHaveCount(0);
    await guide(page).getByRole('button', { name: 'Leave the guide' }).focus();
    await page.keyboard.press('Enter');
    await expect(guide(page)).toHaveCount(0);
    await expect(page.getByRole('main')).toBeFocused();
    await page.reload();
    await theMap(page).waitFor();
    await expect(guide(page)).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: /^Find a device/ }).fill('show me');
    await expect(page.getByRole('option', { selected: true })).toContainText('Show me around');
    await page.keyboard.press('Enter');
    await expect(step(page, 'Find what is broken')).toBeVisible();
    await expect(guide(page)).toBeFocused();
  });

  test('does not come to a network of one’s own', async ({ page, archive }) => {
    await openPage(page, archive.url);
    // What says whether it is the demo has come.
    await expect(page.getByText('year.trunkline')).toBeVisible();
    await expect(guide(page)).toHaveCount(0);
  });
});

test('the guide does not come where it was put away', async ({ page, demo }) => {
  await openPage(page, demo.url);
  await expect(page.getByText('demo', { exact: true })).toBeVisible();
  await expect(guide(page)).toHaveCount(0);
});
