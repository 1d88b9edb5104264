/**
 * Which columns go into the next request, and how many rows of each. Pure.
 *
 * An answer to GETBULK is a rectangle: as many rows of each column. A short table beside a long one wastes the difference, so columns go
 * together that have about as many rows still to come. How many those are is known where the device tells it (ifNumber) or has told it
 * before; of any other table some rows are asked for, and twice as many when there were more.
 */
import type { Column, TableState } from './table-state.ts';

export interface ColumnsToAsk {
  readonly columns: readonly Column[];
  readonly repetitions: number;
}

export interface Bounds {
  readonly maxRepetitions: number;
  readonly maxColumns: number;
  readonly maxValues: number;
  /** Something went wrong before: one table at a time. */
  readonly careful: boolean;
}

const FIRST_LOOK = 10;
/** Share of an answer that has to be rows still to come, as far as is known. */
const LEAST_USEFUL = 0.5;
/** So few values may be wasted all the same: a request of its own costs more. */
const FEW_VALUES = 150;

/** Rows that are probably still to come, and the one beyond that shows the end. */
const wantOf = ({ taken, table }: Column): number => {
  const { expected } = table;
  if (expected !== null && taken <= expected) return expected - taken + 1;
  return Math.max(FIRST_LOOK, taken * 2);
};

/** What is left of a table: its columns stay together, for one that is left behind needs requests of its own at the end. */
interface Rest {
  readonly known: boolean;
  readonly columns: readonly Column[];
  readonly want: number;
}

const restOf = (table: TableState, bounds: Bounds): Rest => {
  const columns = table.columns.filter((column) => !column.done).slice(0, bounds.maxColumns);
  const want = Math.min(bounds.maxRepetitions, Math.max(0, ...columns.map(wantOf)));
  return { known: table.expected !== null, columns, want };
};

/** Those whose size is known come first, the longest before the others; then the rest, what was asked for least before the others. */
const inOrder = (open: readonly TableState[], bounds: Bounds): Rest[] => {
  const rests = open.map((table) => restOf(table, bounds));
  const known = rests.filter((rest) => rest.known).sort((a, b) => b.want - a.want);
  return [...known, ...rests.filter((rest) => !rest.known).sort((a, b) => a.want - b.want)];
};

const rectangle = (columns: readonly Column[], bounds: Bounds, rows: number): ColumnsToAsk => {
  const fit = Math.max(1, Math.floor(bounds.maxValues / Math.max(1, columns.length)));
  return { columns, repetitions: Math.min(bounds.maxRepetitions, fit, rows) };
};

export const chooseColumns = (tables: readonly TableState[], bounds: Bounds): ColumnsToAsk => {
  const open = tables.filter((table) => table.columns.some((column) => !column.done));
  // A stamped table needs its cells in one PDU; and stamps belong to one table only.
  const alone = open.find(({ spec }) => spec.stamped) ?? (bounds.careful ? open[0] : undefined);
  const columns: Column[] = [];
  let rows = 0;
  let useful = 0;
  for (const rest of inOrder(alone === undefined ? open : [alone], bounds)) {
    const width = columns.length + rest.columns.length;
    const most = Math.max(rows, rest.want);
    const more = useful + rest.columns.length * rest.want;
    const wasteful = more < LEAST_USEFUL * most * width && most * width > FEW_VALUES;
    if (wasteful || width > bounds.maxColumns) continue;
    columns.push(...rest.columns);
    rows = most;
    useful = more;
  }
  return rectangle(columns, bounds, rows);
};
