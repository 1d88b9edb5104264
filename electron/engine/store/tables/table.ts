/**
 * A table declared once: its columns in order, each with its kind. Statements, and the way from a row to values and back, are
 * made from the declaration, so that a column exists in one place (and in the migration that made it).
 */
export type SqlValue = string | number | null | Uint8Array;

type KindOf<T> = [T] extends [boolean]
  ? 'boolean'
  : [T] extends [number]
    ? 'integer' | 'real'
    : [T] extends [string]
      ? 'text'
      : [T] extends [Uint8Array]
        ? 'blob'
        : 'json';
type AnyKind = 'boolean' | 'integer' | 'real' | 'text' | 'blob' | 'json';

/** Every field of the row with the kind of column that fits its type; null may stand in any. */
export type Columns<Row> = { readonly [K in keyof Row]-?: KindOf<Exclude<Row[K], null>> };

export interface Table<Row> {
  /** As SQLite knows it. */
  readonly sqlName: string;
  /** As SQLite knows them, in the order of encoded values. */
  readonly columns: readonly string[];
  readonly upsert: string;
  /** Of all columns; a WHERE may follow. */
  readonly select: string;
  encode(row: Row): SqlValue[];
  decode(values: readonly unknown[]): Row;
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const encodeValue = (kind: AnyKind, value: unknown): SqlValue => {
  if (value === null || value === undefined) return null;
  if (kind === 'boolean') return value === true ? 1 : 0;
  // Columns of integers are strict, and a clock may give fractions of a millisecond.
  if (kind === 'integer') return typeof value === 'number' && Number.isFinite(value) ? Math.round(value) : null;
  if (kind === 'json') return JSON.stringify(value);
  return value as SqlValue;
};

const decodeValue = (kind: AnyKind, value: unknown): unknown => {
  if (value === null) return null;
  if (kind === 'boolean') return value === 1;
  if (kind === 'json') return typeof value === 'string' ? JSON.parse(value) : null;
  if (kind === 'blob') return value instanceof Uint8Array ? new Uint8Array(value) : null;
  return value;
};

const upsertOf = (sqlName: string, columns: readonly string[]): string => {
  const others = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`);
  const places = columns.map(() => '?').join(', ');
  return (
    `INSERT INTO ${sqlName} (${columns.join(', ')}) VALUES (${places}) ` +
    `ON CONFLICT (id) DO UPDATE SET ${others.join(', ')}`
  );
};

/** Declares a table by the fields of its rows: `table<DeviceRow>('devices', { id: 'integer', … })`. */
export function table<Row>(sqlName: string, columns: Columns<Row>): Table<Row> {
  const fields = Object.entries<AnyKind>(columns);
  const names = fields.map(([field]) => snakeCase(field));
  return {
    sqlName,
    columns: names,
    upsert: upsertOf(sqlName, names),
    select: `SELECT ${names.map((name) => `${sqlName}.${name}`).join(', ')} FROM ${sqlName}`,
    encode: (row) => {
      const values = row as Readonly<Record<string, unknown>>;
      return fields.map(([field, kind]) => encodeValue(kind, values[field]));
    },
    decode: (values) => {
      const row: Record<string, unknown> = {};
      fields.forEach(([field, kind], index) => {
        row[field] = decodeValue(kind, values[index]);
      });
      return row as Row;
    },
  };
}
