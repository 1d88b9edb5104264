import type { ReactNode } from 'react';
import type { MenuEntry } from '../Menu.tsx';
import type { TableColumn, TableSort } from '../table-column.ts';
import type { Marked } from './mark-rows.ts';
import type { TableLayout } from './table-layout.ts';
import type { RowKey, TableGrouping } from './table-lines.ts';

export interface DataTableProps<R extends object> {
  /** Read aloud as the table's name. */
  readonly label: string;
  /** Keep it stable (module scope or useMemo): a new array sorts again. */
  readonly columns: readonly TableColumn<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => RowKey;
  readonly selectedKey?: RowKey | null | undefined;
  /** Click and arrow keys. */
  readonly onSelect?: ((row: R) => void) | undefined;
  /** Double click and Enter. */
  readonly onOpen?: ((row: R) => void) | undefined;
  readonly initialSort?: TableSort | undefined;
  /** Stands in place of rows when there are none. */
  readonly empty?: ReactNode;
  /** Marks a row that does not matter, for example a port that is shut down. */
  readonly isQuiet?: ((row: R) => boolean) | undefined;
  /** Columns, widths, sorting as a person chose them. Without it the table keeps its sorting itself. */
  readonly layout?: TableLayout | undefined;
  readonly onLayout?: ((layout: TableLayout) => void) | undefined;
  /** Nothing in a cell takes the focus or keeps a state of its own: rows may take each other's elements while it scrolls. */
  readonly reuseRows?: boolean | undefined;
  readonly grouping?: TableGrouping<R> | null | undefined;
  /** What stands beside the name of a group: its count, its worst. */
  readonly groupNote?: ((rows: readonly R[]) => ReactNode) | undefined;
  /** Rows that are marked for what is done to many; with it, rows can be marked. */
  readonly marked?: Marked | undefined;
  readonly onMark?: ((marked: Marked) => void) | undefined;
  /** What can be done with a row, or with all marked ones where it is one of them. */
  readonly menu?: ((rows: readonly R[]) => readonly MenuEntry[]) | undefined;
}
