import { useId, useRef, useState, type FocusEvent, type MouseEvent, type ReactNode } from 'react';
import { ContextMenu } from './ContextMenu.tsx';
import type { TableLine } from './table/table-lines.ts';
import type { DataTableProps } from './table/table-props.ts';
import { TableBody } from './table/TableBody.tsx';
import { MarkBox } from './table/TableRow.tsx';
import { TableHead } from './table/TableHead.tsx';
import { useTableView, type TableView } from './table/use-table-view.ts';
import { narrowest } from './table-column.ts';
import styles from './DataTable.module.css';

const GAP_PX = 8;
const PADDING_PX = 24;
const MARK_PX = 20;

function lineOfEvent<R>(event: MouseEvent, lines: readonly TableLine<R>[]): TableLine<R> | undefined {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
  return lines[Number(element?.dataset['line'] ?? -1)];
}

/**
 * A table that draws only the rows in sight, so that ten thousand cost as much as fifty. The grid itself holds the focus
 * and names the active row (aria-activedescendant), because a row that is scrolled away does not exist.
 */
export function DataTable<R extends object>(props: DataTableProps<R>): ReactNode {
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const view = useTableView(props);
  const { lines, columns, active } = view;
  const canMark = props.onMark !== undefined;
  const tracks = [...(canMark ? [`${MARK_PX}px`] : []), ...columns.map((column) => column.width)].join(' ');
  const cells = columns.length + Number(canMark);
  const minWidth = narrowest(columns) + (canMark ? MARK_PX : 0) + GAP_PX * (cells - 1) + PADDING_PX;

  function openMenu(at: { readonly x: number; readonly y: number }): void {
    if (props.menu !== undefined) setMenuAt(at);
  }

  function openMenuAtActive(): void {
    const row = document.getElementById(`${gridId}-${active}`)?.getBoundingClientRect();
    const grid = scroller.current?.getBoundingClientRect();
    openMenu({ x: (row ?? grid)?.left ?? 0, y: row?.bottom ?? grid?.top ?? 0 });
  }

  /** A row that is reused becomes another one: the focus that a click left in it would go along. */
  function keepFocus({ target }: FocusEvent): void {
    if (target.closest('[data-line]') !== null) scroller.current?.focus({ preventScroll: true });
  }

  return (
    <div
      ref={scroller}
      role={props.grouping ? 'treegrid' : 'grid'}
      tabIndex={0}
      className={styles.grid}
      aria-label={props.label}
      aria-rowcount={lines.length + 1}
      aria-multiselectable={canMark || undefined}
      aria-activedescendant={active < 0 ? undefined : `${gridId}-${active}`}
      onFocus={props.reuseRows === true ? keepFocus : undefined}
      onKeyDown={(event) => {
        if (event.target !== scroller.current) return;
        const taken = view.onKey(event);
        if (taken === 'menu') openMenuAtActive();
        if (taken !== null) event.preventDefault();
        // Whoever clears marks does not close the inspector with the same key.
        if (taken === 'clear-marks') event.stopPropagation();
      }}
      onClick={(event) => view.onClick(lineOfEvent(event, lines), event)}
      onDoubleClick={(event) => view.onDoubleClick(lineOfEvent(event, lines))}
      onContextMenu={(event) => {
        const line = lineOfEvent(event, lines);
        if (line?.kind !== 'row' || props.menu === undefined) return;
        event.preventDefault();
        view.activate(line);
        openMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      <TableHead
        columns={columns}
        tracks={tracks}
        minWidth={minWidth}
        sort={view.layout.sort}
        actions={view.head}
        markCell={canMark && <MarkAll view={view} />}
      />
      {lines.length === 0 && props.empty}
      <TableBody table={props} view={view} scroller={scroller} gridId={gridId} tracks={tracks} minWidth={minWidth} />
      {props.menu !== undefined && (
        <ContextMenu
          at={menuAt}
          entries={menuAt === null ? [] : props.menu(view.menuRows())}
          onClose={() => setMenuAt(null)}
        />
      )}
    </div>
  );
}

/** Marks all rows shown, or takes all marks away. */
function MarkAll<R>({ view }: { readonly view: TableView<R> }): ReactNode {
  const { marked, rows } = view;
  const state = marked.size === 0 ? false : marked.size < rows.length ? 'some' : true;
  return (
    <div role="columnheader" className={styles.headCell}>
      <button
        type="button"
        role="checkbox"
        className={styles.markAll}
        aria-checked={state === 'some' ? 'mixed' : state}
        aria-label="Select all rows shown"
        onClick={() => view.markAll(state !== true)}
      >
        <MarkBox marked={state} />
      </button>
    </div>
  );
}
