/** From nothing to a map of real routers: one address, one credential. */
import { missingForLab } from '../../lab/start-lab.ts';
import { LAB_COMMUNITY, LAB_RANGE, neighboursKnown, startDiscovery } from '../support/lab-network.ts';
import { grid, inspector, mapNodes, rowOf } from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';

const notRun = missingForLab();
const SEED = '10.99.0.11';

test.describe(`the first run, on real routers${notRun}`, () => {
  test.skip(notRun !== '', notRun);

  test('finds all from one address, and mends a wrong community on the way', async ({ page, lab, serve }) => {
    await neighboursKnown(lab);
    const { url } = await serve('first');
    await page.goto(url);
    await expect(page.getByRole('heading', { name: 'See your network' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Start address' })).toBeFocused();

    await startDiscovery(page, { seed: SEED, community: 'wrong', range: LAB_RANGE });
    const discovery = page.getByRole('region', { name: 'Discovery' });
    const seed = discovery.getByRole('listitem').filter({ hasText: SEED });
    await test.step('the row says what is wrong', async () => {
      await expect(seed).toContainText('Needs you');
      await expect(seed).toContainText(/community/i);
    });

    await seed.getByRole('button', { name: 'Other credential' }).click();
    const dialog = page.getByRole('dialog', { name: `Another credential for ${SEED}` });
    await dialog.getByLabel('Community').fill(LAB_COMMUNITY);
    await dialog.getByRole('button', { name: 'Try it' }).click();
    await expect(dialog).toBeHidden();

    await test.step('devices appear as they answer', async () => {
      const rows = discovery.getByRole('listitem');
      for (const { name } of lab.routers)
        await expect(rows.filter({ hasText: new RegExp(`Read.*${name}`) })).toBeVisible();
      await expect(discovery.getByRole('heading', { name: 'Discovery finished' })).toBeVisible();
      await expect(discovery.getByText('7 confirmed')).toBeVisible();
    });

    await page.getByRole('button', { name: 'Open the map' }).click();
    await test.step('the map shows each router once', async () => {
      await expect(mapNodes(page)).toHaveCount(lab.routers.length);
      for (const { name } of lab.routers)
        await expect(mapNodes(page).filter({ hasText: new RegExp(`^${name}, .*, Up$`) })).toHaveCount(1);
    });

    await test.step('each cable is a link, parallel ones apart', async () => {
      await page.getByRole('link', { name: 'Devices' }).click();
      for (const { name } of lab.routers) {
        await rowOf(grid(page, 'Devices'), name).click();
        const truth = lab.links.flatMap(({ a, b }) => [
          ...(a.router === name ? [`Up${a.interface}${b.router}`] : []),
          ...(b.router === name ? [`Up${b.interface}${a.router}`] : []),
        ]);
        const links = inspector(page).getByRole('button', { name: /^Up eth/ });
        await expect(links).toHaveCount(truth.length);
        expect((await links.allTextContents()).toSorted()).toEqual(truth.toSorted());
      }
    });

    await test.step('a link names both its ports and why it is there', async () => {
      await rowOf(grid(page, 'Devices'), 'r2').click();
      await inspector(page).getByRole('button', { name: 'Up eth2 r3' }).click();
      const [near, far] = lab.link('r2', 'eth2');
      await expect(inspector(page).getByRole('heading', { level: 2 })).toContainText(/r[23].*r[23]/);
      for (const end of [near, far]) {
        await expect(inspector(page).getByText(end.interface, { exact: true })).toBeVisible();
        await expect(inspector(page).getByText(`heard by ${end.router}`)).toBeVisible();
      }
      await expect(inspector(page).getByRole('heading', { name: 'Why is this link here?' })).toBeVisible();
      await expect(inspector(page).getByText('LLDP', { exact: true })).toHaveCount(2);
      await expect(inspector(page).getByText('Confirmed, both ends')).toBeVisible();
    });
  });
});
