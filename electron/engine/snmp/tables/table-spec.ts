/** Tables of a device as data: where they stand, which columns are wanted, how many rows at most. */
import type { Problem } from '../../../../shared/model/outcome.ts';
import type { SnmpValue } from '../wire/value.ts';

export interface TableSpec {
  readonly name: string;
  /** OID of the conceptual row (ifEntry: 1.3.6.1.2.1.2.2.1). */
  readonly entry: string;
  /** Column numbers by the name wanted in the rows. */
  readonly columns: Readonly<Record<string, number>>;
  /** More rows than this are left out with a warning. Default 20,000. */
  readonly maxRows?: number | undefined;
  /** Fetch sysUpTime in the same PDU as each row, and keep each row's cells in one PDU (for counters). */
  readonly stamped?: boolean | undefined;
  /**
   * The agent's software or the device's make decides whether it is there: once it is absent, it is not asked for again until what was
   * learnt of the agent is out of date. Without it a table is asked for each time: neighbours come and go.
   */
  readonly lasting?: boolean | undefined;
  /** OID of the object that tells how many rows there are, so that the first answer holds neither too few nor too many. */
  readonly countedBy?: string | undefined;
}

export interface WalkedRow {
  /** The arcs after the column number. */
  readonly index: readonly number[];
  /** By column name; null where the agent has no such cell. */
  readonly cells: Readonly<Record<string, SnmpValue>>;
  /** Monotonic time of receipt. */
  readonly atMs: number;
  /** sysUpTime in the same PDU, in hundredths; null unless the table is stamped. */
  readonly uptimeHundredths: number | null;
}

export interface WalkedTable {
  readonly name: string;
  /** complete: the end of every column was reached; partial: see the problems; absent: the agent has none of it. */
  readonly state: 'complete' | 'partial' | 'absent';
  readonly rows: readonly WalkedRow[];
  /** What was wrong with it. */
  readonly problem?: Problem | undefined;
}

/** By the name of the table. */
export type WalkedTables = ReadonlyMap<string, WalkedTable>;

const ABSENT = { state: 'absent', rows: [] } as const;

/** The table, or an absent one. */
export const tableOf = (tables: WalkedTables, spec: TableSpec): WalkedTable =>
  tables.get(spec.name) ?? { name: spec.name, ...ABSENT };

export const rowsOf = (tables: WalkedTables, spec: TableSpec): readonly WalkedRow[] => tableOf(tables, spec).rows;
