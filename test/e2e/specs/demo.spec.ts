/** The simulated network, as a newcomer meets it. */
import { expect, test } from '../support/test.ts';

test.describe('the demo', () => {
  test.beforeEach(async ({ page, demo }) => {
    await page.goto(demo.url);
  });

  test('draws sites, roles and folded access switches', async ({ page }) => {
    const onMap = page.getByRole('list', { name: 'Devices on the map' }).getByRole('listitem');
    await expect(onMap.filter({ hasText: /^ng-core-1, / })).toHaveCount(1);
    console.log(await onMap.allTextContents());
    await page.screenshot({ path: 'test-results/x.png' });
  });
});
