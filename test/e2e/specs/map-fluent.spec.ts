/** What people do on the map all day: find, select, move, put in order, ask what can be done, look from afar. */
import type { Page } from '@playwright/test';
import { pressUntilFocused } from '../support/keys.ts';
import { inspector, mapNode, mapNodes, openPage, openView, theMap } from '../support/on-page.ts';
import type { PageWatch } from '../support/page-watch.ts';
import { expect, test } from '../support/test.ts';

interface Sent {
  readonly deviceId: number;
  readonly x: number;
  readonly y: number;
  readonly pinned: boolean;
}

/** What the page told the engine about places, in order: one entry a move. */
function movesOf(watch: PageWatch): readonly (readonly Sent[])[] {
  return watch.sent().flatMap((frame) => {
    const { name, args } = JSON.parse(frame) as { name?: string; args?: { positions: readonly Sent[] } };
    return name === 'position.set' && args ? [args.positions] : [];
  });
}

async function lastMove(watch: PageWatch, count: number): Promise<readonly Sent[]> {
  await expect.poll(() => movesOf(watch).length).toBe(count);
  return movesOf(watch).at(-1) ?? [];
}

const menu = (page: Page, name: string | RegExp) => page.getByRole('menu', { name });
const selectedTogether = (page: Page) => page.getByRole('toolbar', { name: 'Selected together' });

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Flies to a device by the find field: it stands in the middle of the map then, and so does the keyboard. */
async function findOnMap(page: Page, device: string): Promise<Spot> {
  await page.keyboard.press('/');
  await page.getByRole('textbox', { name: 'Find a device on the map' }).fill(device);
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText(device);
  await page.keyboard.press('Escape');
  await expect(theMap(page)).toBeFocused();
  const box = await theMap(page).boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

/** A place near the spot where the map would show no hand. */
async function emptyPlaceNear(page: Page, { x, y }: Spot): Promise<Spot> {
  for (const dx of [60, -60, 90, -90, 130, -130]) {
    for (const dy of [40, -40, 70, -70]) {
      await page.mouse.move(x + dx, y + dy);
      if ((await theMap(page).getAttribute('data-hover')) === 'nothing') return { x: x + dx, y: y + dy };
    }
  }
  throw new Error('the map is full');
}

/** Arrows in a menu go from entry to entry; the wanted one must come up. */
async function goToEntry(page: Page, name: string): Promise<void> {
  const MOST_ENTRIES = 30;
  const highlighted = page.locator('[role="menuitem"][data-highlighted]');
  for (let presses = 0; presses < MOST_ENTRIES; presses += 1) {
    if ((await highlighted.count()) > 0 && (await highlighted.textContent())?.startsWith(name)) return;
    await page.keyboard.press('ArrowDown');
  }
  await expect(highlighted).toHaveText(name);
}

/** A box around a spot, drawn with Shift. */
async function drawBox(page: Page, { x, y }: Spot, half: { readonly x: number; readonly y: number }): Promise<void> {
  await page.keyboard.down('Shift');
  await page.mouse.move(x - half.x, y - half.y);
  await page.mouse.down();
  await page.mouse.move(x + half.x, y + half.y, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
}

test.describe('the map', () => {
  test.use({ reducedMotion: 'reduce' });

  test.beforeEach(async ({ page, demo }) => {
    test.setTimeout(120_000);
    await openPage(page, demo.url);
    // While devices are still being found, the page gives places to them.
    await expect(page.getByText(/^64 devices/)).toBeVisible({ timeout: 60_000 });
    await expect(mapNode(page, 'rv-core-2')).toContainText('Up');
  });

  test('says what can be done with a device and with the map itself', async ({ page }) => {
    const core = await findOnMap(page, 'ng-core-1');
    await page.mouse.click(core.x, core.y, { button: 'right' });
    await expect(menu(page, 'ng-core-1').getByRole('menuitem')).toContainText(['Open', 'Show graphs', 'Poll now']);
    await menu(page, 'ng-core-1').getByRole('menuitem', { name: 'Poll now' }).click();
    // On a busy machine the answer takes its time.
    await expect(page.getByText(/^ng-core-1 polled in /).first()).toBeVisible({ timeout: 60_000 });
    const empty = await emptyPlaceNear(page, core);
    await page.mouse.click(empty.x, empty.y, { button: 'right' });
    await expect(menu(page, 'Map').getByRole('menuitem', { name: 'Lock the map' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu(page, 'Map')).toBeHidden();
    await expect(theMap(page)).toBeFocused();
  });

  test('has the same menus for keys, of devices, groups and links', async ({ page }) => {
    await findOnMap(page, 'rv-fw-1');
    await page.keyboard.press('Shift+F10');
    await expect(menu(page, 'rv-fw-1')).toBeVisible();
    await goToEntry(page, 'Select with neighbours');
    await page.keyboard.press('Enter');
    await expect(selectedTogether(page)).toContainText('3 devices selected');
    await expect(theMap(page)).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await expect(menu(page, '3 selected').getByRole('menuitem', { name: 'Distribute vertically' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu(page, '3 selected')).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(selectedTogether(page)).toBeHidden();

    await page.keyboard.press('l');
    await expect(inspector(page).getByText(/^Link/).first()).toBeVisible();
    await page.keyboard.press('Shift+F10');
    await goToEntry(page, 'Select both ends');
    await page.keyboard.press('Enter');
    await expect(selectedTogether(page)).toContainText('2 devices selected');
  });

  test('aligns what a box selected, and takes it back, also after another view', async ({ page, watch }) => {
    const core = await findOnMap(page, 'ng-core-2');
    const before = movesOf(watch).length;
    await drawBox(page, core, { x: 30, y: 145 });
    await expect(selectedTogether(page)).toContainText('2 devices selected');
    await selectedTogether(page).getByRole('button', { name: 'Align top' }).click();
    const aligned = await lastMove(watch, before + 1);
    expect(aligned).toHaveLength(2);
    expect(new Set(aligned.map(({ y }) => y)).size).toBe(1);
    await page.getByRole('button', { name: 'Undo the last move' }).click();
    const undone = await lastMove(watch, before + 2);
    expect(undone.map(({ deviceId }) => deviceId)).toEqual(aligned.map(({ deviceId }) => deviceId));
    expect(new Set(undone.map(({ y }) => y)).size).toBe(2);

    await openView(page, 'Devices');
    await openView(page, 'Map');
    await pressUntilFocused(page, 'Tab', theMap(page));
    await page.keyboard.press('Control+Shift+Z');
    expect(await lastMove(watch, before + 3)).toEqual(aligned);
    await page.keyboard.press('Control+z');
    expect(await lastMove(watch, before + 4)).toEqual(undone);
    await expect(page.getByRole('button', { name: 'Undo the last move' })).toBeDisabled();
  });

  test('selects, moves and puts in order by keys alone', async ({ page, watch }) => {
    await findOnMap(page, 'ng-core-1');
    await page.keyboard.press('Control+Space');
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('Control+Space');
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Control+Space');
    await expect(selectedTogether(page)).toContainText('3 devices selected');
    const before = movesOf(watch).length;
    await page.keyboard.press('Shift+ArrowDown');
    expect(await lastMove(watch, before + 1)).toHaveLength(3);
    await pressUntilFocused(
      page,
      'Tab',
      selectedTogether(page).getByRole('button', { name: 'Distribute horizontally' }),
    );
    await page.keyboard.press('Enter');
    expect(await lastMove(watch, before + 2)).toHaveLength(3);
    await pressUntilFocused(page, 'Shift+Tab', theMap(page));
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await lastMove(watch, before + 4);
    await page.keyboard.press('Control+a');
    await expect(selectedTogether(page)).toContainText(/^64 devices selected/);
    await page.keyboard.press('Escape');
    await expect(selectedTogether(page)).toBeHidden();
  });

  test('moves nothing while it is locked, and stays so', async ({ page, watch }) => {
    const lock = page.getByRole('button', { name: 'Lock the map' });
    const from = await findOnMap(page, 'rv-dist-2');
    await lock.click();
    const before = movesOf(watch).length;
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 60, from.y + 60, { steps: 5 });
    await page.mouse.up();
    await findOnMap(page, 'ng-fw-1');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('The map is locked').first()).toBeVisible();
    await page.reload();
    await expect(lock).toHaveAttribute('aria-pressed', 'true');
    expect(movesOf(watch)).toHaveLength(before);
    await lock.click();
    await expect(lock).toHaveAttribute('aria-pressed', 'false');
  });

  test('finds a device inside a folded site and flies to it', async ({ page }) => {
    await expect(mapNode(page, 'dp-hv-1')).toHaveCount(0);
    const middle = await findOnMap(page, 'dp-hv-1');
    await expect(mapNode(page, 'dp-hv-1')).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(inspector(page)).toBeHidden();
    await findOnMap(page, 'dp-hv-1');
    await page.mouse.click(middle.x, middle.y, { button: 'right' });
    await expect(menu(page, 'dp-hv-1')).toBeVisible();
    await goToEntry(page, 'Fold Depot');
    await page.keyboard.press('Enter');
    await expect(mapNode(page, 'dp-hv-1')).toHaveCount(0);
  });

  test('flies to what the palette found, unfolding its stack', async ({ page }) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('rv-acc-14');
    await page.getByRole('option', { name: /^rv-acc-14 .*Device$/ }).click();
    await expect(mapNode(page, 'rv-acc-14')).toBeAttached();
    await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('rv-acc-14');
    await expect(page).toHaveURL(/#\/map$/);
    await page.getByRole('button', { name: 'Fold all' }).click();
    await expect(mapNode(page, 'rv-acc-14')).toHaveCount(0);
  });

  test('shows a part of the network and says so', async ({ page }) => {
    const all = await mapNodes(page).count();
    await findOnMap(page, 'ng-fw-1');
    await page.getByRole('button', { name: 'Hops' }).click();
    await page.getByRole('menuitemradio', { name: '1 hop around ng-fw-1' }).click();
    await expect(mapNodes(page)).toHaveCount(3);
    const filters = page.getByRole('group', { name: 'Filters of the map' });
    await expect(filters.getByRole('status')).toHaveText(/^3 of \d+ devices$/);
    await page.getByRole('button', { name: 'Site' }).click();
    await page.getByRole('menuitemradio', { name: 'Riverside' }).click();
    await expect(page.getByText('Nothing to show')).toBeVisible();
    await page.getByRole('button', { name: 'Show all devices' }).click();
    // More may have been found since.
    await expect.poll(() => mapNodes(page).count()).toBeGreaterThanOrEqual(all);
    await expect(filters).toBeHidden();
  });

  test('colours links by what one asks for, and remembers it', async ({ page }) => {
    const legend = page.getByRole('region', { name: 'Legend' });
    await expect(legend.getByRole('heading')).toHaveText('Use of each direction');
    await page.getByRole('button', { name: 'Links coloured by: Use' }).click();
    await page.getByRole('menuitemradio', { name: 'Errors and discards' }).click();
    await expect(legend.getByRole('heading')).toHaveText('Errors and discards of each direction');
    await page.reload();
    await expect(legend.getByRole('heading')).toHaveText('Errors and discards of each direction');
  });

  test('has an overview that keys move', async ({ page }) => {
    const overview = page.getByRole('application', { name: /^Overview of the map/ });
    await pressUntilFocused(page, 'Tab', overview);
    const before = await overview.screenshot();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await overview.screenshot()).equals(before)).toBe(false);
  });
});

test.describe('the wall', () => {
  test('fills the screen with map and incidents, and Escape leaves it', async ({ page, demo }) => {
    await openPage(page, demo.url);
    await page.keyboard.press('w');
    const wall = page.getByRole('main', { name: 'Wall' });
    await expect(wall).toBeVisible();
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(mapNode(page, 'rv-core-1')).toBeAttached();
    await expect(wall.getByRole('time')).toContainText(/\d\d:\d\d:\d\d/);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
    await expect(page).toHaveURL(/#\/map$/);
    await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true);
  });

  test('opens in a window of its own that needs no token in its address', async ({ page, demo }) => {
    await openPage(page, demo.url);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('new window');
    const [second] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')]);
    await expect(mapNode(second, 'rv-core-1')).toBeAttached();
    expect(second.url()).not.toContain('token');
    await second.evaluate(() => {
      location.hash = '#/wall';
    });
    await expect(second.getByRole('main', { name: 'Wall' })).toBeVisible();
    await second.close();
  });
});
