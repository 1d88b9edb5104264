/** The devices of Harbour Group: 62 that live, and rv-dist-3, which was taken out of service today. */
import type { SiteName } from './network-types.ts';
import type { ProductKey } from './products.ts';

export interface InventoryLine {
  readonly name: string;
  readonly address: string;
  readonly site: SiteName;
  readonly product: ProductKey;
  readonly location: string;
  /** Days it had been up when the demo started; absent: decided by its name. */
  readonly upDays?: number;
  readonly serial?: string;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** rv-acc-01 to rv-acc-03 and ng-acc-10 and -11 are 48-port switches. */
const BIG_ACCESS = new Set(['rv-acc-01', 'rv-acc-02', 'rv-acc-03', 'ng-acc-10', 'ng-acc-11']);

function accessSwitches(site: SiteName, prefix: string, net: number, count: number): InventoryLine[] {
  return Array.from({ length: count }, (_, i) => {
    const name = `${prefix}-acc-${two(i + 1)}`;
    const hall = i < 11 ? 'B' : 'A';
    return {
      name,
      address: `10.${net}.1.${i + 1}`,
      site,
      product: BIG_ACCESS.has(name) ? 'cat9300x48' : 'cat9300x24',
      location: site === 'Riverside' ? `Riverside, hall ${hall}, cabinet ${i + 1}` : `Northgate, floor ${(i % 5) + 1}`,
    };
  });
}

export const REMOVED_DEVICE = 'rv-dist-3';
export const CONSOLE_DEVICE = 'ng-dist-1';

export const INVENTORY: readonly InventoryLine[] = [
  {
    name: 'ng-core-1',
    address: '10.10.0.1',
    site: 'Northgate',
    product: 'ncs55a2',
    location: 'Northgate, room 0.02, rack 1',
    upDays: 212,
  },
  {
    name: 'ng-core-2',
    address: '10.10.0.2',
    site: 'Northgate',
    product: 'mx204',
    location: 'Northgate, room 0.02, rack 2',
    upDays: 212,
  },
  {
    name: 'ng-fw-1',
    address: '10.10.0.254',
    site: 'Northgate',
    product: 'fortigate',
    location: 'Northgate, room 0.02, rack 1',
  },
  {
    name: 'ng-dist-1',
    address: '10.10.0.11',
    site: 'Northgate',
    product: 'cat9500',
    location: 'Northgate, room 1.08, rack 1',
    upDays: 212,
  },
  {
    name: 'ng-dist-2',
    address: '10.10.0.12',
    site: 'Northgate',
    product: 'cat9500',
    location: 'Northgate, room 2.14, rack 3',
    upDays: 212.17,
    serial: 'FDO2519K0QH',
  },
  {
    name: 'ng-hv-1',
    address: '10.10.0.31',
    site: 'Northgate',
    product: 'hypervisor',
    location: 'Northgate, room 0.04, rack 7',
  },
  ...accessSwitches('Northgate', 'ng', 10, 21),
  {
    name: 'rv-core-1',
    address: '10.20.0.1',
    site: 'Riverside',
    product: 'ncs55a2',
    location: 'Riverside, room 0.10, rack 1',
    upDays: 212,
  },
  {
    name: 'rv-core-2',
    address: '10.20.0.2',
    site: 'Riverside',
    product: 'mx204',
    location: 'Riverside, room 0.10, rack 2',
    upDays: 160,
  },
  {
    name: 'rv-fw-1',
    address: '10.20.0.254',
    site: 'Riverside',
    product: 'fortigate',
    location: 'Riverside, room 0.10, rack 1',
  },
  {
    name: 'rv-dist-1',
    address: '10.20.0.11',
    site: 'Riverside',
    product: 'cat9500',
    location: 'Riverside, hall B, rack 1',
    upDays: 87,
  },
  {
    name: 'rv-dist-2',
    address: '10.20.0.12',
    site: 'Riverside',
    product: 'cat9500',
    location: 'Riverside, hall A, rack 1',
    upDays: 212,
  },
  {
    name: REMOVED_DEVICE,
    address: '10.20.0.13',
    site: 'Riverside',
    product: 'cat9500',
    location: 'Riverside, hall A, rack 2',
    upDays: 11,
  },
  {
    name: 'rv-wlc-1',
    address: '10.20.0.5',
    site: 'Riverside',
    product: 'aruba7210',
    location: 'Riverside, hall B, rack 1',
  },
  {
    name: 'rv-sto-1',
    address: '10.20.0.41',
    site: 'Riverside',
    product: 'synology',
    location: 'Riverside, hall A, rack 4',
  },
  ...accessSwitches('Riverside', 'rv', 20, 19),
  { name: 'dp-rt-1', address: '10.30.0.1', site: 'Depot', product: 'isr4331', location: 'Depot, office' },
  { name: 'dp-sw-1', address: '10.30.0.11', site: 'Depot', product: 'cat9300x24', location: 'Depot, office' },
  { name: 'dp-sw-2', address: '10.30.0.12', site: 'Depot', product: 'cat9300x24', location: 'Depot, warehouse' },
  { name: 'dp-acc-01', address: '10.30.1.1', site: 'Depot', product: 'cat9300x24', location: 'Depot, gate 1' },
  { name: 'dp-acc-02', address: '10.30.1.2', site: 'Depot', product: 'cat9300x24', location: 'Depot, gate 2' },
  { name: 'dp-acc-03', address: '10.30.1.3', site: 'Depot', product: 'cat9300x24', location: 'Depot, warehouse north' },
  { name: 'dp-acc-04', address: '10.30.1.4', site: 'Depot', product: 'cat9300x24', location: 'Depot, warehouse south' },
  { name: 'dp-ap-1', address: '10.30.0.51', site: 'Depot', product: 'accessPoint', location: 'Depot, office' },
  { name: 'dp-hv-1', address: '10.30.0.31', site: 'Depot', product: 'hypervisor', location: 'Depot, warehouse' },
];
