import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { columnName, type TableColumn, type TableSort } from '../table-column.ts';
import styles from '../DataTable.module.css';

/** What a head may do to the table; without `onWiden` its columns stay as they are. */
export interface HeadActions {
  readonly onSort: (columnId: string, add: boolean) => void;
  readonly onWiden?: ((columnId: string, width: number | null) => void) | undefined;
  readonly onMove?: ((columnId: string, to: string) => void) | undefined;
  readonly onStep?: ((columnId: string, by: -1 | 1) => void) | undefined;
}

export interface TableHeadProps<R> {
  readonly columns: readonly TableColumn<R>[];
  readonly tracks: string;
  /** Pixels that the columns need at least. */
  readonly minWidth: number;
  readonly sort: readonly TableSort[];
  readonly actions: HeadActions;
  /** The cell over the marks of rows; absent where rows have none. */
  readonly markCell?: ReactNode;
}

const STEP_PX = 16;
const DRAGGED = 'application/x-trunkline-column';

/** The head of a table: it stays in sight, and each name that can be sorted by is a button. */
export function TableHead<R>(props: TableHeadProps<R>): ReactNode {
  const { columns, tracks, minWidth, sort, actions, markCell } = props;
  return (
    <div role="rowgroup" className={styles.head} style={{ minWidth }}>
      <div role="row" className={styles.headRow} style={{ gridTemplateColumns: tracks }}>
        {markCell}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} actions={actions} />
        ))}
      </div>
    </div>
  );
}

interface HeadCellProps<R> {
  readonly column: TableColumn<R>;
  readonly sort: readonly TableSort[];
  readonly actions: HeadActions;
}

function HeadCell<R>({ column, sort, actions }: HeadCellProps<R>): ReactNode {
  const cell = useRef<HTMLDivElement>(null);
  const { onMove, onWiden } = actions;
  const at = sort.findIndex((key) => key.id === column.id);
  const key = sort[at];
  const widthNow = (): number => cell.current?.getBoundingClientRect().width ?? 0;
  return (
    <div
      ref={cell}
      role="columnheader"
      className={styles.headCell}
      data-align={column.align}
      aria-sort={at === 0 ? (key?.desc === true ? 'descending' : 'ascending') : undefined}
      draggable={onMove !== undefined}
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, column.id)}
      onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
      onDrop={(event) => onMove?.(event.dataTransfer.getData(DRAGGED), column.id)}
    >
      {column.sortBy === undefined ? (
        column.header
      ) : (
        <button
          type="button"
          className={styles.sort}
          aria-keyshortcuts={onWiden && 'Alt+ArrowLeft Alt+ArrowRight Alt+Shift+ArrowLeft Alt+Shift+ArrowRight'}
          onClick={(event) => actions.onSort(column.id, event.shiftKey)}
          onKeyDown={(event) => headKey(event, column.id, widthNow, actions)}
        >
          {column.header}
          {key !== undefined && <SortSign down={key.desc} place={sort.length > 1 ? at + 1 : null} />}
        </button>
      )}
      {onWiden !== undefined && <Edge column={column} widthNow={widthNow} onWiden={onWiden} />}
    </div>
  );
}

/** Alt and an arrow change the width, with Shift the place. Shift and Enter add a key, as a click with Shift does. */
function headKey(event: KeyboardEvent, id: string, widthNow: () => number, actions: HeadActions): void {
  if (event.key === 'Enter' && event.shiftKey) {
    event.preventDefault();
    actions.onSort(id, true);
    return;
  }
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
  if (by === null || !event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.shiftKey) actions.onStep?.(id, by);
  else actions.onWiden?.(id, widthNow() + by * STEP_PX);
}

interface EdgeProps<R> {
  readonly column: TableColumn<R>;
  readonly widthNow: () => number;
  readonly onWiden: (columnId: string, width: number | null) => void;
}

/** Dragging it changes the width of the column before it; a double click gives the own width back. */
function Edge<R>({ column, widthNow, onWiden }: EdgeProps<R>): ReactNode {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: widthNow() };
  }
  return (
    <span
      className={styles.edge}
      title={`Drag: width of ${columnName(column)}; double click: its own width`}
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (start.current !== null) onWiden(column.id, start.current.width + event.clientX - start.current.x);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onDoubleClick={() => onWiden(column.id, null)}
    />
  );
}

function SortSign({ down, place }: { readonly down: boolean; readonly place: number | null }): ReactNode {
  const Icon = down ? IconChevronDown : IconChevronUp;
  return (
    <>
      <Icon size={12} aria-hidden />
      {place !== null && (
        <span className={styles.place}>
          {place}
          <span className="only-for-readers">. key, {down ? 'descending' : 'ascending'}</span>
        </span>
      )}
    </>
  );
}
