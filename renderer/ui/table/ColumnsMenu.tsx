import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from '../Button.tsx';
import { IconButton } from '../IconButton.tsx';
import { Popover } from '../Popover.tsx';
import { columnName, type TableColumn } from '../table-column.ts';
import { isShown, moveColumn, orderedColumns, showColumn, type TableLayout } from './table-layout.ts';
import styles from './ColumnsMenu.module.css';

export interface ColumnsMenuProps<R> {
  readonly columns: readonly TableColumn<R>[];
  readonly layout: TableLayout;
  readonly onLayout: (layout: TableLayout) => void;
  /** What "Standard columns" goes back to. */
  readonly standard: TableLayout;
}

/** Which columns a table shows, and in what order. */
export function ColumnsMenu<R>({ columns, layout, onLayout, standard }: ColumnsMenuProps<R>): ReactNode {
  const ordered = orderedColumns(columns, layout);
  const { order, shown, hidden, widths } = standard;
  return (
    <Popover
      label="Columns"
      trigger={
        <IconButton label="Columns" edged>
          <IconColumns3 size={16} stroke={1.75} aria-hidden />
        </IconButton>
      }
    >
      {() => (
        <>
          <ul>
            {ordered.map((column, at) => (
              <ColumnItem
                key={column.id}
                column={column}
                shown={isShown(column, layout)}
                onShow={(next) => onLayout(showColumn(layout, column, next))}
                above={ordered[at - 1]}
                below={ordered[at + 1]}
                onMove={(to) => onLayout(moveColumn(layout, columns, column.id, to))}
              />
            ))}
          </ul>
          <footer className={styles.foot}>
            <Button size="small" tone="quiet" onClick={() => onLayout({ ...layout, order, shown, hidden, widths })}>
              Standard columns
            </Button>
          </footer>
        </>
      )}
    </Popover>
  );
}

interface ColumnItemProps<R> {
  readonly column: TableColumn<R>;
  readonly shown: boolean;
  readonly onShow: (shown: boolean) => void;
  readonly above: TableColumn<R> | undefined;
  readonly below: TableColumn<R> | undefined;
  readonly onMove: (to: string) => void;
}

function ColumnItem<R>({ column, shown, onShow, above, below, onMove }: ColumnItemProps<R>): ReactNode {
  const name = columnName(column);
  return (
    <li className={styles.item}>
      <label className={styles.label}>
        <input
          type="checkbox"
          checked={shown}
          disabled={column.fixed === true}
          onChange={(event) => onShow(event.target.checked)}
        />
        {name}
      </label>
      <IconButton
        label={`Move ${name} up`}
        size="small"
        disabled={above === undefined}
        onClick={() => above && onMove(above.id)}
      >
        <IconArrowUp size={14} aria-hidden />
      </IconButton>
      <IconButton
        label={`Move ${name} down`}
        size="small"
        disabled={below === undefined}
        onClick={() => below && onMove(below.id)}
      >
        <IconArrowDown size={14} aria-hidden />
      </IconButton>
    </li>
  );
}
