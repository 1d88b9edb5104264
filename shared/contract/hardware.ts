/** Parts of devices: chassis and modules, sensors with their limits, VLANs, and where each value comes from. */
import { z } from 'zod';
import { COMPONENT_WORDS, HEALTH_WORDS, OPTIC_WORDS, PART_CLASSES, TOLD_FIELDS } from '../model/hardware.ts';
import { epochMs, rowId } from './common.ts';
import { call, topic } from './define.ts';

export const healthWord = z.enum(HEALTH_WORDS);

const level = z.number().nullable();
export const sensorLimits = z.object({
  lowCritical: level,
  lowWarning: level,
  highWarning: level,
  highCritical: level,
});

export const sensor = z.object({
  id: rowId,
  deviceId: rowId,
  /** temperature, fanspeed, dbm, state, storage … */
  kind: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  /** Null: the device did not say, or not any more. */
  value: level,
  /** The device's word for it, where it has one: "notPresent". */
  word: z.string().nullable(),
  /** When the value was read; null before the first reading since the engine started. */
  atMs: epochMs.nullable(),
  /** Null where the device tells none. */
  limits: sensorLimits.nullable(),
  health: healthWord,
  healthSinceMs: epochMs,
  /** One sentence: what makes it so. */
  because: z.string().nullable(),
  /** What it tells the state of, where that is a part of its own. */
  component: z.enum(COMPONENT_WORDS).nullable(),
  /** Sensors of one fan, one power supply, one transceiver have the same. */
  assembly: z.string(),
  optic: z.enum(OPTIC_WORDS).nullable(),
  /** entPhysicalIndex of the part that it belongs to. */
  partIndex: z.int().nullable(),
  interfaceId: rowId.nullable(),
});
export type Sensor = z.infer<typeof sensor>;

export const devicePart = z.object({
  index: z.int(),
  parent: z.int().nullable(),
  class: z.enum(PART_CLASSES),
  name: z.string(),
  description: z.string().nullable(),
  position: z.int().nullable(),
  hardware: z.string().nullable(),
  firmware: z.string().nullable(),
  software: z.string().nullable(),
  serial: z.string().nullable(),
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  replaceable: z.boolean().nullable(),
  /** By ENTITY-STATE-MIB. */
  health: healthWord,
  interfaceId: rowId.nullable(),
});
export type DevicePart = z.infer<typeof devicePart>;

export const deviceVlan = z.object({
  vlan: z.int().min(1).max(4094),
  name: z.string().nullable(),
  untagged: z.array(rowId),
  tagged: z.array(rowId),
  /** Ports of it that are no interface we know. */
  lost: z.int(),
});
export type DeviceVlan = z.infer<typeof deviceVlan>;

/** A table that was asked for, and what came of it. */
export const tableTold = z.object({
  name: z.string(),
  mib: z.string(),
  state: z.enum(['complete', 'partial', 'absent']),
  rows: z.int(),
});

/** Where a field of a device's identity comes from, and when that was read. */
export const identityTold = z.object({
  /** MIB and object. */
  source: z.string(),
  oid: z.string().nullable(),
  raw: z.string().nullable(),
  /** The rule that made the field of it, in words. */
  how: z.string().nullable(),
  atMs: epochMs,
});
export type KeptIdentityTold = Readonly<Partial<Record<(typeof TOLD_FIELDS)[number], z.infer<typeof identityTold>>>>;

/** What is kept of a device's parts between two readings. */
export const keptHardware = z.object({
  /** Missing where the device was read by a version that did not keep it. */
  identity: z.partialRecord(z.enum(TOLD_FIELDS), identityTold).optional(),
  /** A part stands before what it holds. */
  parts: z.array(devicePart),
  vlans: z.array(deviceVlan),
  /** MIB that the VLANs come from. */
  vlanSource: z.string().nullable(),
  tables: z.array(tableTold),
  /** What was wrong with what the device told, in words. */
  notes: z.array(z.string()),
});
export type KeptHardware = z.infer<typeof keptHardware>;

/** A value, and everything it was made of. */
export const valueExplanation = z.object({
  title: z.string(),
  value: z.string().nullable(),
  /** The rule that made it, in words: which profile, which arithmetic. */
  rule: z.string(),
  /** How its state was judged; null for what has none. */
  judged: z.string().nullable(),
  /** What the agent said, object by object. */
  told: z.array(
    z.object({
      object: z.string(),
      oid: z.string().nullable(),
      raw: z.string().nullable(),
      means: z.string().nullable(),
    }),
  ),
  readAtMs: epochMs.nullable(),
});
export type ValueExplanation = z.infer<typeof valueExplanation>;

export const valueSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sensor'), sensorId: rowId }),
  z.strictObject({ kind: z.literal('part'), index: z.int() }),
  z.strictObject({ kind: z.literal('vlan'), vlan: z.int() }),
  z.strictObject({ kind: z.literal('identity'), field: z.enum(['name', ...TOLD_FIELDS]) }),
]);
export type ValueSubject = z.infer<typeof valueSubject>;
export type IdentityField = Extract<ValueSubject, { kind: 'identity' }>['field'];

export const hardwareCalls = {
  /** Parts and VLANs as last read; `readAtMs` is null before the first reading. */
  'hardware.read': call({ deviceId: rowId }, keptHardware.extend({ readAtMs: epochMs.nullable() })),
  /** Where a value comes from: raw objects, rule, limits, when it was read. */
  'value.why': call({ deviceId: rowId, subject: valueSubject }, valueExplanation),
};

export const hardwareTopics = {
  /** One device's sensors, storage included. */
  sensors: topic({ deviceId: rowId }, sensor),
};
