/** The standard tables, as data. Columns are named as their MIBs name them, without the table's prefix. */
import type { TableSpec } from './table-spec.ts';

/** ifNumber. */
const INTERFACE_COUNT = '1.3.6.1.2.1.2.1.0';

/** RFC 2863. The oldest table of all: also for agents that know nothing newer. */
export const IF_TABLE = {
  name: 'ifTable',
  entry: '1.3.6.1.2.1.2.2.1',
  columns: {
    index: 1,
    descr: 2,
    type: 3,
    mtu: 4,
    speed: 5,
    physAddress: 6,
    adminStatus: 7,
    operStatus: 8,
    inOctets: 10,
    outOctets: 16,
  },
  countedBy: INTERFACE_COUNT,
} as const satisfies TableSpec;

export const IF_X_TABLE = {
  name: 'ifXTable',
  entry: '1.3.6.1.2.1.31.1.1.1',
  columns: { name: 1, hcInOctets: 6, hcOutOctets: 10, highSpeed: 15, alias: 18 },
  countedBy: INTERFACE_COUNT,
} as const satisfies TableSpec;

/** RFC 4293. */
export const IP_ADDRESS_TABLE = {
  name: 'ipAddressTable',
  entry: '1.3.6.1.2.1.4.34.1',
  columns: { ifIndex: 3, type: 4, prefix: 5 },
} as const satisfies TableSpec;

/** RFC 1213, IPv4 only. */
export const IP_ADDR_TABLE = {
  name: 'ipAddrTable',
  entry: '1.3.6.1.2.1.4.20.1',
  columns: { ifIndex: 2, netMask: 3 },
} as const satisfies TableSpec;

/** Which bridge port is which interface (RFC 4188). */
export const BRIDGE_PORT_TABLE = {
  name: 'dot1dBasePortTable',
  entry: '1.3.6.1.2.1.17.1.4.1',
  columns: { ifIndex: 2 },
} as const satisfies TableSpec;
