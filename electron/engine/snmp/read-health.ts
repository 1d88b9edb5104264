/** Processors, memory, storage and sensors: from the tables of the device's profile, and from the standard ones. */
import { ok } from '../../../shared/model/outcome.ts';
import type { TableTold } from '../../../shared/model/hardware.ts';
import type { Outcome, Problem } from '../../../shared/model/outcome.ts';
import type { MemoryReading, ProcessorReading, SensorReading, StorageReading } from '../../../shared/model/reading.ts';
import { decodeParts } from './decode/entities.ts';
import type { Parts } from './decode/entities.ts';
import { decodeEntitySensors, entityNames } from './decode/entity-sensors.ts';
import { decodeHostMemory, decodeProcessors, decodeStorage, storageRows } from './decode/host-resources.ts';
import { UCD_CPU_IDLE, UCD_MEMORY_OIDS, decodeUcdMemory, decodeUcdProcessor } from './decode/ucd-memory.ts';
import { applyMemory, applyProcessors, applySensors } from './profiles/apply-health.ts';
import { applyParts, partTables } from './profiles/apply-parts.ts';
import { entitySensorLimits } from './profiles/entity-sensor-limits.ts';
import { planOf } from './profiles/plan.ts';
import type { Plan, PlanPart } from './profiles/plan.ts';
import { rowReader } from './profiles/row-reader.ts';
import type { RowReader } from './profiles/row-reader.ts';
import type { SnmpProfile } from './profiles/schema.ts';
import type { Asked } from './ask-together.ts';
import type { Questions } from './tables/questions.ts';
import {
  ENTITY_ALIAS_TABLE,
  ENTITY_NAMES,
  ENTITY_SENSOR_TABLE,
  ENTITY_STATE_TABLE,
  ENTITY_TABLE,
  HR_DEVICE_TABLE,
  HR_PROCESSOR_TABLE,
  HR_STORAGE_TABLE,
} from './tables/health.ts';
import type { TableSpec, WalkedRow, WalkedTables } from './tables/table-spec.ts';
import { rowsOf, tableOf } from './tables/table-spec.ts';
import type { SnmpValue } from './wire/value.ts';

export interface HealthRead {
  readonly processors: readonly ProcessorReading[];
  readonly memory: readonly MemoryReading[];
  readonly storage: readonly StorageReading[];
  readonly sensors: readonly SensorReading[];
  /** Rows of entPhysicalTable, for whoever wants serial and model. */
  readonly entities: readonly WalkedRow[];
  /** The tree of parts; only with the identity. */
  readonly parts: Parts;
  /** Tables of parts that were asked for. */
  readonly partTables: readonly TableTold[];
  /** What was read, as the profile names it; null where nothing could be read. */
  readonly reader: RowReader | null;
}

export interface HealthOptions {
  readonly profile: SnmpProfile;
  /** `identity` asks also for what the rules of identity need. */
  readonly parts: readonly PlanPart[];
}

const standardTables = (parts: readonly PlanPart[], profile: SnmpProfile): readonly TableSpec[] => [
  HR_PROCESSOR_TABLE,
  HR_DEVICE_TABLE,
  HR_STORAGE_TABLE,
  ENTITY_SENSOR_TABLE,
  ...(parts.includes('identity')
    ? [ENTITY_TABLE, ENTITY_ALIAS_TABLE, ENTITY_STATE_TABLE, ...partTables(profile.parts).map(([spec]) => spec)]
    : [ENTITY_NAMES]),
];

const PART_TABLES: readonly (readonly [TableSpec, string])[] = [
  [ENTITY_TABLE, 'ENTITY-MIB'],
  [ENTITY_ALIAS_TABLE, 'ENTITY-MIB'],
  [ENTITY_STATE_TABLE, 'ENTITY-STATE-MIB'],
  [ENTITY_SENSOR_TABLE, 'ENTITY-SENSOR-MIB'],
  [HR_STORAGE_TABLE, 'HOST-RESOURCES-MIB'],
];

const tablesTold = ({ tables, profile }: Read): TableTold[] =>
  [...PART_TABLES, ...partTables(profile.parts)].map(([spec, mib]) => {
    const { state, rows } = tableOf(tables, spec);
    return { name: spec.name, mib, state, rows: rows.length };
  });

