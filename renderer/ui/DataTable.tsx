import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { nextIndex } from './list-keys.ts';
import { narrowest, type TableColumn, type TableSort } from './table-column.ts';
import { TableHead } from './TableHead.tsx';
import { useRowHeight } from './use-row-height.ts';
import { useSortedRows } from './use-sorted-rows.ts';
import styles from './DataTable.module.css';

export interface DataTableProps<R extends object> {
  /** Read aloud as the table's name. */
  readonly label: string;
  /** Keep it stable (module scope or useMemo): a new array sorts again. */
  readonly columns: readonly TableColumn<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => number | string;
  readonly selectedKey?: number | string | null | undefined;
  /** Click and arrow keys. */
  readonly onSelect?: ((row: R) => void) | undefined;
  /** Double click and Enter. */
  readonly onOpen?: ((row: R) => void) | undefined;
  readonly initialSort?: TableSort | undefined;
  /** Stands in place of rows when there are none. */
  readonly empty?: ReactNode;
  /** Marks a row that does not matter, for example a port that is shut down. */
  readonly isQuiet?: ((row: R) => boolean) | undefined;
}

const OVERSCAN_ROWS = 12;
const PAGE_ROWS = 15;
const GAP_PX = 8;
const PADDING_PX = 24;

/**
 * A table that draws only the rows in sight, so that ten thousand cost as much as fifty. The grid itself holds the focus
 * and names the active row (aria-activedescendant), because a row that is scrolled away does not exist.
 */
export function DataTable<R extends object>(props: DataTableProps<R>): ReactNode {
  const { columns, rowKey, selectedKey = null, onSelect, onOpen } = props;
  const { rows, sort, toggle } = useSortedRows(props.rows, columns, props.initialSort ?? null);
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler, which this is about, is not used
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN_ROWS,
    scrollPaddingStart: rowHeight,
  });
  const selectedIndex = rows.findIndex((row) => rowKey(row) === selectedKey);
  const tracks = columns.map((column) => column.width).join(' ');
  const minWidth = narrowest(columns) + GAP_PX * (columns.length - 1) + PADDING_PX;

  function onKeyDown(event: KeyboardEvent): void {
    const chosen = rows[selectedIndex];
    if (event.key === 'Enter' && event.target === scroller.current && chosen !== undefined) return onOpen?.(chosen);
    const index = nextIndex(event.key, selectedIndex, rows.length, PAGE_ROWS);
    const next = index === null ? undefined : rows[index];
    if (index === null || next === undefined) return;
    event.preventDefault();
    virtual.scrollToIndex(index);
    onSelect?.(next);
  }

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className={styles.grid}
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={selectedIndex < 0 ? undefined : `${gridId}-${selectedIndex}`}
      onKeyDown={onKeyDown}
    >
      <TableHead columns={columns} tracks={tracks} minWidth={minWidth} sort={sort} onSort={toggle} />
      {rows.length === 0 && props.empty}
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize(), minWidth }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={rowKey(row)}
              id={`${gridId}-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={item.index === selectedIndex}
              className={classNames(styles.row, props.isQuiet?.(row) === true && styles.quiet)}
              style={{ gridTemplateColumns: tracks, transform: `translateY(${item.start}px)` }}
              onClick={() => onSelect?.(row)}
              onDoubleClick={() => onOpen?.(row)}
            >
              <Cells row={row} columns={columns} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Cells<R>({ row, columns }: { readonly row: R; readonly columns: readonly TableColumn<R>[] }): ReactNode {
  return columns.map((column) => (
    <div key={column.id} role="gridcell" className={styles.cell} data-align={column.align}>
      {column.cell(row)}
    </div>
  ));
}
