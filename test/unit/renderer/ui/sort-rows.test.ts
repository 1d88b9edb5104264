import { expect, test } from 'vitest';
import { sortedPositions } from '../../../../renderer/ui/table/sort-rows.ts';
import { plainLayout, sortByColumn } from '../../../../renderer/ui/table/table-layout.ts';
import type { TableColumn, TableSort } from '../../../../renderer/ui/table-column.ts';

interface Row {
  readonly name: string;
  readonly loss: number | null;
}

const rows: readonly Row[] = [
  { name: 'Te1/0/10', loss: null },
  { name: 'Te1/0/9', loss: 3 },
  { name: 'Te1/0/1', loss: 40 },
];

const nameColumn: TableColumn<Row> = {
  id: 'name',
  header: 'Name',
  width: '1fr',
  sortBy: (row) => row.name,
  cell: () => '',
};
const lossColumn: TableColumn<Row> = {
  id: 'loss',
  header: 'Loss',
  width: '40px',
  downFirst: true,
  sortBy: (row) => row.loss,
  cell: () => '',
};
const columns = [nameColumn, lossColumn];

const sorted = (of: readonly Row[], sort: readonly TableSort[], before?: readonly number[]): string[] =>
  sortedPositions(of, columns, sort, before).map((at) => of[at]?.name ?? '');

test('keeps the order it was given until a column is chosen', () => {
  expect(sorted(rows, [])).toEqual(['Te1/0/10', 'Te1/0/9', 'Te1/0/1']);
});

test('sorts text as people count, and turns round at the second click', () => {
  const once = sortByColumn(plainLayout.sort, nameColumn, false);
  expect(sorted(rows, once)).toEqual(['Te1/0/1', 'Te1/0/9', 'Te1/0/10']);
  expect(sorted(rows, sortByColumn(once, nameColumn, false))).toEqual(['Te1/0/10', 'Te1/0/9', 'Te1/0/1']);
});

test('unknown stays last in both directions', () => {
  const down = sortByColumn([], lossColumn, false);
  expect(down).toEqual([{ id: 'loss', desc: true }]);
  expect(sorted(rows, down)).toEqual(['Te1/0/1', 'Te1/0/9', 'Te1/0/10']);
  expect(sorted(rows, sortByColumn(down, lossColumn, false))).toEqual(['Te1/0/9', 'Te1/0/1', 'Te1/0/10']);
});

test('a second key decides among rows that are alike in the first', () => {
  const alike: readonly Row[] = [
    { name: 'b', loss: 1 },
    { name: 'c', loss: 2 },
    { name: 'a', loss: 1 },
  ];
  const keys = sortByColumn(sortByColumn([], lossColumn, false), nameColumn, true);
  expect(sorted(alike, keys)).toEqual(['c', 'a', 'b']);
});

test('Shift and a click turn a key round, and then take it away', () => {
  const two = sortByColumn(sortByColumn([], nameColumn, false), lossColumn, true);
  const turned = sortByColumn(two, lossColumn, true);
  expect(turned[1]).toEqual({ id: 'loss', desc: false });
  expect(sortByColumn(turned, lossColumn, true)).toEqual([{ id: 'name', desc: false }]);
});

test('beginning with any order before, the answer is the same', () => {
  const many = Array.from({ length: 200 }, (_, at) => ({
    name: `d${(at * 37) % 200}`,
    loss: at % 7 === 0 ? null : at % 5,
  }));
  const sort = [{ id: 'loss', desc: true }];
  const fresh = sortedPositions(many, columns, sort);
  expect(sortedPositions(many, columns, sort, fresh.toReversed())).toEqual(fresh);
  expect(sortedPositions(many, columns, sort, [1, 2, 3])).toEqual(fresh);
});
