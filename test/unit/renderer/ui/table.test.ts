/** Groups, marks, keys, columns and the file of a table. */
import { describe, expect, test } from 'vitest';
import { markRange, marksIn, toggleMark } from '../../../../renderer/ui/table/mark-rows.ts';
import { rowsToCsv } from '../../../../renderer/ui/table/rows-to-csv.ts';
import { tableCommand, type TableKey } from '../../../../renderer/ui/table/table-keys.ts';
import {
  drawnColumns,
  moveColumn,
  plainLayout,
  showColumn,
  stepColumn,
  widenColumn,
} from '../../../../renderer/ui/table/table-layout.ts';
import { groupKeys, tableLines, type TableGrouping } from '../../../../renderer/ui/table/table-lines.ts';
import type { TableColumn } from '../../../../renderer/ui/table-column.ts';

interface Row {
  readonly id: number;
  readonly site: string | null;
  readonly bad: boolean;
}

const rows: readonly Row[] = [
  { id: 1, site: 'West', bad: false },
  { id: 2, site: null, bad: true },
  { id: 3, site: 'East', bad: false },
  { id: 4, site: 'West', bad: true },
];
const bySite: TableGrouping<Row> = {
  id: 'site',
  titleOf: (row) => row.site,
  rankOf: (own) => (own.some((row) => row.bad) ? 0 : 1),
  unknown: 'No site',
};
const lines = (folded: readonly string[] = []) => tableLines(rows, (row) => row.id, bySite, new Set(folded));
const keys = (folded?: readonly string[]) => lines(folded).map((line) => line.key);

describe('groups', () => {
  test('stand worst first, rows within them as they came, those without a name last', () => {
    expect(keys()).toEqual(['group:West', 1, 4, 'group:East', 3, 'group:No site', 2]);
  });

  test('show their head alone when folded, and still know their rows', () => {
    expect(keys(['group:West'])).toEqual(['group:West', 'group:East', 3, 'group:No site', 2]);
    expect(lines(['group:West'])[0]).toMatchObject({ kind: 'group', folded: true, rows: [{ id: 1 }, { id: 4 }] });
    expect(groupKeys(rows, bySite)).toEqual(['group:West', 'group:East', 'group:No site']);
  });
});

describe('marks', () => {
  test('the first one takes the active row along, and a second click takes it away', () => {
    expect([...toggleMark(new Set(), 3, 1)]).toEqual([1, 3]);
    expect([...toggleMark(new Set([1, 3]), 3, 1)]).toEqual([1]);
    expect([...toggleMark(new Set(), 3, null)]).toEqual([3]);
  });

  test('a range goes either way, and begins at its end where there is no beginning', () => {
    expect([...markRange([1, 2, 3, 4], 3, 2)]).toEqual([2, 3]);
    expect([...markRange([1, 2, 3, 4], null, 2)]).toEqual([2]);
    expect([...markRange([1, 2, 3, 4], 3, 4, new Set([1]))]).toEqual([1, 3, 4]);
  });

  test('of rows that are not shown any more are dropped', () => {
    const marked = new Set([1, 2]);
    expect([...marksIn(marked, [2, 3])]).toEqual([2]);
    expect(marksIn(marked, [1, 2, 3])).toBe(marked);
  });
});

describe('keys', () => {
  const press = (key: string, active: number, more: Partial<TableKey> = {}) =>
    tableCommand({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...more }, lines(), active, false);

  test('right and left unfold and fold a group, and left goes from a row to its head', () => {
    expect(press('ArrowRight', 0)).toEqual({ do: 'fold', folded: false, all: false });
    expect(press('ArrowLeft', 0, { shiftKey: true })).toEqual({ do: 'fold', folded: true, all: true });
    expect(press('ArrowLeft', 4)).toEqual({ do: 'go', to: 3, mark: false });
  });

  test('Shift and an arrow mark on the way, Ctrl and A mark all, Space one', () => {
    expect(press('ArrowDown', 1, { shiftKey: true })).toEqual({ do: 'go', to: 2, mark: true });
    expect(press('a', 1, { ctrlKey: true })).toEqual({ do: 'mark-all' });
    expect(press(' ', 1)).toEqual({ do: 'toggle-mark' });
    expect(press(' ', 0)).toBeNull();
  });

  test('Escape is for the table only while something is marked', () => {
    expect(press('Escape', 1)).toBeNull();
    const event = { key: 'Escape', shiftKey: false, ctrlKey: false, metaKey: false };
    expect(tableCommand(event, lines(), 1, true)).toEqual({ do: 'clear-marks' });
  });
});

const column = (id: string, more: Partial<TableColumn<Row>> = {}): TableColumn<Row> => ({
  id,
  header: id,
  width: '50px',
  sortBy: (row) => row.id,
  cell: () => '',
  ...more,
});
const columns = [column('a', { fixed: true }), column('b'), column('c', { optional: true }), column('d')];
const ids = (layout = plainLayout): string =>
  drawnColumns(columns, layout)
    .map(({ id }) => id)
    .join('');

describe('columns', () => {
  test('are shown, hidden, moved and widened, and a fixed one stays', () => {
    const [a, b, c] = columns;
    if (!a || !b || !c) throw new Error('columns');
    expect(ids()).toBe('abd');
    expect(ids(showColumn(plainLayout, c, true))).toBe('abcd');
    expect(ids(showColumn(plainLayout, b, false))).toBe('ad');
    expect(ids(showColumn(plainLayout, a, false))).toBe('abd');
    expect(ids(moveColumn(plainLayout, columns, 'd', 'a'))).toBe('dab');
    expect(ids(stepColumn(plainLayout, columns, 'd', -1))).toBe('adb');
    const wide = widenColumn(plainLayout, 'b', 123.4);
    expect(drawnColumns(columns, wide)[1]?.width).toBe('123px');
    expect(widenColumn(wide, 'b', null).widths).toEqual({});
  });

  test('that a newer version brings stand where it puts them', () => {
    const kept = { ...plainLayout, order: ['d', 'a', 'gone'] };
    expect(drawnColumns(columns, kept).map(({ id }) => id)).toEqual(['d', 'b', 'a']);
  });
});

test('a file has the columns, order, sorting and groups that are shown', () => {
  const told = [
    column('id', { name: 'Number', sortBy: (row) => row.id }),
    column('site', { value: (row) => row.site }),
    column('hidden'),
  ];
  const layout = { ...plainLayout, hidden: ['hidden'], sort: [{ id: 'id', desc: true }] };
  expect(rowsToCsv(rows, told, layout, bySite)).toBe('Number,site\r\n4,West\r\n1,West\r\n3,East\r\n2,\r\n');
});
