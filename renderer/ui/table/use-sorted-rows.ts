import { useMemo } from 'react';
import type { TableColumn, TableSort } from '../table-column.ts';
import { sortedPositions } from './sort-rows.ts';

/** The order that was shown last, by columns. It makes the next one cheaper and changes nothing of it. */
const lastOrders = new WeakMap<object, readonly number[]>();

function sorted<R>(rows: readonly R[], columns: readonly TableColumn<R>[], sort: readonly TableSort[]): readonly R[] {
  const positions = sortedPositions(rows, columns, sort, lastOrders.get(columns));
  lastOrders.set(columns, positions);
  return positions.flatMap((at) => rows[at] ?? []);
}

export function useSortedRows<R>(
  rows: readonly R[],
  columns: readonly TableColumn<R>[],
  sort: readonly TableSort[],
): readonly R[] {
  return useMemo(() => sorted(rows, columns, sort), [rows, columns, sort]);
}
