/** Which ports each product has, in the order of their ifIndex. */
import type { ProductKey } from './products.ts';

export interface PortLayout {
  readonly name: string;
  readonly description: string;
  readonly speedBps: number;
  /** IANAifType: 6 ethernetCsmacd, 24 softwareLoopback, 53 propVirtual, 71 ieee80211, 136 l3ipvlan, 161 ieee8023adLag. */
  readonly type: number;
  /** An aggregate's members by name. */
  readonly members?: readonly string[];
}

const G = 1e9;

function ethernets(short: string, long: string, from: number, to: number, speedBps: number): PortLayout[] {
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return numbers.map((n) => ({ name: `${short}${n}`, description: `${long}${n}`, speedBps, type: 6 }));
}

const ethernet = (name: string, speedBps: number): PortLayout => ({ name, description: name, speedBps, type: 6 });
const virtual = (name: string, description: string, type: number, speedBps = G): PortLayout => ({
  name,
  description,
  speedBps,
  type,
});
const LOOPBACK_TYPE = 24;
const VLAN_TYPE = 136;

const VLANS = [virtual('Vl1', 'Vlan1', VLAN_TYPE), virtual('Vl10', 'Vlan10', VLAN_TYPE)];
const aggregate = (name: string, description: string, members: readonly string[]): PortLayout => ({
  name,
  description,
  speedBps: 10 * G * members.length,
  type: 161,
  members,
});

const catalyst9300 = (copper: number): PortLayout[] => [
  ...ethernets('Gi1/0/', 'GigabitEthernet1/0/', 1, copper, G),
  ...ethernets('Te1/1/', 'TenGigabitEthernet1/1/', 1, 4, 10 * G),
  ...VLANS,
];

export const PORT_LAYOUTS: Readonly<Record<ProductKey, readonly PortLayout[]>> = {
  ncs55a2: [
    ...ethernets('Hu0/0/0/', 'HundredGigE0/0/0/', 0, 3, 100 * G),
    ...ethernets('Fo0/0/0/', 'FortyGigE0/0/0/', 4, 9, 40 * G),
    ...ethernets('Te0/0/0/', 'TenGigE0/0/0/', 10, 13, 10 * G),
    ethernet('MgmtEth0/RP0/CPU0/0', G),
    virtual('Lo0', 'Loopback0', LOOPBACK_TYPE, 0),
  ],
  mx204: [
    ...ethernets('et-0/0/', 'et-0/0/', 0, 1, 100 * G),
    ...ethernets('et-0/0/', 'et-0/0/', 2, 3, 40 * G),
    ...ethernets('xe-0/1/', 'xe-0/1/', 0, 6, 10 * G),
    ethernet('ge-0/1/7', G),
    ethernet('fxp0', G),
    virtual('lo0', 'lo0', LOOPBACK_TYPE, 0),
  ],
  isr4331: [
    ...ethernets('Gi0/0/', 'GigabitEthernet0/0/', 0, 2, G),
    { name: 'Gi0', description: 'GigabitEthernet0', speedBps: G, type: 6 },
    virtual('Lo0', 'Loopback0', LOOPBACK_TYPE, 0),
  ],
  cat9500: [
    ...ethernets('Te1/0/', 'TenGigabitEthernet1/0/', 1, 20, 10 * G),
    // The first two slots carry 40 G optics and keep the name of the slot.
    ...ethernets('Te1/1/', 'TenGigabitEthernet1/1/', 1, 2, 40 * G),
    ...ethernets('Te1/1/', 'TenGigabitEthernet1/1/', 3, 4, 10 * G),
    aggregate('Po1', 'Port-channel1', ['Te1/1/3', 'Te1/1/4']),
    ...VLANS,
    virtual('Lo0', 'Loopback0', LOOPBACK_TYPE, 0),
  ],
  cat9300x24: catalyst9300(24),
  cat9300x48: catalyst9300(48),
  fortigate: [...ethernets('port', 'port', 1, 14, G), ...ethernets('x', 'x', 1, 4, 10 * G)],
  hypervisor: [
    virtual('lo', 'lo', LOOPBACK_TYPE, 10e6),
    ethernet('eno1', G),
    ethernet('ens1f0', 10 * G),
    ethernet('ens1f1', 10 * G),
    virtual('vmbr0', 'vmbr0', 6, 10 * G),
    ...['tap101i0', 'tap102i0', 'tap103i0', 'tap104i0'].map((tap) => virtual(tap, tap, 6, 10 * G)),
  ],
  aruba7210: [ethernet('GE0/0/0', G), ethernet('GE0/0/1', G), ethernet('XG0/0/2', 10 * G), ethernet('XG0/0/3', 10 * G)],
  synology: [
    virtual('lo', 'lo', LOOPBACK_TYPE, 10e6),
    ethernet('eth0', G),
    ethernet('eth1', G),
    ethernet('eth2', 10 * G),
    ethernet('eth3', 10 * G),
    aggregate('bond0', 'bond0', ['eth2', 'eth3']),
  ],
  accessPoint: [ethernet('eth0', G), virtual('radio0', 'radio0', 71), virtual('radio1', 'radio1', 71)],
};

/** The port that carries the management address. */
export const MANAGEMENT_PORT: Readonly<Record<ProductKey, string>> = {
  ncs55a2: 'Lo0',
  mx204: 'lo0',
  isr4331: 'Lo0',
  cat9500: 'Lo0',
  cat9300x24: 'Vl10',
  cat9300x48: 'Vl10',
  fortigate: 'port1',
  hypervisor: 'vmbr0',
  aruba7210: 'XG0/0/2',
  synology: 'bond0',
  accessPoint: 'eth0',
};
