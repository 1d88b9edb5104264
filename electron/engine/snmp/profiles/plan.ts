/** What has to be asked for, so that the rules of a profile can be applied: tables with their columns, and single objects. Pure. */
import type { TableSpec } from '../tables/table-spec.ts';
import { BUILT_IN_TABLES } from './built-in-tables.ts';
import type { CellRef, TemplatePart } from './cell.ts';
import { cellsIn, parseTemplate } from './cell.ts';
import type { Condition, IdentityRule, MemoryRule, ProcessorRule, SensorRule, SnmpProfile } from './schema.ts';
import { IDENTITY_FIELDS } from './schema.ts';

/** `limits`: of sensors; they hardly ever change, and are asked for with the slow tables only. */
export type PlanPart = 'identity' | 'health' | 'limits';

export interface Plan {
  readonly tables: readonly TableSpec[];
  /** OIDs of single objects, with their .0. */
  readonly scalars: readonly string[];
}

const present = <T>(values: readonly (T | undefined)[]): T[] => values.filter((value) => value !== undefined);
const inTemplates = (templates: readonly (readonly TemplatePart[])[] = []): CellRef[] =>
  templates.flat().flatMap((part) => (part.kind === 'cell' ? [part.cell] : []));
const inConditions = (conditions: readonly Condition[]): CellRef[] => present(conditions.map(({ cell }) => cell));

type RowsRule = Pick<ProcessorRule, 'where' | 'name'>;
const inRows = (rule: RowsRule): CellRef[] => [...inConditions(rule.where), ...inTemplates(rule.name)];

const inProcessor = (rule: ProcessorRule): CellRef[] => [
  ...rule.value,
  ...inRows(rule),
  ...present([rule.scale, rule.precision]),
];

const inMemory = ({ used, free, total, percent, unitBytes, ...rule }: MemoryRule): CellRef[] => [
  ...present([used, free, total, percent]).flat(),
  ...(typeof unitBytes === 'number' ? [] : [unitBytes]),
  ...inRows(rule),
];

const inSensor = (rule: SensorRule): CellRef[] => [
  ...inProcessor(rule),
  ...(typeof rule.kind === 'string' ? [] : [rule.kind.cell]),
  ...(rule.status ? [rule.status.cell] : []),
  ...inTemplates(present([rule.entity, rule.port])),
];

const inLimits = ({ limits }: Pick<SensorRule, 'limits'>): CellRef[] => {
  if (limits === undefined) return [];
  const levels = present([limits.lowCritical, limits.lowWarning, limits.highWarning, limits.highCritical]);
  const { rows } = limits;
  return [
    ...levels.flatMap((level) => (typeof level === 'number' ? [] : level)),
    ...(rows ? [rows.value, rows.relation.cell, ...present([rows.severity?.cell])] : []),
  ];
};

const inIdentity = (rule: IdentityRule): CellRef[] => {
  if ('text' in rule) return [];
  const { from, where, as } = rule;
  // {0}, {1} are what the pattern found: no cells.
  const template = as === undefined ? null : parseTemplate(as.replaceAll(/\{\d\}/g, ''));
  return [
    ...(typeof from === 'string' ? [] : [from]),
    ...inConditions(where),
    ...inTemplates(template ? [template] : []),
  ];
};

const cellsOf = (profile: SnmpProfile, parts: readonly PlanPart[]): CellRef[] => {
  const identity = parts.includes('identity')
    ? IDENTITY_FIELDS.flatMap((field) => profile.identity[field].flatMap(inIdentity))
    : [];
  const health = parts.includes('health')
    ? [
        ...profile.processors.flatMap(inProcessor),
        ...profile.memory.flatMap(inMemory),
        ...profile.sensors.flatMap(inSensor),
      ]
    : [];
  const limits = parts.includes('limits') ? [...profile.sensors, profile.entitySensors].flatMap(inLimits) : [];
  return [...identity, ...health, ...limits].flatMap(cellsIn);
};

/** Names of all tables and scalars that its rules use. */
export const tablesOfRules = (profile: SnmpProfile): ReadonlySet<string> =>
  new Set(cellsOf(profile, ['identity', 'health', 'limits']).map(({ table }) => table));

export const entryOf = (profile: SnmpProfile, table: string): string | null =>
  profile.tables[table] ?? BUILT_IN_TABLES[table] ?? null;

const MOST_ROWS = 5000;

/** A table that is asked for anyhow gets the missing columns; another is added under the name of its OID. */
const addColumn = (specs: Map<string, TableSpec>, entry: string, column: number): void => {
  const spec = specs.get(entry) ?? { name: entry, entry, columns: {}, maxRows: MOST_ROWS, lasting: true };
  if (Object.values(spec.columns).includes(column)) return void specs.set(entry, spec);
  specs.set(entry, { ...spec, columns: { ...spec.columns, [`c${column}`]: column } });
};

/** `standard`: the tables that are read whatever the profile says. */
export const planOf = (profile: SnmpProfile, parts: readonly PlanPart[], standard: readonly TableSpec[]): Plan => {
  const specs = new Map<string, TableSpec>(standard.map((spec) => [spec.entry, spec]));
  const scalars = new Set<string>();
  for (const { table, column } of cellsOf(profile, parts)) {
    const group = profile.scalars[table];
    const entry = entryOf(profile, table);
    if (group !== undefined) scalars.add(`${group}.${column}.0`);
    else if (entry !== null) addColumn(specs, entry, Number(column));
  }
  return { tables: [...specs.values()], scalars: [...scalars] };
};
