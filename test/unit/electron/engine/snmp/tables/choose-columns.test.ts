import { describe, expect, it } from 'vitest';
import { chooseColumns } from '../../../../../../electron/engine/snmp/tables/choose-columns.ts';
import { startTable } from '../../../../../../electron/engine/snmp/tables/table-state.ts';
import type { TableState } from '../../../../../../electron/engine/snmp/tables/table-state.ts';

const BOUNDS = { maxRepetitions: 60, maxColumns: 40, maxValues: 800, careful: false };

let arc = 0;
const table = (name: string, width: number, expected: number | null, stamped = false): TableState => {
  const columns = Object.fromEntries(Array.from({ length: width }, (_, at) => [`c${at + 1}`, at + 1]));
  return startTable({ name, entry: `1.3.6.1.4.1.${(arc += 1)}`, columns, stamped }, true, expected);
};
const names = (tables: readonly TableState[], bounds = BOUNDS): string[] => [
  ...new Set(chooseColumns(tables, bounds).columns.map((column) => column.table.spec.name)),
];

describe('the columns of the next request', () => {
  it('are asked for with one row more than the table has, which shows its end', () => {
    expect(chooseColumns([table('ifTable', 10, 52)], BOUNDS).repetitions).toBe(53);
  });

  it('share an answer that stays within its bounds', () => {
    const { columns, repetitions } = chooseColumns([table('ifTable', 10, 500), table('ifXTable', 5, 500)], BOUNDS);
    expect(columns).toHaveLength(15);
    expect(columns.length * repetitions).toBeLessThanOrEqual(BOUNDS.maxValues);
    expect(columns.length * (repetitions + 1)).toBeGreaterThan(BOUNDS.maxValues);
  });

  it('are of tables that are about as long: a short one would be read far beyond its end', () => {
    expect(names([table('one row', 30, 1), table('long', 10, 59)])).toEqual(['long']);
  });

  it('are of all kinds of tables while the waste is small', () => {
    expect(names([table('one row', 3, 1), table('three rows', 4, 3)])).toEqual(['three rows', 'one row']);
  });

  it('are never torn from the others of their table', () => {
    expect(names([table('wide', 30, 20), table('too wide', 20, 20), table('narrow', 10, 20)])).toEqual([
      'wide',
      'narrow',
    ]);
  });

  it('are looked at with ten rows where nobody knows the size, and with twice as many as came after that', () => {
    const unknown = table('unknown', 1, null);
    expect(chooseColumns([unknown], BOUNDS).repetitions).toBe(10);
    const [column] = unknown.columns;
    if (column) column.taken = 10;
    expect(chooseColumns([unknown], BOUNDS).repetitions).toBe(20);
  });

  it('are taken to the end when the table has more rows than it was expected to have', () => {
    const grown = table('grown', 1, 4);
    const [column] = grown.columns;
    if (column) column.taken = 5;
    expect(chooseColumns([grown], BOUNDS).repetitions).toBe(10);
  });

  it('of a stamped table are alone, and first', () => {
    expect(names([table('ifTable', 8, 5), table('counters', 12, 5, true)])).toEqual(['counters']);
  });

  it('are of one table only once something went wrong', () => {
    expect(names([table('first', 2, 5), table('second', 2, 5)], { ...BOUNDS, careful: true })).toEqual(['first']);
  });

  it('are none when all are done', () => {
    const done = table('done', 2, 5);
    for (const column of done.columns) column.end();
    expect(chooseColumns([done], BOUNDS)).toEqual({ columns: [], repetitions: 0 });
  });
});
