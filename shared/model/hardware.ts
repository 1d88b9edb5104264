/** The parts of a device: chassis, modules, sensors with their limits, optics, VLANs. Null is unknown: never 0, never "". */

/**
 * How a part or sensor fares. `absent`: an empty bay, which is no fault. `unknown`: the device tells neither a state nor
 * limits, or does not show it any more; nothing is concluded from it.
 */
export const HEALTH_WORDS = ['ok', 'warning', 'critical', 'failed', 'absent', 'unknown'] as const;
export type Health = (typeof HEALTH_WORDS)[number];

/** Worst first. An empty bay and what nobody knows are no faults. */
const BY_WEIGHT: readonly Health[] = ['failed', 'critical', 'warning', 'ok', 'absent', 'unknown'];

/** The worst of several; unknown of none. */
export const worstHealth = (all: readonly Health[]): Health =>
  BY_WEIGHT.find((health) => all.includes(health)) ?? 'unknown';

export const isFault = (health: Health): boolean =>
  health === 'failed' || health === 'critical' || health === 'warning';

/** Levels in the unit of the value: beyond a warning it should be looked at, beyond a critical one something breaks. */
export interface SensorLimits {
  readonly lowCritical: number | null;
  readonly lowWarning: number | null;
  readonly highWarning: number | null;
  readonly highCritical: number | null;
}

export const OPTIC_WORDS = ['rx', 'tx', 'bias', 'temperature', 'voltage'] as const;
/** Which of the values of a transceiver (SFF-8472: received and transmitted power, bias current, temperature, supply). */
export type OpticPart = (typeof OPTIC_WORDS)[number];

export const COMPONENT_WORDS = ['fan', 'supply', 'module', 'disk', 'battery'] as const;
/** What a sensor tells the state of, where that is a part somebody would replace. */
export type Component = (typeof COMPONENT_WORDS)[number];

/** Where a value comes from and how it was made of what the agent said. */
export interface Told {
  /** MIB and object. */
  readonly source: string;
  /** OID of the object itself. */
  readonly oid: string | null;
  /** What the agent said, as text; null where it said nothing usable. */
  readonly raw: string | null;
  /** From the raw value to the one that is shown: "385 x 10^-1"; null where it is shown as it came. */
  readonly how: string | null;
}

/** What of a device's identity can say where it comes from. Its name is looked up when somebody asks. */
export const TOLD_FIELDS = ['kind', 'vendor', 'model', 'os', 'osVersion', 'serial'] as const;
export type ToldField = (typeof TOLD_FIELDS)[number];
export type IdentityTold = Readonly<Partial<Record<ToldField, Told>>>;

export const PART_CLASSES = [
  'other', 'unknown', 'chassis', 'backplane', 'container', 'powerSupply', 'fan', 'sensor', 'module', 'port', 'stack',
  'cpu', 'energyObject', 'battery', 'storageDrive',
] as const; // prettier-ignore
/** PhysicalClass of ENTITY-MIB (RFC 6933; the last two by IANA-ENTITY-MIB). */
export type PartClass = (typeof PART_CLASSES)[number];

/** A row of entPhysicalTable, or of the table that a vendor has in its place. */
export interface PartReading {
  /** entPhysicalIndex, or the index of the vendor's table made one number: the agent's number for it now, never an identity. */
  readonly index: number;
  /** entPhysicalIndex of what holds it; null for the top of a tree. */
  readonly parent: number | null;
  readonly class: PartClass;
  readonly name: string;
  readonly description: string | null;
  readonly position: number | null;
  readonly hardware: string | null;
  readonly firmware: string | null;
  readonly software: string | null;
  readonly serial: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  /** A part that can be replaced on site. */
  readonly replaceable: boolean | null;
  /** What ENTITY-STATE-MIB (RFC 4268) says of it; unknown where it says nothing. */
  readonly health: Health;
  /** The interface that it is or holds, where the device says so. */
  readonly ifIndex: number | null;
}

export interface VlanReading {
  /** 1 to 4094. */
  readonly vlan: number;
  readonly name: string | null;
  /** ifIndexes of the ports that send its frames without a tag. */
  readonly untagged: readonly number[];
  readonly tagged: readonly number[];
  /** Ports that the device lists by a bridge port which is no interface. */
  readonly lost: number;
}

export interface VlansReading {
  /** MIB that the list comes from; null where the device has none. */
  readonly source: string | null;
  /** Tables of VLANs that the device was asked for, and what came of it. */
  readonly tables: readonly TableTold[];
  readonly vlans: readonly VlanReading[];
}

/** A table that was asked for: what the page names where there is nothing to show. */
export interface TableTold {
  readonly name: string;
  readonly mib: string;
  readonly state: 'complete' | 'partial' | 'absent';
  readonly rows: number;
}

/** Parts, VLANs, and which tables there were: read in the slow job. */
export interface HardwareReading {
  readonly parts: readonly PartReading[];
  readonly vlans: VlansReading;
  readonly tables: readonly TableTold[];
  /** What was wrong with the tree, in words. */
  readonly notes: readonly string[];
}
