/** Processors, memory, storage and sensors, from the standard tables and those of net-snmp. */
import { ok } from '../../../shared/model/outcome.ts';
import type { Outcome, Problem } from '../../../shared/model/outcome.ts';
import type { MemoryReading, ProcessorReading, SensorReading, StorageReading } from '../../../shared/model/reading.ts';
import { decodeEntitySensors, entityNames } from './decode/entity-sensors.ts';
import { decodeHostMemory, decodeProcessors, decodeStorage, storageRows } from './decode/host-resources.ts';
import { UCD_MEMORY_OIDS, decodeUcdMemory } from './decode/ucd-memory.ts';
import type { SnmpSession } from './session.ts';
import {
  ENTITY_SENSOR_TABLE,
  ENTITY_TABLE,
  HR_DEVICE_TABLE,
  HR_PROCESSOR_TABLE,
  HR_STORAGE_TABLE,
} from './tables/health.ts';
import type { TableSpec, WalkedRow, WalkedTables } from './tables/table-spec.ts';
import { rowsOf } from './tables/table-spec.ts';
import type { SnmpValue } from './wire/value.ts';

export interface HealthRead {
  readonly processors: readonly ProcessorReading[];
  readonly memory: readonly MemoryReading[];
  readonly storage: readonly StorageReading[];
  readonly sensors: readonly SensorReading[];
  /** Rows of entPhysicalTable, for whoever wants serial and model. */
  readonly entities: readonly WalkedRow[];
}

const TABLES: readonly TableSpec[] = [
  HR_PROCESSOR_TABLE,
  HR_DEVICE_TABLE,
  HR_STORAGE_TABLE,
  ENTITY_SENSOR_TABLE,
  ENTITY_TABLE,
];

const decode = (tables: WalkedTables, ucd: readonly SnmpValue[]): HealthRead => {
  const storage = storageRows(rowsOf(tables, HR_STORAGE_TABLE));
  const ucdMemory = decodeUcdMemory(ucd);
  const entities = rowsOf(tables, ENTITY_TABLE);
  return {
    processors: decodeProcessors(rowsOf(tables, HR_PROCESSOR_TABLE), rowsOf(tables, HR_DEVICE_TABLE)),
    memory: ucdMemory.length > 0 ? ucdMemory : decodeHostMemory(storage),
    storage: decodeStorage(storage),
    sensors: decodeEntitySensors(rowsOf(tables, ENTITY_SENSOR_TABLE), entityNames(entities), {
      valueOid: `${ENTITY_SENSOR_TABLE.entry}.${ENTITY_SENSOR_TABLE.columns.value}`,
    }),
    entities,
  };
};

/** `skip`: names of tables that this device is known not to have. */
export const readHealth = async (
  session: SnmpSession,
  signal: AbortSignal,
  skip: ReadonlySet<string> = new Set(),
): Promise<Outcome<HealthRead>> => {
  const got = await session.get(UCD_MEMORY_OIDS, signal);
  if (got.kind === 'failed') return got;
  const walked = await session.walk(
    TABLES.filter((table) => !skip.has(table.name)),
    signal,
  );
  if (walked.kind === 'failed') return walked;
  const value = decode(
    walked.value,
    got.value.map((varbind) => varbind.value),
  );
  const problems: Problem[] = [got, walked].flatMap((one) => (one.kind === 'partial' ? [...one.problems] : []));
  return problems.length > 0 ? { kind: 'partial', value, problems } : ok(value);
};
