/** What happens in a real network is on the open page within a polling interval; where things stand is for people to say. */
import type { Page } from '@playwright/test';
import { missingForLab } from '../../lab/start-lab.ts';
import { devicesOnMap, type Spot } from '../support/find-on-map.ts';
import { pressUntilFocused } from '../support/keys.ts';
import { LAB_COMMUNITY, LAB_RANGE, neighboursKnown, startDiscovery } from '../support/lab-network.ts';
import { incidents, inspector, mapNodes, openView, theMap, timeBarEntries } from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';

const notRun = missingForLab();
const INTERVAL_S = 5;
/**
 * One polling interval and two seconds, as promised. snmpd adds its own part: it keeps a copy of its interface table for up
 * to 3.1 s and tells old states meanwhile.
 */
const SEEN_WITHIN_MS = (INTERVAL_S + 2) * 1000 + 3100;

async function setIntervals(page: Page): Promise<void> {
  await openView(page, 'Settings');
  await page.getByRole('button', { name: 'Polling' }).click();
  await page.getByRole('textbox', { name: 'Traffic counters' }).fill(String(INTERVAL_S));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
}

type Places = ReadonlyMap<string, Spot>;

function placeOf(places: Places, device: string): Spot {
  const spot = places.get(device);
  if (spot === undefined) throw new Error(`${device} is not on the map`);
  return spot;
}

const distance = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y);

/** From one device to another, in pixels. */
function relative(places: Places, from: string, to: string): Spot {
  const [a, b] = [placeOf(places, from), placeOf(places, to)];
  return { x: b.x - a.x, y: b.y - a.y };
}

test.describe(`the live map, on real routers${notRun}`, () => {
  test.skip(notRun !== '', notRun);

  test.beforeEach(async ({ page, lab, serve }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await neighboursKnown(lab);
    const { url } = await serve('live');
    await page.goto(url);
    const seed = lab.router('r5').address;
    await startDiscovery(page, { seed, community: LAB_COMMUNITY, range: LAB_RANGE });
    await expect(page.getByRole('heading', { name: 'Discovery finished' })).toBeVisible();
    await page.getByRole('button', { name: 'Open the map' }).click();
    await expect(mapNodes(page)).toHaveCount(lab.routers.length);
  });

  test('shows a cable that fails as state, incident and entry in time, and closes it when it is back', async ({
    page,
    lab,
  }) => {
    await setIntervals(page);
    await openView(page, 'Devices');
    await page.getByRole('gridcell', { name: 'r5', exact: true }).click();
    await inspector(page).getByRole('button', { name: 'Up eth2 r6' }).click();
    await openView(page, 'Map');
    const state = inspector(page).getByText(/^(Up|Down)$/);
    await expect(state.first()).toHaveText('Up');
    // Polled twice since the interval was changed: from now on one interval is what is promised.
    await expect(inspector(page)).toContainText(/\d s old/, { timeout: 3 * INTERVAL_S * 1000 });
    const entry = timeBarEntries(page).filter({ hasText: /r5 eth2.*r6 eth1/ });
    const openNow = page.getByRole('link', { name: /^Incidents.*1 open/ });

    await test.step(`seen within ${SEEN_WITHIN_MS} ms`, async () => {
      const atMs = Date.now();
      await lab.linkDown('r5', 'eth2');
      const left = (): number => Math.max(1, atMs + SEEN_WITHIN_MS - Date.now());
      await expect(state.first()).toHaveText('Down', { timeout: left() });
      await expect(openNow).toBeAttached({ timeout: left() });
      await expect(entry.filter({ hasText: 'open' })).toHaveCount(1, { timeout: left() });
      test.info().annotations.push({ type: 'seen after', description: `${Date.now() - atMs} ms` });
    });
    await openView(page, 'Incidents');
    const row = incidents(page).getByRole('row').filter({ hasText: 'r5 eth2 to r6 eth1 is down' });
    await expect(row).toBeVisible();
    await expect(row).toContainText('Down');

    await test.step(`gone within ${SEEN_WITHIN_MS} ms`, async () => {
      await lab.linkUp('r5', 'eth2');
      await expect(row).toContainText('Closed', { timeout: SEEN_WITHIN_MS });
    });
    await expect(entry.filter({ hasText: 'closed' })).toHaveCount(1);
    await expect(openNow).toHaveCount(0);
  });

  test('keeps a device where the mouse has put it', async ({ page, lab }) => {
    const before = await devicesOnMap(page);
    expect([...before.keys()].toSorted()).toEqual(lab.routers.map(({ name }) => name));
    const from = placeOf(before, 'r6');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 150, from.y + 180, { steps: 8 });
    await page.mouse.up();
    const moved = await devicesOnMap(page);
    expect(distance(relative(moved, 'r6', 'r5'), relative(before, 'r6', 'r5'))).toBeGreaterThan(100);
    await page.reload();
    await expect(mapNodes(page)).toHaveCount(lab.routers.length);
    const after = await devicesOnMap(page);
    for (const { name } of lab.routers) {
      expect(distance(placeOf(after, name), placeOf(moved, name)), `${name} stands where it stood`).toBeLessThan(8);
    }
  });

  test('keeps a device where the keys have put it, and takes it back', async ({ page, watch }) => {
    const moves = () => watch.sent().filter((frame) => frame.includes('position.set'));
    await pressUntilFocused(page, 'Tab', theMap(page));
    await page.keyboard.press('ArrowRight');
    const before = moves().length;
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => moves().length).toBe(before + 5);
    expect(new Set(moves().slice(before)).size).toBe(5);
    await page.keyboard.press('Control+z');
    await expect.poll(() => moves().length).toBe(before + 6);
  });
});
