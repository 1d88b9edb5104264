/** How far the walk of a table has come. */
import type { Buffer } from 'node:buffer';
import type { Problem } from '../../../../shared/model/outcome.ts';
import { encodeOid } from '../wire/oid.ts';
import type { SnmpValue } from '../wire/value.ts';
import type { TableSpec } from './table-spec.ts';

export interface RowState {
  readonly index: readonly number[];
  readonly cells: Record<string, SnmpValue>;
  atMs: number;
  uptimeHundredths: number | null;
}

export interface TableState {
  readonly spec: TableSpec;
  readonly columns: readonly Column[];
  /** By the octets of the index. */
  readonly rows: Map<string, RowState>;
  /** In the order of arrival. */
  readonly list: RowState[];
  readonly maxRows: number;
  /** All columns, null: copied for each new row, so that all rows have one shape. */
  readonly blank: Readonly<Record<string, SnmpValue>>;
  /** The agent has said that it has something here. */
  readonly known: boolean;
  /** How many rows it probably has; null where nobody knows. */
  readonly expected: number | null;
  /** Where the last cell went: the next one of the same repetition mostly goes there too. */
  last: { readonly row: RowState; bytes: Buffer; start: number; stop: number } | null;
  fault: string | null;
  problem: Problem | null;
}

/** One column, and the OID after which it goes on. */
export class Column {
  readonly table: TableState;
  readonly name: string;
  readonly prefix: Buffer;
  bytes: Buffer;
  start = 0;
  stop: number;
  done = false;
  /** Cells that have come. */
  taken = 0;

  constructor(table: TableState, name: string, prefix: Buffer) {
    this.table = table;
    this.name = name;
    this.prefix = prefix;
    this.bytes = prefix;
    this.stop = prefix.length;
  }

  position(): Buffer {
    return this.bytes.subarray(this.start, this.stop);
  }

  moveTo(bytes: Buffer, start: number, stop: number): void {
    this.bytes = bytes;
    this.start = start;
    this.stop = stop;
    this.taken += 1;
  }

  /** Its end was reached. */
  end(): void {
    this.done = true;
  }

  /** It will not be read to its end. */
  break(fault: string): void {
    this.done = true;
    this.table.fault ??= fault;
  }
}

const MAX_ROWS = 20_000;

export const startTable = (spec: TableSpec, known: boolean, expected: number | null): TableState => {
  const columns: Column[] = [];
  const table: TableState = {
    spec,
    columns,
    rows: new Map(),
    list: [],
    maxRows: spec.maxRows ?? MAX_ROWS,
    blank: Object.fromEntries(Object.keys(spec.columns).map((name) => [name, null])),
    known,
    expected,
    last: null,
    fault: null,
    problem: null,
  };
  for (const [name, prefix] of prefixesOf(spec)) columns.push(new Column(table, name, prefix));
  return table;
};

/** The same few tables are walked on every device at every poll: their OIDs are encoded once. */
const encodedPrefixes = new WeakMap<TableSpec, readonly (readonly [string, Buffer])[]>();

const prefixesOf = (spec: TableSpec): readonly (readonly [string, Buffer])[] => {
  const known = encodedPrefixes.get(spec);
  if (known !== undefined) return known;
  const prefixes = Object.entries(spec.columns).map(
    ([name, number]) => [name, encodeOid(`${spec.entry}.${number}`)] as const,
  );
  encodedPrefixes.set(spec, prefixes);
  return prefixes;
};
