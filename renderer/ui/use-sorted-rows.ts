/** Sorting by TanStack Table, which knows columns and state; drawing is DataTable's. */
import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type SortingState,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { TableColumn, TableSort } from './table-column.ts';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const byText = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Numbers by size, text as people count: Te1/0/9 before Te1/0/10. */
function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return byText.compare(String(a), String(b));
}

function columnDefinition<R extends object>(column: TableColumn<R>): ColumnDef<typeof features, R> {
  return {
    id: column.id,
    accessorFn: (row) => column.sortBy?.(row) ?? undefined,
    enableSorting: column.sortBy !== undefined,
    sortFn: (a, b, id) => compareValues(a.getValue(id), b.getValue(id)),
    sortUndefined: 'last',
    sortDescFirst: column.downFirst ?? false,
  };
}

export interface SortedRows<R> {
  readonly rows: readonly R[];
  readonly sort: TableSort | null;
  /** Sorts by a column; the same column again turns it round. */
  readonly toggle: (columnId: string) => void;
}

export function useSortedRows<R extends object>(
  rows: readonly R[],
  columns: readonly TableColumn<R>[],
  initial: TableSort | null,
): SortedRows<R> {
  const [sorting, setSorting] = useState<SortingState>(initial === null ? [] : [{ ...initial }]);
  const definitions = useMemo(() => columns.map(columnDefinition), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    state: { sorting },
    onSortingChange: setSorting,
    enableSortingRemoval: false,
  });
  return {
    rows: table.getRowModel().rows.map((row) => row.original),
    sort: sorting[0] ?? null,
    toggle: (columnId) => table.getColumn(columnId)?.toggleSorting(),
  };
}
