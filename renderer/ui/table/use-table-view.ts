/** What a table shows and what keys, clicks and its head do to it; drawing is DataTable's. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { TableColumn } from '../table-column.ts';
import { markRange, marksIn, NOTHING_MARKED, toggleMark, type Marked } from './mark-rows.ts';
import { tableCommand, type TableCommand } from './table-keys.ts';
import { drawnColumns, moveColumn, plainLayout, sortByColumn, stepColumn, widenColumn } from './table-layout.ts';
import type { TableLayout } from './table-layout.ts';
import type { DataTableProps } from './table-props.ts';
import { groupKeys, tableLines, type RowKey, type TableLine } from './table-lines.ts';
import type { HeadActions } from './TableHead.tsx';
import { useSortedRows } from './use-sorted-rows.ts';

export interface TableView<R> {
  readonly layout: TableLayout;
  readonly columns: readonly TableColumn<R>[];
  /** In the order shown, those in folded groups too. */
  readonly rows: readonly R[];
  readonly lines: readonly TableLine<R>[];
  /** Place of the active line; -1 where there is none. */
  readonly active: number;
  readonly marked: Marked;
  /** The line that the last key went to, to be scrolled to; `moves` counts the keys. */
  readonly wantedLine: number | null;
  readonly moves: number;
  readonly head: HeadActions;
  /** What the key did; null when it is not for the table. */
  readonly onKey: (event: KeyboardEvent) => TableCommand['do'] | null;
  readonly onClick: (line: TableLine<R> | undefined, event: MouseEvent) => void;
  readonly onDoubleClick: (line: TableLine<R> | undefined) => void;
  readonly activate: (line: TableLine<R>) => void;
  readonly markAll: (marked: boolean) => void;
  /** The rows that a menu is about. */
  readonly menuRows: () => readonly R[];
}

function useLayout<R extends object>(props: DataTableProps<R>): readonly [TableLayout, (next: TableLayout) => void] {
  const { initialSort } = props;
  const [own, setOwn] = useState<TableLayout>(() =>
    initialSort === undefined ? plainLayout : { ...plainLayout, sort: [initialSort] },
  );
  return [props.layout ?? own, props.onLayout ?? setOwn];
}

function useFolded(groupingId: string | null): readonly [ReadonlySet<string>, (folded: ReadonlySet<string>) => void] {
  const [state, setState] = useState<{ readonly id: string | null; readonly folded: ReadonlySet<string> }>({
    id: groupingId,
    folded: new Set(),
  });
  const folded = state.id === groupingId ? state.folded : new Set<string>();
  return [folded, (next) => setState({ id: groupingId, folded: next })];
}

