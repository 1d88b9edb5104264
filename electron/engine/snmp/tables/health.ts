/** Tables of processors, memory, storage and sensors that several vendors share. */
import type { TableSpec } from './table-spec.ts';

/** HOST-RESOURCES-MIB, RFC 2790. */
export const HR_PROCESSOR_TABLE = {
  name: 'hrProcessorTable',
  entry: '1.3.6.1.2.1.25.3.3.1',
  columns: { load: 2 },
  maxRows: 2000,
  lasting: true,
} as const satisfies TableSpec;

export const HR_DEVICE_TABLE = {
  name: 'hrDeviceTable',
  entry: '1.3.6.1.2.1.25.3.2.1',
  columns: { type: 2, descr: 3 },
  maxRows: 2000,
  lasting: true,
} as const satisfies TableSpec;

export const HR_STORAGE_TABLE = {
  name: 'hrStorageTable',
  entry: '1.3.6.1.2.1.25.2.3.1',
  columns: { type: 2, descr: 3, unitBytes: 4, size: 5, used: 6 },
  maxRows: 2000,
  lasting: true,
} as const satisfies TableSpec;

/** ENTITY-MIB, RFC 6933. */
export const ENTITY_TABLE = {
  name: 'entPhysicalTable',
  entry: '1.3.6.1.2.1.47.1.1.1.1',
  columns: {
    descr: 2,
    containedIn: 4,
    class: 5,
    position: 6,
    name: 7,
    hardwareRevision: 8,
    firmwareRevision: 9,
    softwareRevision: 10,
    serial: 11,
    manufacturer: 12,
    model: 13,
    isFru: 16,
  },
  lasting: true,
} as const satisfies TableSpec;

/** The same, but only what gives names to sensors: for polls. */
export const ENTITY_NAMES = {
  ...ENTITY_TABLE,
  columns: { descr: 2, name: 7 },
} as const satisfies TableSpec;

/** ENTITY-SENSOR-MIB, RFC 3433. */
export const ENTITY_SENSOR_TABLE = {
  name: 'entPhySensorTable',
  entry: '1.3.6.1.2.1.99.1.1.1',
  columns: { type: 1, scale: 2, precision: 3, value: 4, status: 5 },
  lasting: true,
} as const satisfies TableSpec;

/** Which physical entity is which interface (RFC 6933): the index goes on with a logical entity, 0 for all. */
export const ENTITY_ALIAS_TABLE = {
  name: 'entAliasMappingTable',
  entry: '1.3.6.1.2.1.47.1.3.2.1',
  columns: { identifier: 2 },
  lasting: true,
} as const satisfies TableSpec;

/** ENTITY-STATE-MIB, RFC 4268. */
export const ENTITY_STATE_TABLE = {
  name: 'entStateTable',
  entry: '1.3.6.1.2.1.131.1.1.1',
  columns: { oper: 3, alarm: 5 },
  lasting: true,
} as const satisfies TableSpec;
