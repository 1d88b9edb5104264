/** The engine dies under an open page and comes back: nothing that was answered for is lost, nobody has to reload. */
import { freeTcpPort } from '../../helpers/free-port.ts';
import { startSnmpd } from '../../helpers/snmpd.ts';
import { missingRoot, missingTools } from '../../helpers/tools.ts';
import { startDiscovery } from '../support/lab-network.ts';
import { incidents, openView } from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';

const notRun = missingRoot() || missingTools('snmpd');
const AGENT = '127.0.0.78';
const NOTE = 'Seen by the night shift';

test.describe(`an engine that is killed${notRun}`, () => {
  test.skip(notRun !== '', notRun);

  test('comes back to the open page with all it had answered for', async ({ page, serve, watch }) => {
    watch.expectTrouble(/WebSocket connection to .* failed/);
    await using agent = await startSnmpd({ address: AGENT, port: 161, sysName: 'bench-agent' });
    const port = String(await freeTcpPort());
    const first = await serve('reconnect', '--port', port);
    await page.goto(first.url);
    await startDiscovery(page, { seed: AGENT, community: agent.community, range: `${AGENT}/32` });
    await expect(page.getByRole('heading', { name: 'Discovery finished' })).toBeVisible();

    await test.step('an incident gets a note', async () => {
      await page.goto(`http://127.0.0.1:${port}/#/settings/polling`);
      await page.getByRole('textbox', { name: 'Traffic counters' }).fill('5');
      await page.getByRole('button', { name: 'Save' }).click();
      await agent.kill();
      await openView(page, 'Incidents');
      await incidents(page).getByRole('row').filter({ hasText: 'bench-agent' }).click({ timeout: 45_000 });
      await page.getByRole('textbox', { name: 'Write a note' }).fill(NOTE);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('listitem').filter({ hasText: NOTE })).toBeVisible();
    });

    await first.kill();
    const banner = page.getByRole('status').filter({ hasText: 'The engine stopped; trying again.' });
    await expect(banner).toBeVisible();
    const timeBar = page.getByRole('contentinfo', { name: 'Time bar' });
    await expect(timeBar).toContainText(/No connection.*last told \d\d:\d\d:\d\d/);
    await expect(page.getByRole('listitem').filter({ hasText: NOTE })).toBeVisible();

    await serve('reconnect', '--port', port);
    await expect(banner).toBeHidden();
    await expect(timeBar).not.toContainText('No connection');
    await expect(page.getByRole('listitem').filter({ hasText: NOTE })).toBeVisible();
    await test.step('what is done now reaches the new engine', async () => {
      await page.getByRole('textbox', { name: 'Write a note' }).fill('And by the day shift');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('listitem').filter({ hasText: 'And by the day shift' })).toBeVisible();
      await page.reload();
      await incidents(page).getByRole('row').filter({ hasText: 'bench-agent' }).click();
      await expect(page.getByRole('listitem').filter({ hasText: /shift/ })).toHaveCount(2);
    });
  });
});
