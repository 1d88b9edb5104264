// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { TableColumn } from '../../../../renderer/ui/table-column.ts';
import { useSortedRows } from '../../../../renderer/ui/use-sorted-rows.ts';

interface Row {
  readonly name: string;
  readonly loss: number | null;
}

const rows: readonly Row[] = [
  { name: 'Te1/0/10', loss: null },
  { name: 'Te1/0/9', loss: 3 },
  { name: 'Te1/0/1', loss: 40 },
];

const columns: readonly TableColumn<Row>[] = [
  { id: 'name', header: 'Name', width: '1fr', sortBy: (row) => row.name, cell: (row) => row.name },
  { id: 'loss', header: 'Loss', width: '40px', downFirst: true, sortBy: (row) => row.loss, cell: (row) => row.loss },
];

const names = (of: readonly Row[]): string[] => of.map((row) => row.name);

test('keeps the order it was given until a column is chosen', () => {
  const { result } = renderHook(() => useSortedRows(rows, columns, null));
  expect(names(result.current.rows)).toEqual(['Te1/0/10', 'Te1/0/9', 'Te1/0/1']);
  expect(result.current.sort).toBeNull();
});

test('sorts text as people count, and turns round at the second click', () => {
  const { result } = renderHook(() => useSortedRows(rows, columns, null));
  act(() => result.current.toggle('name'));
  expect(names(result.current.rows)).toEqual(['Te1/0/1', 'Te1/0/9', 'Te1/0/10']);
  act(() => result.current.toggle('name'));
  expect(names(result.current.rows)).toEqual(['Te1/0/10', 'Te1/0/9', 'Te1/0/1']);
});

test('unknown stays last in both directions', () => {
  const { result } = renderHook(() => useSortedRows(rows, columns, null));
  act(() => result.current.toggle('loss'));
  expect(names(result.current.rows)).toEqual(['Te1/0/1', 'Te1/0/9', 'Te1/0/10']);
  act(() => result.current.toggle('loss'));
  expect(names(result.current.rows)).toEqual(['Te1/0/9', 'Te1/0/1', 'Te1/0/10']);
});