type When = SnmpProfile['standard']['processors'];

/** The profile's own, and the standard's beside or instead of them. */
const combine = <T>(own: readonly T[], standard: readonly T[], when: When): readonly T[] => {
  if (when === 'never') return own;
  if (when === 'also') return [...own, ...standard];
  return own.length > 0 ? own : standard;
};

interface Read {
  readonly profile: SnmpProfile;
  readonly plan: Plan;
  readonly tables: WalkedTables;
  readonly scalars: ReadonlyMap<string, SnmpValue>;
}

const standardMemory = (read: Read): readonly MemoryReading[] => {
  const host = decodeHostMemory(storageRows(rowsOf(read.tables, HR_STORAGE_TABLE)));
  return host.length > 0 ? host : decodeUcdMemory(UCD_MEMORY_OIDS.map((oid) => read.scalars.get(oid) ?? null));
};

const standardProcessors = ({ tables, scalars }: Read): readonly ProcessorReading[] => {
  const told = decodeProcessors(rowsOf(tables, HR_PROCESSOR_TABLE), rowsOf(tables, HR_DEVICE_TABLE));
  return told.length > 0 ? told : decodeUcdProcessor(scalars.get(UCD_CPU_IDLE) ?? null);
};

const standardSensors = ({ profile, tables }: Read, reader: RowReader): readonly SensorReading[] => {
  const valueOid = `${ENTITY_SENSOR_TABLE.entry}.${ENTITY_SENSOR_TABLE.columns.value}`;
  const names = entityNames(rowsOf(tables, ENTITY_TABLE));
  const sensors = decodeEntitySensors(rowsOf(tables, ENTITY_SENSOR_TABLE), names, { valueOid });
  return entitySensorLimits(profile, reader, sensors);
};

/** Of ENTITY-MIB, and of the vendor's table where that is empty. */
const partsOf = ({ tables, profile }: Read): Parts => {
  const standard = decodeParts({
    entities: rowsOf(tables, ENTITY_TABLE),
    aliases: rowsOf(tables, ENTITY_ALIAS_TABLE),
    states: rowsOf(tables, ENTITY_STATE_TABLE),
  });
  return standard.parts.length > 0 ? standard : (applyParts(profile.parts, tables) ?? standard);
};

const decode = (read: Read): HealthRead => {
  const { profile, tables } = read;
  const { standard } = profile;
  const reader = rowReader(read);
  return {
    processors: combine(applyProcessors(profile, reader), standardProcessors(read), standard.processors),
    memory: combine(applyMemory(profile, reader), standardMemory(read), standard.memory),
    storage: decodeStorage(storageRows(rowsOf(tables, HR_STORAGE_TABLE))),
    sensors: combine(applySensors(profile, reader), standardSensors(read, reader), standard.sensors ?? 'also'),
    entities: rowsOf(tables, ENTITY_TABLE),
    parts: partsOf(read),
    partTables: tablesTold(read),
    reader,
  };
};

const healthPlan = ({ profile, parts }: HealthOptions): Plan => planOf(profile, parts, standardTables(parts, profile));

/** What `readHealth` asks for. */
export const healthQuestions = (options: HealthOptions): Questions => {
  const plan = healthPlan(options);
  const scalars = [UCD_CPU_IDLE, ...UCD_MEMORY_OIDS, ...plan.scalars];
  return { scalars, lasting: new Set(scalars), tables: plan.tables };
};

export const readHealth = async (
  session: Asked,
  signal: AbortSignal,
  options: HealthOptions,
): Promise<Outcome<HealthRead>> => {
  const { profile } = options;
  const plan = healthPlan(options);
  const questions = healthQuestions(options);
  const got = await session.get(questions.scalars, signal);
  if (got.kind === 'failed') return got;
  const walked = await session.walk(questions.tables, signal);
  if (walked.kind === 'failed') return walked;
  const scalars = new Map(got.value.map(({ oid, value }) => [oid, value]));
  const value = decode({ profile, plan, tables: walked.value, scalars });
  const problems: Problem[] = [got, walked].flatMap((one) => (one.kind === 'partial' ? [...one.problems] : []));
  return problems.length > 0 ? { kind: 'partial', value, problems } : ok(value);
};
