/** Puts the cells of one answer into their rows, and moves each column on. */
import type { Buffer } from 'node:buffer';
import { compareOids, decodeArcs, sameOctets, startsWith } from '../wire/oid.ts';
import { MalformedMessage } from '../wire/ber.ts';
import type { PduReply, VarbindReader } from '../wire/pdu.ts';
import { decodeValue, isException } from '../wire/value.ts';
import type { Column, RowState, TableState } from './table-state.ts';

export interface Taken {
  /** Cells kept. */
  readonly values: number;
  /** Varbinds looked at, those beyond the ends of columns too. */
  readonly varbinds: number;
  readonly newRows: number;
  /** Complete rounds over all columns. */
  readonly repetitions: number;
}

const countVarbinds = (reply: PduReply): number => {
  const varbinds = reply.varbinds();
  let count = 0;
  while (varbinds.next()) count += 1;
  return count;
};

const countRows = (columns: readonly Column[]): number => {
  let rows = 0;
  for (const table of new Set(columns.map((column) => column.table))) rows += table.list.length;
  return rows;
};

const readUptime = (varbinds: VarbindReader): number | null => {
  if (!varbinds.next()) throw new MalformedMessage('no sysUpTime');
  const value = decodeValue(varbinds.tag, varbinds.bytes, varbinds.start, varbinds.stop);
  return typeof value === 'number' ? value : null;
};

const rowFor = (table: TableState, bytes: Buffer, start: number, stop: number): RowState | null => {
  const { last } = table;
  if (last && last.stop - last.start === stop - start && sameOctets(bytes, start, stop, last.bytes, last.start))
    return last.row;
  const key = bytes.toString('latin1', start, stop);
  let row = table.rows.get(key);
  if (!row) {
    if (table.list.length >= table.maxRows) return null;
    row = { index: decodeArcs(bytes, start, stop), cells: { ...table.blank }, atMs: 0, uptimeHundredths: null };
    table.rows.set(key, row);
    table.list.push(row);
  }
  table.last = { row, bytes, start, stop };
  return row;
};

/** False where the column has come to its end, or cannot go on. */
const takeCell = (varbinds: VarbindReader, column: Column, atMs: number, uptime: number | null): boolean => {
  const { bytes, oidStart, oidStop } = varbinds;
  const { prefix, table } = column;
  if (isException(varbinds.tag) || !startsWith(bytes, oidStart, oidStop, prefix)) {
    column.end();
    return false;
  }
  if (compareOids(bytes, oidStart, oidStop, column.bytes, column.start, column.stop) <= 0) {
    column.break('the agent gave an OID that does not come after the one before');
    return false;
  }
  const row = rowFor(table, bytes, oidStart + prefix.length, oidStop);
  if (row === null) {
    column.break(`more than ${table.maxRows} rows`);
    return false;
  }
  row.cells[column.name] = decodeValue(varbinds.tag, bytes, varbinds.start, varbinds.stop);
  row.atMs = atMs;
  row.uptimeHundredths = uptime;
  column.moveTo(bytes, oidStart, oidStop);
  return true;
};

/**
 * A stamped answer that was cut within a repetition gives only its whole repetitions, unless there is none: the cut row comes again
 * whole with the next one.
 */
export const takeRows = (reply: PduReply, columns: readonly Column[], stamped: boolean): Taken => {
  const varbinds = reply.varbinds();
  const width = columns.length;
  const uptime = stamped ? readUptime(varbinds) : null;
  let limit = Infinity;
  if (stamped) {
    const count = countVarbinds(reply) - 1;
    limit = count < width ? count : count - (count % width);
  }
  const rowsBefore = countRows(columns);
  let values = 0;
  let at = 0;
  for (; at < limit && varbinds.next(); at++) {
    const column = columns[at % width];
    if (column && !column.done && takeCell(varbinds, column, reply.atMs, uptime)) values += 1;
  }
  return {
    values,
    varbinds: at,
    newRows: countRows(columns) - rowsBefore,
    repetitions: Math.floor(at / width),
  };
};
