/** What a counter poll asks of each interface. The first table's cells come in one PDU with sysUpTime. */
import type { TableSpec } from './table-spec.ts';

/** ifXTable: discontinuity time and 64-bit counters beside it, as RFC 2863 wants them read. */
export const COUNTERS_64 = {
  name: 'ifXTable counters',
  entry: '1.3.6.1.2.1.31.1.1.1',
  columns: {
    name: 1,
    discontinuity: 19,
    hcInOctets: 6,
    hcInUnicast: 7,
    hcInMulticast: 8,
    hcInBroadcast: 9,
    hcOutOctets: 10,
    hcOutUnicast: 11,
    hcOutMulticast: 12,
    hcOutBroadcast: 13,
    highSpeed: 15,
    alias: 18,
  },
  stamped: true,
} as const satisfies TableSpec;

/** ifTable: what has no 64-bit form, and the states. */
export const COUNTERS_REST = {
  name: 'ifTable states',
  entry: '1.3.6.1.2.1.2.2.1',
  columns: {
    descr: 2,
    speed: 5,
    adminStatus: 7,
    operStatus: 8,
    inDiscards: 13,
    inErrors: 14,
    outDiscards: 19,
    outErrors: 20,
  },
} as const satisfies TableSpec;

/** ifTable's own counters, for agents without the 64-bit ones (SNMPv1 has no Counter64 at all). */
export const COUNTERS_32 = {
  name: 'ifTable counters',
  entry: '1.3.6.1.2.1.2.2.1',
  columns: { inOctets: 10, inUnicast: 11, inNonUnicast: 12, outOctets: 16, outUnicast: 17, outNonUnicast: 18 },
  stamped: true,
} as const satisfies TableSpec;