export function useTableView<R extends object>(props: DataTableProps<R>): TableView<R> {
  const { rowKey, selectedKey = null, onSelect, onOpen, onMark, grouping = null } = props;
  const [layout, setLayout] = useLayout(props);
  const columns = useMemo(() => drawnColumns(props.columns, layout), [props.columns, layout]);
  const rows = useSortedRows(props.rows, props.columns, layout.sort);
  const [folded, setFolded] = useFolded(grouping?.id ?? null);
  // oxlint-disable-next-line react/exhaustive-deps -- rowKey only names what the rows are
  const lines = useMemo(() => tableLines(rows, rowKey, grouping, folded), [rows, grouping, folded]);
  const [activeGroup, setActiveGroup] = useState<string | null>(null);
  const [move, setMove] = useState<{ readonly line: number | null; readonly count: number }>({ line: null, count: 0 });
  const activeKey: RowKey | null = activeGroup ?? selectedKey;
  const active = useMemo(() => lines.findIndex((line) => line.key === activeKey), [lines, activeKey]);
  const marked = useMarked(props, rows);
  const anchor = useRef<RowKey | null>(null);

  function activate(line: TableLine<R>): void {
    if (line.kind === 'group') setActiveGroup(line.key);
    else {
      setActiveGroup(null);
      onSelect?.(line.row);
    }
  }

  const mark = (next: Marked): void => onMark?.(next);
  const rowKeys = (): readonly RowKey[] => lines.filter((line) => line.kind === 'row').map((line) => line.key);

  function fold(key: string, isFolded: boolean): void {
    setFolded(new Set(isFolded ? [...folded, key] : [...folded].filter((one) => one !== key)));
  }

  function go(to: number, withMark: boolean): void {
    const line = lines[to];
    if (line === undefined) return;
    if (withMark && line.kind === 'row') {
      anchor.current ??= selectedKey;
      mark(markRange(rowKeys(), anchor.current, line.key));
    } else if (!withMark) anchor.current = line.key;
    setMove((last) => ({ line: to, count: last.count + 1 }));
    activate(line);
  }

  function run(command: TableCommand): void {
    const line = lines[active];
    switch (command.do) {
      case 'go':
        return go(command.to, command.mark && onMark !== undefined);
      case 'fold':
        if (command.all && grouping !== null)
          return setFolded(new Set(command.folded ? groupKeys(rows, grouping) : []));
        return line?.kind === 'group' ? fold(line.key, command.folded) : undefined;
      case 'toggle-mark':
        return line === undefined ? undefined : mark(toggleMark(marked, line.key, null));
      case 'mark-all':
        return mark(new Set(rows.map(rowKey)));
      case 'clear-marks':
        return mark(NOTHING_MARKED);
      case 'open':
        if (line?.kind === 'group') return fold(line.key, !line.folded);
        return line === undefined ? undefined : onOpen?.(line.row);
      case 'menu':
    }
  }

  return {
    layout,
    columns,
    rows,
    lines,
    active,
    marked,
    wantedLine: move.line,
    moves: move.count,
    head: useHead(props, layout, setLayout),
    onKey: (event) => {
      const command = tableCommand(event, lines, active, marked.size > 0);
      const forMarks = command !== null && ['toggle-mark', 'mark-all', 'clear-marks'].includes(command.do);
      if (command === null || (forMarks && onMark === undefined)) return null;
      run(command);
      return command.do;
    },
    onClick: (line, event) => {
      if (line === undefined) return;
      if (line.kind === 'group') {
        setActiveGroup(line.key);
        return fold(line.key, !line.folded);
      }
      const onBox = event.target instanceof Element && event.target.closest('[data-mark]') !== null;
      if (onMark !== undefined && event.shiftKey) {
        // A range of rows is meant, not of text.
        getSelection()?.removeAllRanges();
        return mark(markRange(rowKeys(), anchor.current ?? selectedKey, line.key, marked));
      }
      if (onMark !== undefined && (onBox || event.ctrlKey || event.metaKey)) {
        anchor.current = line.key;
        return mark(toggleMark(marked, line.key, onBox ? null : selectedKey));
      }
      anchor.current = line.key;
      activate(line);
    },
    onDoubleClick: (line) => {
      if (line?.kind === 'row') onOpen?.(line.row);
    },
    activate,
    markAll: (all) => mark(all ? new Set(rows.map(rowKey)) : NOTHING_MARKED),
    menuRows: () => {
      const line = lines[active];
      if (line?.kind === 'group') return line.rows;
      if (line === undefined || marked.has(line.key)) return rows.filter((row) => marked.has(rowKey(row)));
      return [line.row];
    },
  };
}

/** Marks of rows that are not shown any more are dropped, so that nothing is done to what nobody sees. */
function useMarked<R extends object>(
  { marked = NOTHING_MARKED, onMark, rowKey }: DataTableProps<R>,
  rows: readonly R[],
) {
  const left = useMemo(
    () => (marked.size === 0 ? marked : marksIn(marked, rows.map(rowKey))),
    // oxlint-disable-next-line react/exhaustive-deps -- rowKey only names what the rows are
    [marked, rows],
  );
  useEffect(() => {
    if (left !== marked) onMark?.(left);
  }, [left, marked, onMark]);
  return left;
}

function useHead<R extends object>(
  props: DataTableProps<R>,
  layout: TableLayout,
  setLayout: (next: TableLayout) => void,
): HeadActions {
  const { columns, layout: given } = props;
  const onSort = (id: string, add: boolean): void => {
    const column = columns.find((one) => one.id === id);
    if (column !== undefined) setLayout({ ...layout, sort: sortByColumn(layout.sort, column, add) });
  };
  if (given === undefined) return { onSort };
  return {
    onSort,
    onWiden: (id, width) => setLayout(widenColumn(layout, id, width)),
    onMove: (id, to) => setLayout(moveColumn(layout, columns, id, to)),
    onStep: (id, by) => setLayout(stepColumn(layout, columns, id, by)),
  };
}
