/** The lab's routers, found by the page as a person would do it. */
import type { Page } from '@playwright/test';
import { until } from '../../helpers/until.ts';
import type { Lab } from '../../lab/lab.ts';

export const LAB_RANGE = '10.99.0.0/24';
export const LAB_COMMUNITY = 'public';
/** lldpRemPortDesc and its like: one row for each neighbour a router hears. */
const LLDP_REMOTE_NAMES = '1.0.8802.1.1.2.1.4.1.1.9';

/** LLDP needs a second or two after the start: a run that comes too early finds a router without neighbours. */
export async function neighboursKnown(lab: Lab): Promise<void> {
  const heard = async (address: string): Promise<number> => {
    const rows = await lab.console.exec(['snmpwalk', '-v2c', '-c', LAB_COMMUNITY, '-On', address, LLDP_REMOTE_NAMES]);
    return rows.match(/STRING/g)?.length ?? 0;
  };
  await until(
    async () => {
      const counts = await Promise.all(lab.routers.map(({ address }) => heard(address)));
      return counts.reduce((sum, count) => sum + count, 0) === 2 * lab.links.length;
    },
    { what: 'all routers to know their neighbours', timeoutMs: 30_000, everyMs: 200 },
  );
}

/** Fills the first run's form and starts. */
export async function startDiscovery(
  page: Page,
  wish: { seed: string; community: string; range: string },
): Promise<void> {
  await page.getByRole('textbox', { name: 'Start address' }).fill(wish.seed);
  await page.getByLabel('Community').fill(wish.community);
  await page.getByRole('textbox', { name: 'Stay inside' }).fill(wish.range);
  await page.getByRole('button', { name: 'Start discovery' }).click();
}
