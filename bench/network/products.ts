/** What devices of each kind are, as data: enough variety that sorting, grouping and filtering have something to do. */
import type { DeviceKind } from '../../shared/contract/common.ts';

export interface Product {
  readonly vendor: string;
  readonly model: string;
  readonly os: string;
  readonly versions: readonly string[];
  /** Port 7 is `${port}7`. */
  readonly port: string;
  readonly ports: number;
  readonly speedBps: number;
}

const GIGABIT = 1_000_000_000;

const product = (
  [vendor, model, os]: readonly [string, string, string],
  versions: readonly string[],
  [port, ports, speedBps]: readonly [string, number, number],
): Product => ({ vendor, model, os, versions, port, ports, speedBps });

type PlannedKind = Exclude<DeviceKind, 'unmanaged' | 'outside' | 'unknown' | 'balancer'>;

export const PRODUCTS: Readonly<Record<PlannedKind, readonly Product[]>> = {
  router: [
    product(['Cisco', 'ASR-1001-X', 'IOS XE'], ['17.9.4a', '17.12.3'], ['Te0/0/', 12, 10 * GIGABIT]),
    product(['Juniper', 'MX204', 'Junos'], ['22.4R3', '23.2R1'], ['xe-0/0/', 12, 10 * GIGABIT]),
    product(['Nokia', '7750 SR-1', 'TiMOS'], ['22.10.R3'], ['1/1/', 12, 10 * GIGABIT]),
  ],
  'l3-switch': [
    product(['Cisco', 'C9500-24Y4C', 'IOS XE'], ['17.9.4a'], ['Twe1/0/', 28, 25 * GIGABIT]),
    product(['Arista', 'DCS-7050SX3', 'EOS'], ['4.29.5M', '4.31.2F'], ['Ethernet', 28, 25 * GIGABIT]),
    product(['HPE', 'Aruba CX 8325', 'AOS-CX'], ['10.12.1000'], ['1/1/', 28, 25 * GIGABIT]),
  ],
  switch: [
    product(['Cisco', 'C9300-24P', 'IOS XE'], ['17.9.4a', '16.12.8', '17.6.5'], ['Gi1/0/', 26, GIGABIT]),
    product(['HPE', 'Aruba 2930F', 'AOS-S'], ['WC.16.11.0012'], ['', 26, GIGABIT]),
    product(['Juniper', 'EX3400-24P', 'Junos'], ['21.4R3'], ['ge-0/0/', 26, GIGABIT]),
    product(['D-Link', 'DGS-1510-28', 'D-Link OS'], ['1.80.012'], ['eth1/0/', 26, GIGABIT]),
  ],
  firewall: [
    product(['Fortinet', 'FortiGate 200F', 'FortiOS'], ['7.2.8', '7.4.3'], ['port', 10, 10 * GIGABIT]),
    product(['Palo Alto Networks', 'PA-1410', 'PAN-OS'], ['11.0.4'], ['ethernet1/', 10, 10 * GIGABIT]),
  ],
  server: [
    product(['Dell', 'PowerEdge R650', 'Linux'], ['6.1.0', '5.15.0'], ['eno', 4, 10 * GIGABIT]),
    product(['HPE', 'ProLiant DL380', 'VMware ESXi'], ['8.0.2'], ['vmnic', 4, 10 * GIGABIT]),
    product(['Supermicro', 'SYS-620P', 'Windows Server'], ['2022'], ['Ethernet ', 4, 10 * GIGABIT]),
  ],
  storage: [product(['Synology', 'RS3621xs+', 'DSM'], ['7.2.1'], ['eth', 4, 10 * GIGABIT])],
  'wireless-controller': [product(['Cisco', 'C9800-L', 'IOS XE'], ['17.9.4a'], ['Te0/1/', 4, 10 * GIGABIT])],
  'access-point': [
    product(['Cisco', 'C9120AXI', 'IOS XE'], ['17.9.4'], ['Gi', 2, GIGABIT]),
    product(['Ubiquiti', 'U6-Pro', 'UniFi'], ['6.6.55'], ['eth', 2, GIGABIT]),
  ],
  ups: [product(['APC', 'Smart-UPS 3000', 'AOS'], ['2.4.0.1'], ['eth', 1, 100_000_000])],
  printer: [product(['HP', 'LaserJet M609', 'JetDirect'], ['2411'], ['eth', 1, GIGABIT])],
  camera: [product(['Axis', 'P3265-LVE', 'AXIS OS'], ['11.8.61'], ['eth', 1, 100_000_000])],
};

export type ProductKind = keyof typeof PRODUCTS;

export const SITES = [
  'Northgate',
  'Riverside',
  'Depot',
  'Harbour East',
  'Harbour West',
  'Airport',
  'Old Mill',
  'University',
  'Hospital North',
  'Hospital South',
  'Town Hall',
  'Central Station',
  'Exchange',
  'Lakeside',
  'Hilltop',
  'Museum Quay',
  'Stadium',
  'Brewery',
  'Foundry',
  'Library',
  'Observatory',
  'Westfield',
  'Eastfield',
  'Southbank',
  'Kingsway',
  'Queens Park',
  'Castle',
  'Abbey',
  'Canal Street',
  'Tannery',
  'Paper Works',
  'Glass Works',
  'Shipyard',
  'Lighthouse',
  'Ferry Port',
  'Cold Store',
  'Mint',
  'Arsenal',
  'Barracks',
  'Botanic Garden',
  'Zoo',
  'Theatre',
  'Opera',
  'Courthouse',
  'Bank Street',
  'Market Hall',
  'Granary',
  'Windmill',
  'Quarry',
  'Sawmill',
  'Reservoir',
  'Power Station',
  'Tram Depot',
  'Bus Garage',
  'Fire Station',
  'Dockside',
  'Marina',
  'Boatyard',
  'Aquarium',
  'Planetarium',
] as const;
