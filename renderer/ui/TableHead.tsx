import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TableColumn, TableSort } from './table-column.ts';
import styles from './DataTable.module.css';

export interface TableHeadProps<R> {
  readonly columns: readonly TableColumn<R>[];
  readonly tracks: string;
  /** Pixels that the columns need at least. */
  readonly minWidth: number;
  readonly sort: TableSort | null;
  readonly onSort: (columnId: string) => void;
}

function ariaSort(sort: TableSort | null, columnId: string): 'ascending' | 'descending' | undefined {
  if (sort?.id !== columnId) return undefined;
  return sort.desc ? 'descending' : 'ascending';
}

/** The head of a table: it stays in sight, and each name that can be sorted by is a button. */
export function TableHead<R>({ columns, tracks, minWidth, sort, onSort }: TableHeadProps<R>): ReactNode {
  return (
    <div role="rowgroup" className={styles.head} style={{ minWidth }}>
      <div role="row" className={styles.headRow} style={{ gridTemplateColumns: tracks }}>
        {columns.map((column) => (
          <div
            key={column.id}
            role="columnheader"
            className={styles.headCell}
            data-align={column.align}
            aria-sort={ariaSort(sort, column.id)}
          >
            {column.sortBy === undefined ? (
              column.header
            ) : (
              <button type="button" className={styles.sort} onClick={() => onSort(column.id)}>
                {column.header}
                {sort?.id === column.id && <SortSign down={sort.desc} />}
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

function SortSign({ down }: { readonly down: boolean }): ReactNode {
  return down ? <IconChevronDown size={12} aria-hidden /> : <IconChevronUp size={12} aria-hidden />;
}
