/** The rows of a table as shown, as CSV: its columns, order, sorting and groups. */
import { toCsv, type CsvValue } from '../../../shared/units/csv.ts';
import { columnName, type TableColumn } from '../table-column.ts';
import { sortedPositions } from './sort-rows.ts';
import { drawnColumns, type TableLayout } from './table-layout.ts';
import { groupRows, type TableGrouping } from './table-lines.ts';

export function rowsToCsv<R>(
  rows: readonly R[],
  columns: readonly TableColumn<R>[],
  layout: TableLayout,
  grouping: TableGrouping<R> | null = null,
): string {
  const told = drawnColumns(columns, layout).filter((column) => column.value ?? column.sortBy);
  const sorted = sortedPositions(rows, columns, layout.sort).flatMap((at) => rows[at] ?? []);
  const ordered = grouping === null ? sorted : groupRows(sorted, grouping).flatMap((group) => group.rows);
  const valueOf = (column: TableColumn<R>, row: R): CsvValue => (column.value ?? column.sortBy)?.(row);
  return toCsv([told.map(columnName), ...ordered.map((row) => told.map((column) => valueOf(column, row)))]);
}
