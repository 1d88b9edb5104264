/** Tables of VLANs: the standard's, and Cisco's, whose switches have the standard ones only in part. */
import type { TableSpec } from './table-spec.ts';

/** Q-BRIDGE-MIB, RFC 4363. The index is a time mark and the VLAN. */
export const VLAN_CURRENT_TABLE = {
  name: 'dot1qVlanCurrentTable',
  entry: '1.3.6.1.2.1.17.7.1.4.2.1',
  columns: { egress: 4, untagged: 5 },
  maxRows: 10_000,
} as const satisfies TableSpec;

export const VLAN_STATIC_TABLE = {
  name: 'dot1qVlanStaticTable',
  entry: '1.3.6.1.2.1.17.7.1.4.3.1',
  columns: { name: 1, egress: 2, untagged: 4 },
  maxRows: 5000,
} as const satisfies TableSpec;

/** CISCO-VTP-MIB. The index is the VTP domain and the VLAN; type 1 is Ethernet. */
export const VTP_VLAN_TABLE = {
  name: 'vtpVlanTable',
  entry: '1.3.6.1.4.1.9.9.46.1.3.1.1',
  columns: { state: 2, type: 3, name: 4 },
  maxRows: 10_000,
  lasting: true,
} as const satisfies TableSpec;

/** By ifIndex. Four bitmaps of 1,024 VLANs each; the dynamic status 1 is "trunking". */
export const VLAN_TRUNK_TABLE = {
  name: 'vlanTrunkPortTable',
  entry: '1.3.6.1.4.1.9.9.46.1.6.1.1',
  columns: { enabled: 4, native: 5, status: 14, enabled2k: 17, enabled3k: 18, enabled4k: 19 },
  maxRows: 5000,
  lasting: true,
} as const satisfies TableSpec;

/** CISCO-VLAN-MEMBERSHIP-MIB, by ifIndex: the VLAN of an access port. */
export const VM_MEMBERSHIP_TABLE = {
  name: 'vmMembershipTable',
  entry: '1.3.6.1.4.1.9.9.68.1.2.2.1',
  columns: { vlan: 2 },
  maxRows: 5000,
  lasting: true,
} as const satisfies TableSpec;
