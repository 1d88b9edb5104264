/** Cells of what was read, by the names that a profile gives them. Pure. */
import { numberOf, textOf } from '../decode/octets.ts';
import type { TableSpec, WalkedRow, WalkedTables } from '../tables/table-spec.ts';
import type { SnmpValue } from '../wire/value.ts';
import type { CellRef, TemplatePart } from './cell.ts';
import { arcsOf } from './cell.ts';
import { entryOf } from './plan.ts';
import type { Plan } from './plan.ts';
import type { Condition, SnmpProfile } from './schema.ts';

interface Table {
  readonly oid: string;
  readonly rows: readonly WalkedRow[];
  readonly byIndex: ReadonlyMap<string, WalkedRow>;
  /** Name of the cell by the number of its column. */
  readonly cellNames: ReadonlyMap<string, string>;
}

export interface RowReader {
  readonly rowsOf: (table: string) => readonly WalkedRow[];
  readonly cell: (ref: CellRef, row: WalkedRow, own: string) => SnmpValue;
  /** OID of the object itself. */
  readonly oidOf: (ref: CellRef, row: WalkedRow) => string;
}

const keyOf = (index: readonly number[]): string => index.join('.');

const tableOf = (spec: TableSpec, tables: WalkedTables): Table => {
  const rows = tables.get(spec.name)?.rows ?? [];
  return {
    oid: spec.entry,
    rows,
    byIndex: new Map(rows.map((row) => [keyOf(row.index), row])),
    cellNames: new Map(Object.entries(spec.columns).map(([name, column]) => [String(column), name])),
  };
};

/** Single objects as a table with one row, of index 0. */
const scalarTable = (group: string, values: ReadonlyMap<string, SnmpValue>): Table => {
  const prefix = `${group}.`;
  const told = [...values].filter(([oid, value]) => oid.startsWith(prefix) && value !== null);
  const columns = told.map(([oid, value]) => [oid.slice(prefix.length, -2), value] as const);
  const row: WalkedRow = { index: [0], cells: Object.fromEntries(columns), atMs: 0, uptimeHundredths: null };
  return {
    oid: group,
    rows: columns.length > 0 ? [row] : [],
    byIndex: new Map([['0', row]]),
    cellNames: new Map(columns.map(([column]) => [column, column])),
  };
};

export interface ReadRows {
  readonly profile: SnmpProfile;
  readonly plan: Plan;
  readonly tables: WalkedTables;
  readonly scalars: ReadonlyMap<string, SnmpValue>;
}

const namedTables = ({ profile, plan, tables, scalars }: ReadRows): ((name: string) => Table | null) => {
  const byEntry = new Map(plan.tables.map((spec) => [spec.entry, tableOf(spec, tables)]));
  const groups = new Map(
    Object.entries(profile.scalars).map(([name, group]) => [name, scalarTable(group, scalars)] as const),
  );
  return (name) => groups.get(name) ?? byEntry.get(entryOf(profile, name) ?? '') ?? null;
};

/** Numbers and dotted text are indexes as they stand; other text is its octets. */
const indexKey = (value: SnmpValue): string | null => {
  const number = numberOf(value);
  if (number !== null) return String(number);
  if (typeof value === 'string') return value;
  return value === null || typeof value !== 'object' ? null : keyOf([...value]);
};

export const rowReader = (read: ReadRows): RowReader => {
  const find = namedTables(read);
  const rowOf = (ref: CellRef, row: WalkedRow, own: string): WalkedRow | undefined => {
    if (ref.table === own && ref.join === null) return row;
    const table = find(ref.table);
    if (table === null) return undefined;
    if (ref.join?.value) return table.byIndex.get(indexKey(cell(ref.join.value, row, own)) ?? '');
    if (ref.join?.arcs) return table.byIndex.get(keyOf(arcsOf(row.index, ref.join.arcs)));
    return ref.table in read.profile.scalars ? table.rows[0] : table.byIndex.get(keyOf(row.index));
  };
  const cell = (ref: CellRef, row: WalkedRow, own: string): SnmpValue => {
    const found = rowOf(ref, row, own);
    return found?.cells[find(ref.table)?.cellNames.get(ref.column) ?? ''] ?? null;
  };
  return {
    rowsOf: (table) => find(table)?.rows ?? [],
    cell,
    oidOf: (ref, row) => `${find(ref.table)?.oid ?? ''}.${ref.column}.${keyOf(row.index)}`,
  };
};

/** A row that a rule stands at. */
export interface At {
  readonly reader: RowReader;
  readonly row: WalkedRow;
  /** Name of the row's table. */
  readonly own: string;
}

export const valueAt = ({ reader, row, own }: At, ref: CellRef): SnmpValue => reader.cell(ref, row, own);

const textAt = (at: At, ref: CellRef): string | null => textOf(valueAt(at, ref));

const isOneOf = (values: readonly (string | number)[], value: SnmpValue): boolean => {
  const number = numberOf(value);
  const text = textOf(value);
  return values.some((one) => (typeof one === 'number' ? one === number : one === text));
};

export const holds = (at: At, { cell, arc, is, not, matches, lacks, least }: Condition): boolean => {
  const value = cell ? valueAt(at, cell) : (at.row.index.at(arc ?? 0) ?? null);
  const text = textOf(value) ?? '';
  return (
    (is === undefined || isOneOf(is, value)) &&
    (not === undefined || !isOneOf(not, value)) &&
    (matches === undefined || matches.test(text)) &&
    (lacks === undefined || !lacks.test(text)) &&
    (least === undefined || (numberOf(value) ?? -Infinity) >= least)
  );
};

/** Null where a cell of it is empty. */
const fill = (at: At, template: readonly TemplatePart[]): string | null => {
  const words = template.map((part) => {
    if (part.kind === 'text') return part.text;
    return part.kind === 'arcs' ? keyOf(arcsOf(at.row.index, part.arcs)) : textAt(at, part.cell);
  });
  return words.includes(null) ? null : words.join('').replaceAll(/\s+/g, ' ').trim() || null;
};

/** The first template all of whose cells the device fills. */
export const nameAt = (at: At, templates: readonly (readonly TemplatePart[])[] | undefined): string | null => {
  for (const template of templates ?? []) {
    const name = fill(at, template);
    if (name !== null) return name;
  }
  return null;
};
