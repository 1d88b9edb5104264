import { IconCheck, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { TableColumn } from '../table-column.ts';
import styles from '../DataTable.module.css';

interface LinePlace {
  readonly id: string;
  /** Place among the lines, from 0; clicks are told by it. */
  readonly at: number;
  readonly startPx: number;
  readonly active: boolean;
}

export interface TableRowProps<R> extends LinePlace {
  readonly row: R;
  readonly columns: readonly TableColumn<R>[];
  readonly tracks: string;
  /** Null where rows cannot be marked. */
  readonly marked: boolean | null;
  readonly quiet: boolean;
  /** In a group. */
  readonly level: 2 | undefined;
}

/** Made once: classes of thousands of cells. */
const cellClasses = [false, true].map((mono) =>
  [false, true].map((fits) => classNames(styles.cell, !fits && styles.cut, mono && 'mono')),
);

const cellClass = ({ mono = false, fits = false }: Pick<TableColumn<never>, 'mono' | 'fits'>): string | undefined =>
  cellClasses[Number(mono)]?.[Number(fits)];

function Row<R>(props: TableRowProps<R>): ReactNode {
  const { row, columns, at, marked, active } = props;
  return (
    <div
      id={props.id}
      role="row"
      data-line={at}
      data-active={active || undefined}
      aria-rowindex={at + 2}
      aria-level={props.level}
      aria-selected={active || marked === true}
      className={classNames(styles.row, props.quiet && styles.quiet)}
      style={{ gridTemplateColumns: props.tracks, top: props.startPx }}
    >
      {marked !== null && (
        <div role="gridcell" className={styles.markCell} data-mark>
          <MarkBox marked={marked} />
        </div>
      )}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={cellClass(column)} data-align={column.align}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** Drawn again only when something of it changes: while a table scrolls, most rows stay as they are. */
export const TableRow = memo(Row) as typeof Row;

/** The state of a mark, for the eye: the row says it to screen readers. */
export function MarkBox({ marked }: { readonly marked: boolean | 'some' }): ReactNode {
  return (
    <span className={styles.markBox} data-marked={marked || undefined} aria-hidden>
      {marked === true && <IconCheck size={12} stroke={2.5} />}
      {marked === 'some' && <span className={styles.markSome} />}
    </span>
  );
}

export interface GroupHeadProps extends LinePlace {
  readonly title: string;
  readonly folded: boolean;
  readonly columns: number;
  readonly children?: ReactNode;
}

/** The head of a group of rows; a click folds it. */
export function GroupHead({ id, at, startPx, active, title, folded, columns, children }: GroupHeadProps): ReactNode {
  const Chevron = folded ? IconChevronRight : IconChevronDown;
  return (
    <div
      id={id}
      role="row"
      data-line={at}
      data-active={active || undefined}
      aria-rowindex={at + 2}
      aria-level={1}
      aria-expanded={!folded}
      aria-selected={active}
      className={classNames(styles.row, styles.groupRow)}
      style={{ top: startPx }}
    >
      <div role="gridcell" aria-colspan={columns} className={styles.groupCell}>
        <Chevron size={14} aria-hidden />
        <strong className={styles.groupTitle}>{title}</strong>
        {children}
      </div>
    </div>
  );
}
