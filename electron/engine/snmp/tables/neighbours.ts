/** Neighbour tables of LLDP, versions 1 and 2 of its MIB, and of CDP. */
import type { TableSpec } from './table-spec.ts';

/** lldpRemEntry (IEEE 802.1AB-2005), indexed by time mark, local port number, remote index. */
export const LLDP_REMOTE = {
  name: 'lldpRemTable',
  entry: '1.0.8802.1.1.2.1.4.1.1',
  columns: {
    chassisIdSubtype: 4,
    chassisId: 5,
    portIdSubtype: 6,
    portId: 7,
    portDesc: 8,
    sysName: 9,
    sysDesc: 10,
    capEnabled: 12,
  },
  maxRows: 5000,
} as const satisfies TableSpec;

/** Its addresses stand in the index; the columns only say that the row is there. */
export const LLDP_REMOTE_ADDRESS = {
  name: 'lldpRemManAddrTable',
  entry: '1.0.8802.1.1.2.1.4.2.1',
  columns: { ifSubtype: 3 },
  maxRows: 10_000,
} as const satisfies TableSpec;

export const LLDP_LOCAL_PORT = {
  name: 'lldpLocPortTable',
  entry: '1.0.8802.1.1.2.1.3.7.1',
  columns: { idSubtype: 2, id: 3, desc: 4 },
} as const satisfies TableSpec;

/** Local chassis: subtype, id, name. */
export const LLDP_LOCAL_SCALARS = [
  '1.0.8802.1.1.2.1.3.1.0',
  '1.0.8802.1.1.2.1.3.2.0',
  '1.0.8802.1.1.2.1.3.3.0',
] as const;

/** LLDP-V2-MIB (IEEE 802.1AB-2009): local ports are told by ifIndex, and a destination MAC stands in the index. */
export const LLDP_V2_REMOTE = {
  name: 'lldpV2RemTable',
  entry: '1.3.111.2.802.1.1.13.1.4.1.1',
  columns: {
    chassisIdSubtype: 5,
    chassisId: 6,
    portIdSubtype: 7,
    portId: 8,
    portDesc: 9,
    sysName: 10,
    sysDesc: 11,
    capEnabled: 13,
  },
  maxRows: 5000,
} as const satisfies TableSpec;

export const LLDP_V2_REMOTE_ADDRESS = {
  name: 'lldpV2RemManAddrTable',
  entry: '1.3.111.2.802.1.1.13.1.4.2.1',
  columns: { ifSubtype: 3 },
  maxRows: 10_000,
} as const satisfies TableSpec;

export const LLDP_V2_LOCAL_PORT = {
  name: 'lldpV2LocPortTable',
  entry: '1.3.111.2.802.1.1.13.1.3.7.1',
  columns: { idSubtype: 2, id: 3, desc: 4 },
} as const satisfies TableSpec;

export const LLDP_V2_LOCAL_SCALARS = [
  '1.3.111.2.802.1.1.13.1.3.1.0',
  '1.3.111.2.802.1.1.13.1.3.2.0',
  '1.3.111.2.802.1.1.13.1.3.3.0',
] as const;

/** CISCO-CDP-MIB cdpCacheEntry, indexed by ifIndex and a number. */
export const CDP_CACHE = {
  name: 'cdpCacheTable',
  entry: '1.3.6.1.4.1.9.9.23.1.2.1.1',
  columns: {
    addressType: 3,
    address: 4,
    version: 5,
    deviceId: 6,
    devicePort: 7,
    platform: 8,
    capabilities: 9,
    sysName: 17,
  },
  maxRows: 5000,
} as const satisfies TableSpec;
