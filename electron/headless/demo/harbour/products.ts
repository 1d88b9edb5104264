/**
 * The products in the network, as data. Descriptions follow what the firmware says; sysObjectIDs are those of the product
 * family (ASR/MX, FortiGate and access point numbers are from memory of their MIBs and not checked against hardware).
 */

/** What a product puts into its LLDP port id (IEEE 802.1AB 8.5.3): interface name 5, local 7, MAC address 3. */
export type PortIdStyle = 'short-name' | 'long-name' | 'if-index' | 'mac';

export type DeviceRole =
  'router' | 'distribution' | 'access' | 'firewall' | 'hypervisor' | 'wireless' | 'storage' | 'access-point';

export interface Product {
  readonly role: DeviceRole;
  readonly vendor: string;
  /** entPhysicalModelName */
  readonly model: string;
  readonly sysObjectId: string;
  readonly sysDescr: string;
  readonly osVersion: string;
  readonly services: number;
  /** LLDP capabilities as the first octet of the BITS: 0x20 bridge, 0x10 access point, 0x08 router, 0x01 station. */
  readonly capabilities: number;
  readonly portIdStyle: PortIdStyle;
  /** Speaks CDP, and tells of itself by the Cisco MIBs as well. */
  readonly cisco: boolean;
  /** Vendor's half of the MAC addresses. */
  readonly oui: string;
  readonly serialPrefix: string;
  readonly fans: number;
  readonly supplies: number;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly diskName: string;
  readonly diskBytes: number;
  /** Inlet temperature at noon, degrees Celsius. */
  readonly temperatureC: number;
  readonly watts: number;
  readonly firstIfIndex: number;
}

const GB = 1024 ** 3;

const CISCO = {
  vendor: 'Cisco Systems, Inc.',
  cisco: true,
  oui: '70db98',
  serialPrefix: 'FDO25',
  portIdStyle: 'short-name',
  diskName: 'flash:',
  firstIfIndex: 1,
} as const;

const catalyst = (model: string, version: string): string =>
  `Cisco IOS Software [Cupertino], Catalyst L3 Switch Software (CAT9K_IOSXE), Version ${version}, RELEASE SOFTWARE (fc3)\r\n` +
  'Technical Support: http://www.cisco.com/techsupport\r\nCopyright (c) 1986-2023 by Cisco Systems, Inc.\r\n' +
  `Compiled Fri 20-Oct-23 10:44 by mcpre (${model})`;

const CATALYST_9300 = {
  ...CISCO,
  role: 'access',
  sysObjectId: '1.3.6.1.4.1.9.1.2494',
  osVersion: '17.9.4a',
  services: 6,
  capabilities: 0x20,
  serialPrefix: 'FOC26',
  fans: 3,
  supplies: 2,
  cores: 1,
  memoryBytes: 8 * GB,
  diskBytes: 11 * GB,
  temperatureC: 38,
  watts: 96,
} as const;

