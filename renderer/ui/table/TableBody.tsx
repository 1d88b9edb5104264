import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { Fragment, useEffect, type ReactNode, type RefObject } from 'react';
import { useRowHeight } from '../use-row-height.ts';
import { inSlotOrder, slotCount, slotOf } from './row-slots.ts';
import type { TableLine } from './table-lines.ts';
import type { DataTableProps } from './table-props.ts';
import { GroupHead, TableRow } from './TableRow.tsx';
import type { TableView } from './use-table-view.ts';
import styles from '../DataTable.module.css';

const OVERSCAN_ROWS = 10;
/** With the line under it. */
const HEAD_PX = 29;

export interface TableBodyProps<R extends object> {
  readonly table: DataTableProps<R>;
  readonly view: TableView<R>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly gridId: string;
  readonly tracks: string;
  readonly minWidth: number;
}

/** The rows in sight. Only this is drawn again while the table scrolls. */
export function TableBody<R extends object>(props: TableBodyProps<R>): ReactNode {
  const { table, view, minWidth } = props;
  const { items, slots, totalPx } = useDrawnItems(props);
  return (
    <div role="rowgroup" className={styles.body} style={{ height: totalPx, minWidth }}>
      {items.map((item) => {
        const line = view.lines[item.index];
        if (line === undefined) return null;
        const key = table.reuseRows === true ? slotOf(item.index, slots) : line.key;
        return <Fragment key={key}>{drawLine(props, line, item.index, item.start)}</Fragment>;
      })}
    </div>
  );
}

interface DrawnItems {
  readonly items: readonly VirtualItem[];
  readonly slots: number;
  readonly totalPx: number;
}

function useDrawnItems<R extends object>({ table, view, scroller }: TableBodyProps<R>): DrawnItems {
  const rowHeight = useRowHeight();
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler, which this is about, is not used
  const virtual = useVirtualizer({
    count: view.lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN_ROWS,
    scrollPaddingStart: rowHeight,
    // The head stays in sight and takes its height from that of the rows.
    scrollPaddingEnd: HEAD_PX,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  useEffect(() => {
    if (view.wantedLine !== null) virtual.scrollToIndex(view.wantedLine);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each move, not when the list scrolls
  }, [view.wantedLine, view.moves]);
  const items = virtual.getVirtualItems();
  const slots = slotCount(virtual.scrollRect?.height ?? 0, rowHeight, OVERSCAN_ROWS);
  const moving = table.reuseRows === true && virtual.isScrolling;
  return { items: moving ? inSlotOrder(items, slots) : items, slots, totalPx: virtual.getTotalSize() };
}

function drawLine<R extends object>(props: TableBodyProps<R>, line: TableLine<R>, at: number, startPx: number) {
  const { table, view } = props;
  const { columns } = view;
  const canMark = table.onMark !== undefined;
  const place = { id: `${props.gridId}-${at}`, at, startPx, active: at === view.active };
  if (line.kind === 'group') {
    const { title, folded, rows } = line;
    return (
      <GroupHead {...place} title={title} folded={folded} columns={columns.length + Number(canMark)}>
        {table.groupNote?.(rows)}
      </GroupHead>
    );
  }
  return (
    <TableRow
      {...place}
      row={line.row}
      columns={columns}
      tracks={props.tracks}
      marked={canMark ? view.marked.has(line.key) : null}
      quiet={table.isQuiet?.(line.row) === true}
      level={table.grouping ? 2 : undefined}
    />
  );
}
