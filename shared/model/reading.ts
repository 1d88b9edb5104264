/**
 * What one interrogation of a device yields: the shape that `trunkline probe --json` prints, and what discovery and polling
 * work with. Null is unknown: never 0, never "".
 */
import type { NeighbourProtocol, NeighbourRuns } from './neighbour-protocols.ts';
import type { Component, HardwareReading, Health, IdentityTold, OpticPart, SensorLimits, Told } from './hardware.ts';

export interface DeviceIdentity {
  readonly sysName: string | null;
  readonly sysDescr: string | null;
  readonly sysObjectID: string | null;
  readonly vendor: string | null;
  readonly model: string | null;
  readonly os: string | null;
  readonly osVersion: string | null;
  readonly serial: string | null;
}

/** Counters as decimal text in JSON may exceed 2^53, so they are bigint here. */
export interface InterfaceReading {
  readonly ifIndex: number;
  readonly name: string | null;
  readonly description: string | null;
  readonly alias: string | null;
  /** IANA name (ethernetCsmacd), or the number in text where IANA has no name. */
  readonly type: string | null;
  readonly speedBps: number | null;
  readonly adminStatus: string | null;
  readonly operStatus: string | null;
  readonly mac: string | null;
  readonly mtu: number | null;
  readonly inOctets: bigint | null;
  readonly outOctets: bigint | null;
}

export interface ProcessorReading {
  readonly name: string;
  readonly percent: number | null;
}

export interface MemoryReading {
  readonly name: string;
  readonly usedPercent: number | null;
  readonly usedBytes: number | null;
  readonly totalBytes: number | null;
}

export interface StorageReading {
  readonly name: string;
  readonly usedPercent: number | null;
  readonly totalBytes: number | null;
  readonly told?: Told | undefined;
}

export interface SensorReading {
  readonly kind: string;
  readonly name: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly status?: string | undefined;
  readonly oid?: string | undefined;
  /** The device's own judgement, where it tells one. */
  readonly health?: Health | undefined;
  /** Only where they were asked for. */
  readonly limits?: SensorLimits | undefined;
  readonly component?: Component | undefined;
  readonly optic?: OpticPart | undefined;
  /** entPhysicalIndex of what it belongs to. */
  readonly entity?: number | undefined;
  readonly ifIndex?: number | undefined;
  readonly told?: Told | undefined;
}

/** One row of a neighbour table, decoded (subtypes applied) but not matched to any device. */
export interface NeighbourReading {
  readonly protocol: NeighbourProtocol;
  /** The local port as ifIndex, where the agent lets one know it. */
  readonly localIfIndex: number | null;
  readonly localPort: string | null;
  readonly remoteName: string | null;
  readonly remotePort: string | null;
  readonly remotePortDescription: string | null;
  /** LLDP subtypes by RFC/IEEE number (chassis 4 = MAC, 5 = address; port 1 alias, 3 MAC, 5 name, 7 local); null for all others. */
  readonly remotePortSubtype: number | null;
  readonly remoteChassisId: string | null;
  readonly remoteChassisSubtype: number | null;
  readonly remoteAddress: string | null;
  readonly remoteSystemDescription: string | null;
  /** LLDP capabilities enabled, by their names: bridge, router, wlanAccessPoint, telephone, stationOnly … */
  readonly remoteCapabilities: readonly string[];
}

/** What a device says of itself over LLDP, so that others' rows about it can be matched. */
export interface LocalLldp {
  readonly chassisId: string | null;
  readonly chassisSubtype: number | null;
  readonly sysName: string | null;
  readonly ports: readonly LocalLldpPort[];
}

export interface LocalLldpPort {
  readonly portNumber: number;
  readonly subtype: number | null;
  readonly id: string | null;
  readonly description: string | null;
  readonly ifIndex: number | null;
}

export interface AddressReading {
  readonly address: string;
  readonly prefixLength: number | null;
  readonly ifIndex: number | null;
}

export interface DeviceReading {
  readonly identity: DeviceIdentity;
  /** Where the fields of it come from. */
  readonly identityTold: IdentityTold;
  readonly location: string | null;
  readonly contact: string | null;
  /** sysUpTime in milliseconds at the moment of reading. */
  readonly uptimeMs: number | null;
  /** sysServices, or capabilities, say what layers it works at (RFC 3418); null when not told. */
  readonly services: number | null;
  readonly interfaces: readonly InterfaceReading[];
  readonly addresses: readonly AddressReading[];
  readonly processors: readonly ProcessorReading[];
  readonly memory: readonly MemoryReading[];
  readonly storage: readonly StorageReading[];
  readonly sensors: readonly SensorReading[];
  readonly hardware: HardwareReading;
  readonly neighbours: readonly NeighbourReading[];
  readonly lldp: LocalLldp | null;
  /** Which neighbour tables were read to their end in this run: only those may age what they no longer show. */
  readonly neighbourRuns: NeighbourRuns;
  readonly stats: { readonly requests: number; readonly durationMs: number };
  readonly warnings: readonly string[];
}

/** One poll's counters of one interface. */
export interface CounterReading {
  readonly ifIndex: number;
  readonly name: string | null;
  readonly description: string | null;
  readonly alias: string | null;
  readonly speedBps: number | null;
  readonly adminStatus: string | null;
  readonly operStatus: string | null;
  /** ifCounterDiscontinuityTime in hundredths of a second of sysUpTime. */
  readonly discontinuity: number | null;
  /** 64 for ifHC*, 32 for the old ones. */
  readonly octetBits: 32 | 64;
  readonly packetBits: 32 | 64;
  readonly inOctets: bigint | null;
  readonly outOctets: bigint | null;
  /** All packets: unicast + multicast + broadcast where told. */
  readonly inPackets: bigint | null;
  readonly outPackets: bigint | null;
  readonly inErrors: bigint | null;
  readonly outErrors: bigint | null;
  readonly inDiscards: bigint | null;
  readonly outDiscards: bigint | null;
  /** Monotonic milliseconds at receipt of the reply that held this row. */
  readonly monotonicMs: number;
  /** sysUpTime in hundredths, fetched with it. */
  readonly uptimeHundredths: number | null;
}

export interface CounterPoll {
  readonly atMs: number;
  readonly rows: readonly CounterReading[];
  readonly uptimeHundredths: number | null;
  /** snmpEngineBoots and snmpEngineTime (seconds), where the agent has them (RFC 3411): tells a restart from a wrap. */
  readonly engineBoots: number | null;
  readonly engineTimeS: number | null;
  /** ifTableLastChange in hundredths and ifNumber: tell when to re-match interfaces. */
  readonly tableLastChange: number | null;
  readonly interfaceCount: number | null;
  readonly stats: { readonly requests: number; readonly durationMs: number };
}

export interface HealthPoll {
  readonly atMs: number;
  readonly processors: readonly ProcessorReading[];
  readonly memory: readonly MemoryReading[];
  readonly storage: readonly StorageReading[];
  readonly sensors: readonly SensorReading[];
  readonly stats: { readonly requests: number; readonly durationMs: number };
}
