/** The sheet of the design system, as `trunkline serve --gallery` offers it. */
import { expect, test } from '../support/test.ts';

test('the printed address leads to the sheet of the design system', async ({ page, serve }) => {
  const trunkline = await serve('gallery', '--gallery');
  await page.goto(trunkline.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText([/Design system, dark/, /Design system, light/]);
  await expect(page).toHaveURL(/#\/gallery$/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
});