export const PRODUCTS = {
  ncs55a2: {
    ...CISCO,
    role: 'router',
    model: 'NCS-55A2-MOD-S',
    sysObjectId: '1.3.6.1.4.1.9.1.2571',
    sysDescr: 'Cisco IOS XR Software (NCS-5500), Version 7.4.1\r\nCopyright (c) 2013-2021 by Cisco Systems, Inc.',
    osVersion: '7.4.1',
    services: 78,
    capabilities: 0x08,
    portIdStyle: 'long-name',
    fans: 6,
    supplies: 2,
    cores: 4,
    memoryBytes: 32 * GB,
    diskName: 'harddisk:',
    diskBytes: 64 * GB,
    temperatureC: 41,
    watts: 412,
  },
  mx204: {
    role: 'router',
    vendor: 'Juniper Networks',
    model: 'MX204',
    sysObjectId: '1.3.6.1.4.1.2636.1.1.1.2.154',
    sysDescr:
      'Juniper Networks, Inc. mx204 internet router, kernel JUNOS 21.4R3-S5.4, Build date: 2023-08-15 12:13:52 UTC Copyright (c) 1996-2023 Juniper Networks, Inc.',
    osVersion: '21.4R3-S5.4',
    services: 6,
    capabilities: 0x28,
    portIdStyle: 'if-index',
    cisco: false,
    oui: 'f4b52f',
    serialPrefix: 'BM4',
    fans: 3,
    supplies: 2,
    cores: 8,
    memoryBytes: 32 * GB,
    diskName: '/dev/gpt/junos',
    diskBytes: 20 * GB,
    temperatureC: 40,
    watts: 286,
    firstIfIndex: 501,
  },
  isr4331: {
    ...CISCO,
    role: 'router',
    model: 'ISR4331/K9',
    sysObjectId: '1.3.6.1.4.1.9.1.2068',
    sysDescr:
      'Cisco IOS Software [Cupertino], ISR Software (X86_64_LINUX_IOSD-UNIVERSALK9-M), Version 17.9.4a, RELEASE SOFTWARE (fc3)\r\n' +
      'Technical Support: http://www.cisco.com/techsupport\r\nCopyright (c) 1986-2023 by Cisco Systems, Inc.',
    osVersion: '17.9.4a',
    services: 78,
    capabilities: 0x08,
    fans: 2,
    supplies: 1,
    cores: 1,
    memoryBytes: 4 * GB,
    diskBytes: 7 * GB,
    temperatureC: 35,
    watts: 54,
  },
  cat9500: {
    ...CISCO,
    role: 'distribution',
    model: 'C9500-24Y4C',
    sysObjectId: '1.3.6.1.4.1.9.1.2688',
    sysDescr: catalyst('C9500-24Y4C', '17.9.4a'),
    osVersion: '17.9.4a',
    services: 78,
    capabilities: 0x28,
    fans: 4,
    supplies: 2,
    cores: 4,
    memoryBytes: 8 * GB,
    diskBytes: 11 * GB,
    temperatureC: 47,
    watts: 184,
  },
  cat9300x24: { ...CATALYST_9300, model: 'C9300-24T', sysDescr: catalyst('C9300-24T', '17.9.4a') },
  cat9300x48: { ...CATALYST_9300, model: 'C9300-48P', sysDescr: catalyst('C9300-48P', '17.9.4a'), watts: 310 },
  fortigate: {
    role: 'firewall',
    vendor: 'Fortinet',
    model: 'FGT_200F',
    sysObjectId: '1.3.6.1.4.1.12356.101.1.2007',
    sysDescr: 'FortiGate-200F v7.2.8,build1639,240313 (GA.M)',
    osVersion: '7.2.8',
    services: 78,
    capabilities: 0x08,
    portIdStyle: 'short-name',
    cisco: false,
    oui: '04d590',
    serialPrefix: 'FG200FT92',
    fans: 4,
    supplies: 2,
    cores: 8,
    memoryBytes: 16 * GB,
    diskName: '/data',
    diskBytes: 2 * GB,
    temperatureC: 36,
    watts: 118,
    firstIfIndex: 1,
  },
  hypervisor: {
    role: 'hypervisor',
    vendor: 'Dell Inc.',
    model: 'PowerEdge R650',
    sysObjectId: '1.3.6.1.4.1.8072.3.2.10',
    sysDescr: 'Linux hv 6.8.12-4-pve #1 SMP PREEMPT_DYNAMIC PMX 6.8.12-4 (2024-11-06T15:04Z) x86_64',
    osVersion: '6.8.12-4-pve',
    services: 72,
    capabilities: 0x21,
    portIdStyle: 'mac',
    cisco: false,
    oui: 'b07b25',
    serialPrefix: '7XK',
    fans: 8,
    supplies: 2,
    cores: 16,
    memoryBytes: 256 * GB,
    diskName: '/',
    diskBytes: 900 * GB,
    temperatureC: 29,
    watts: 388,
    firstIfIndex: 1,
  },
  aruba7210: {
    role: 'wireless',
    vendor: 'Aruba Networks',
    model: 'A7210',
    sysObjectId: '1.3.6.1.4.1.14823.1.1.32',
    sysDescr: 'ArubaOS (MODEL: Aruba7210), Version 8.10.0.9 (88490)',
    osVersion: '8.10.0.9',
    services: 6,
    capabilities: 0x20,
    portIdStyle: 'short-name',
    cisco: false,
    oui: '001a1e',
    serialPrefix: 'CP003',
    fans: 3,
    supplies: 2,
    cores: 4,
    memoryBytes: 8 * GB,
    diskName: '/flash',
    diskBytes: 4 * GB,
    temperatureC: 37,
    watts: 130,
    firstIfIndex: 8193,
  },
  synology: {
    role: 'storage',
    vendor: 'Synology',
    model: 'RS3621xs+',
    sysObjectId: '1.3.6.1.4.1.8072.3.2.10',
    sysDescr: 'Linux sto 4.4.302+ #72806 SMP Thu Sep 5 13:41:22 CST 2024 x86_64',
    osVersion: 'DSM 7.2-72806',
    services: 72,
    capabilities: 0x01,
    portIdStyle: 'mac',
    cisco: false,
    oui: '001132',
    serialPrefix: '21A0S9R',
    fans: 4,
    supplies: 2,
    cores: 4,
    memoryBytes: 16 * GB,
    diskName: '/volume1',
    diskBytes: 84_000 * GB,
    temperatureC: 33,
    watts: 210,
    firstIfIndex: 1,
  },
  accessPoint: {
    role: 'access-point',
    vendor: 'Aruba Networks',
    model: 'AP-515',
    sysObjectId: '1.3.6.1.4.1.14823.1.2.107',
    sysDescr: 'AOS-8 (MODEL: 515), Version 8.10.0.9-8.10.0.9 SSR',
    osVersion: '8.10.0.9',
    services: 2,
    capabilities: 0x30,
    portIdStyle: 'mac',
    cisco: false,
    oui: '204c03',
    serialPrefix: 'CNJ9',
    fans: 0,
    supplies: 0,
    cores: 2,
    memoryBytes: 1 * GB,
    diskName: '/flash',
    diskBytes: 0.25 * GB,
    temperatureC: 44,
    watts: 11,
    firstIfIndex: 1,
  },
} as const satisfies Record<string, Product>;

export type ProductKey = keyof typeof PRODUCTS;
