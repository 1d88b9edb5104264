/** What a device is made of: parts with serial numbers, sensors between their limits, optics, VLANs, and a fan that fails. */
import type { Page } from '@playwright/test';
import { incidentRow, inspector, mapNodes, openPage, openView, rowOf } from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';
import { openDevice } from '../support/views.ts';

/** The fan fails less than a minute after the demo's start, its switch is polled every half minute, and faults are held. */
const FAULT_WITHIN_MS = 150_000;

async function openTab(page: Page, device: string, tab: string): Promise<void> {
  await openDevice(page, device);
  await page.getByRole('tab', { name: tab }).click();
}

const table = (page: Page, name: string) => page.getByRole('grid', { name });

test('parts have models and serial numbers, and each says where it is told', async ({ page, demo }) => {
  await openPage(page, demo.url);
  await openTab(page, 'ng-dist-2', 'Hardware');
  const parts = table(page, 'Parts');
  const supply = parts.getByRole('row').filter({ hasText: 'Power supply 1' });
  await expect(supply).toContainText('C9K-PWR-650WAC-R');
  await expect(parts.getByRole('row').filter({ hasText: 'Chassis' })).toContainText('FDO2519K0QH');
  await expect(page.getByRole('region', { name: 'Power supplies' }).getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Storage' })).toContainText('flash:');
  await page.getByRole('button', { name: 'Why? Where Chassis comes from' }).click();
  await expect(inspector(page)).toContainText('ENTITY-MIB entPhysicalSerialNum');
  await expect(inspector(page)).toContainText('1.3.6.1.2.1.47.1.1.1.1.11.1');
});

test('what a device is says where it comes from, by keyboard alone', async ({ page, demo }) => {
  await openPage(page, demo.url);
  await openDevice(page, 'ng-dist-2');
  const why = page.getByRole('button', { name: 'Why? Where its identity comes from' });
  await why.focus();
  await page.keyboard.press('Enter');
  const panel = inspector(page);
  await expect(panel.getByRole('button', { name: /^Model/ })).toHaveAttribute('aria-expanded', 'true');
  await expect(panel).toContainText('entPhysicalModelName');
  const serial = panel.getByRole('button', { name: /^Serial/ });
  await expect(serial).toContainText('FDO2519K0QH');
  await serial.focus();
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('1.3.6.1.2.1.47.1.1.1.1.11.1');
  await expect(panel).toContainText('by the profile');
  await panel.getByRole('button', { name: /^Name/ }).press('Enter');
  await expect(panel).toContainText('As the device calls itself.');
});

test('a sensor shows its graph with the limits, by keyboard alone', async ({ page, demo }) => {
  await openPage(page, demo.url);
  await openTab(page, 'ng-dist-2', 'Sensors');
  const sensors = table(page, 'Sensors');
  await expect(sensors.getByRole('row').filter({ hasText: 'Inlet temperature' })).toContainText('OK');
  await sensors.focus();
  await page.keyboard.press('ArrowDown');
  await expect(inspector(page).getByRole('heading', { name: 'Inlet temperature' })).toBeVisible();
  const graph = inspector(page).getByRole('application');
  await expect(graph).toHaveAccessibleName(/critical 67\.0 °C; warning 57\.0 °C/);
  await inspector(page).getByRole('button', { name: 'Show', exact: true }).click();
  await expect(inspector(page)).toContainText('CISCO-ENTITY-SENSOR-MIB entSensorValue');
});

test('optics and VLANs are known port by port', async ({ page, demo }) => {
  await openPage(page, demo.url);
  await openTab(page, 'ng-dist-2', 'Optics');
  const dim = rowOf(table(page, 'Optics'), 'Te1/0/8');
  await expect(dim).toContainText('SFP-10G-LR');
  await expect(dim).toContainText('dBm');
  await dim.getByRole('gridcell', { name: 'Te1/0/8', exact: true }).click();
  await expect(inspector(page).getByText('Optic', { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: 'VLANs' }).click();
  const staff = page.getByRole('row').filter({ hasText: 'staff' });
  await expect(staff).toContainText('tagged');
  await staff.getByRole('button', { name: /20\s*staff/ }).click();
  await expect(inspector(page).getByRole('button', { name: 'Te1/0/8' })).toBeVisible();
  await page.getByRole('button', { name: 'Port by port' }).click();
  const port = table(page, 'VLANs of ports').getByRole('row').filter({ hasText: 'Te1/0/8' });
  await expect(port).toContainText('10, 20, 30, 40, 50, 60');
});

test('a device that tells none of it says which tables it lacks', async ({ page, demo }) => {
  await openPage(page, demo.url);
  await openTab(page, 'dp-hv-1', 'VLANs');
  await expect(page.getByText(/does not have Q-BRIDGE-MIB dot1qVlanCurrentTable/)).toBeVisible();
});

test('a fan that fails at the Depot degrades its switch, on the map and in the incidents', async ({ page, demo }) => {
  test.setTimeout(FAULT_WITHIN_MS + 60_000);
  await openPage(page, demo.url);
  await openView(page, 'Incidents');
  await expect(incidentRow(page, 'dp-sw-2 fan 2 failed')).toContainText('Minor', { timeout: FAULT_WITHIN_MS });
  await openView(page, 'Map');
  const depot = mapNodes(page).filter({ hasText: /^Site Depot/ });
  await expect(depot).toContainText('1 degraded');
  await openTab(page, 'dp-sw-2', 'Hardware');
  const fans = page.getByRole('region', { name: 'Fans' });
  await expect(fans).toContainText('1 of 3 at fault');
  await fans.getByRole('button', { name: /^Fan 2/ }).click();
  await expect(inspector(page)).toContainText('Critical');
  await page.getByRole('tab', { name: 'Overview' }).click();
  await page.getByRole('link', { name: 'Fans' }).click();
  await expect(page.getByRole('tab', { name: 'Hardware', selected: true })).toBeVisible();
});
