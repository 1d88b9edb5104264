/** Every view of the page with what must be there before it is judged or photographed. */
import { expect, type Locator, type Page } from '@playwright/test';
import { grid, incidents, inspector, theMap } from './on-page.ts';

export interface View {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
  readonly ready: (page: Page) => Locator;
}

const byAddress = (fragment: string) => (page: Page) => goTo(page, fragment);

/** Inside the open page, so that its token and its state stay. */
export async function goTo(page: Page, fragment: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, fragment);
}

export async function openDevice(page: Page, name: string): Promise<void> {
  await goTo(page, '#/devices');
  await page.getByRole('combobox', { name: 'Filter devices' }).fill(name);
  const heading = page.getByRole('heading', { level: 1, name, exact: true });
  // The row moves to its place among what is left while the filter takes hold.
  await expect(async () => {
    await page.getByRole('gridcell', { name, exact: true }).first().click({ timeout: 2000 });
    await page.keyboard.press('Enter');
    await expect(heading).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
}

const settings = (section: string, heading: string): View => ({
  name: `settings-${section}`,
  open: byAddress(`#/settings/${section}`),
  ready: (page) => page.getByRole('heading', { level: 2, name: heading }),
});

const tab = (name: string, fragment: string): View => ({
  name: `device-${fragment}`,
  open: async (page) => {
    await openDevice(page, 'ng-dist-1');
    await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  },
  ready: (page) => page.getByRole('tab', { name: new RegExp(`^${name}`), selected: true }),
});

/** Of a network with devices. */
export const views: readonly View[] = [
  {
    name: 'overview',
    open: byAddress('#/overview'),
    ready: (page) => page.getByRole('list', { name: 'Devices by kind' }).getByRole('listitem').first(),
  },
  { name: 'map', open: byAddress('#/map'), ready: theMap },
  { name: 'wall', open: byAddress('#/wall'), ready: (page) => page.getByRole('main', { name: 'Wall' }) },
  { name: 'devices', open: byAddress('#/devices'), ready: (page) => grid(page, 'Devices').getByRole('row').nth(5) },
  tab('Overview', 'overview'),
  tab('Interfaces', 'interfaces'),
  tab('Hardware', 'hardware'),
  tab('Sensors', 'sensors'),
  tab('Optics', 'optics'),
  tab('VLANs', 'vlans'),
  {
    name: 'sensor-why',
    open: async (page) => {
      await openDevice(page, 'ng-dist-1');
      await page.getByRole('tab', { name: 'Sensors' }).click();
      await page.getByRole('button', { name: 'Why? Where Inlet temperature comes from' }).click();
    },
    ready: (page) => page.getByText('CISCO-ENTITY-SENSOR-MIB entSensorValue'),
  },
  {
    name: 'identity-why',
    open: async (page) => {
      await openDevice(page, 'ng-dist-1');
      await page.getByRole('button', { name: 'Why? Where its identity comes from' }).click();
      await inspector(page)
        .getByRole('button', { name: /^Serial/ })
        .click();
    },
    ready: (page) => page.getByText(/entPhysicalSerialNum/),
  },
  tab('Neighbours', 'neighbours'),
  tab('Config', 'config'),
  tab('Terminal', 'terminal'),
  tab('Log', 'log'),
  {
    name: 'configs',
    open: byAddress('#/configs'),
    ready: (page) => page.getByRole('grid', { name: 'Configurations' }).getByRole('row').nth(5),
  },
  {
    name: 'configs-search',
    open: async (page) => {
      await goTo(page, '#/configs');
      await page.getByRole('searchbox', { name: 'Search in all configurations' }).fill('ntp server');
    },
    ready: (page) => page.getByRole('region', { name: 'Found lines' }).getByRole('link').first(),
  },
  {
    name: 'configs-compare',
    open: async (page) => {
      await goTo(page, '#/configs');
      const boxes = page.getByRole('checkbox', { name: /^Compare / });
      await boxes.nth(1).check();
      await boxes.nth(2).check();
      await page.getByRole('button', { name: 'Compare two' }).click();
    },
    ready: (page) => page.getByRole('table', { name: 'Differences' }).getByRole('row').first(),
  },
  {
    name: 'logs',
    open: byAddress('#/logs'),
    ready: (page) => grid(page, 'Log').getByRole('row').nth(5),
  },
  {
    name: 'incidents',
    open: async (page) => {
      await goTo(page, '#/incidents');
      await incidents(page)
        .getByRole('row')
        .filter({ hasText: /Critical|Major|Minor/ })
        .first()
        .click();
    },
    ready: (page) => page.getByRole('textbox', { name: 'Write a note' }),
  },
  {
    name: 'handover',
    open: byAddress('#/handover'),
    ready: (page) => page.getByRole('heading', { level: 3, name: /^Maintenance/ }),
  },
  {
    name: 'help-states',
    open: byAddress('#/help/states'),
    ready: (page) => page.getByRole('rowheader', { name: 'Unreachable' }),
  },
  {
    name: 'graphs',
    open: byAddress('#/graphs/busiest'),
    ready: (page) => page.getByRole('list', { name: 'Graphs of Busiest links' }).getByRole('figure').first(),
  },
  settings('network', 'Network'),
  settings('credentials', 'Credentials'),
  settings('ranges', 'Allowed ranges'),
  settings('polling', 'Polling'),
  settings('storage', 'Storage and retention'),
  settings('appearance', 'Appearance'),
  settings('keyboard', 'Keyboard'),
  settings('alerts', 'Alerts'),
  {
    name: 'console',
    open: byAddress('#/console'),
    ready: (page) => page.getByRole('group', { name: 'Event-loop delay' }),
  },
  {
    name: 'add-devices',
    open: byAddress('#/add-devices'),
    ready: (page) => page.getByRole('heading', { name: 'Add devices' }),
  },
  { name: 'gallery', open: byAddress('#/gallery'), ready: (page) => page.getByRole('heading', { level: 1 }).first() },
  {
    name: 'palette',
    open: async (page) => {
      await goTo(page, '#/map');
      await theMap(page).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('dist');
    },
    ready: (page) => page.getByRole('option', { name: /ng-dist-2/ }).first(),
  },
  {
    name: 'keys',
    open: async (page) => {
      await goTo(page, '#/map');
      await theMap(page).waitFor();
      await page.keyboard.press('?');
    },
    ready: (page) => page.getByRole('dialog', { name: 'Keys' }),
  },
  {
    name: 'stretch-table',
    open: async (page) => {
      await goTo(page, '#/incidents');
      await page.getByRole('button', { name: 'Incidents shown, as a table' }).click();
    },
    ready: (page) => page.getByRole('dialog', { name: 'Incidents in the time bar' }),
  },
  {
    name: 'incidents-chosen',
    open: async (page) => {
      await goTo(page, '#/incidents');
      await incidents(page).focus();
      for (const key of ['Home', 'Space', 'Shift+ArrowDown']) await page.keyboard.press(key);
    },
    ready: (page) => page.getByRole('toolbar', { name: 'Chosen incidents' }),
  },
  {
    name: 'cause',
    open: async (page) => {
      await goTo(page, '#/incidents');
      await incidents(page).focus();
      for (const key of ['Home', 'c']) await page.keyboard.press(key);
    },
    ready: (page) => page.getByRole('dialog', { name: /^What was the cause|^Cause of/ }),
  },
  // The last one: whatever came after it would be shown as it was.
  {
    name: 'past-map',
    open: async (page) => {
      await goTo(page, '#/map');
      await theMap(page).waitFor();
      await page.keyboard.press('Comma');
    },
    ready: (page) => page.getByRole('status').filter({ hasText: 'as they were' }),
  },
];
