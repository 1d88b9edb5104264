/** Where things are, by role and name: what a person who uses a screen reader goes by, so specs prove that too. */
import type { Locator, Page } from '@playwright/test';

/** One item for each node of the map: name, kind, state. */
export const mapNodes = (page: Page): Locator =>
  page.getByRole('list', { name: 'Devices on the map' }).getByRole('listitem');

/** The node of one device. */
export const mapNode = (page: Page, device: string): Locator =>
  mapNodes(page).filter({ hasText: new RegExp(`^${device}, `) });

export const theMap = (page: Page): Locator => page.getByRole('application', { name: 'Map of the network' });

export const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });

export const grid = (page: Page, name: 'Devices' | 'Interfaces' | 'Neighbours' | 'Log'): Locator =>
  page.getByRole('grid', { name });

/** A row of a grid by what stands in one of its cells. */
export const rowOf = (table: Locator, cell: string | RegExp): Locator =>
  table.getByRole('row').filter({ has: table.page().getByRole('gridcell', { name: cell, exact: true }) });

export const incidents = (page: Page): Locator => page.getByRole('treegrid', { name: 'Incidents' });

export const incidentRow = (page: Page, title: string | RegExp): Locator =>
  incidents(page)
    .getByRole('row')
    .filter({ hasText: title })
    .filter({ hasText: /^(?!.*Closed)/ });

/** Opens the page of a network that has devices, and waits until it takes keys. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
}

/** By the rail, as most people go. */
export async function openView(
  page: Page,
  name: 'Overview' | 'Map' | 'Devices' | 'Incidents' | 'Graphs' | 'Configs' | 'Logs' | 'Settings',
): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
}

/** One toggle of a row of them. */
export const choice = (page: Page, group: string, name: string): Locator =>
  page.getByRole('group', { name: group }).getByRole('button', { name, exact: true });

/** What the time bar's lanes show, in words. */
export const timeBarEntries = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Incidents in the stretch of time shown' }).getByRole('option');
