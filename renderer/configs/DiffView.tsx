import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';
import { countText } from '../ui/count-text.ts';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useSize } from '../ui/use-size.ts';
import { countRows, type DiffRow } from './diff-rows.ts';
import { DiffLine } from './DiffLine.tsx';
import { changeStarts, foldRows, unifyRows } from './fold-rows.ts';
import { LineList } from './LineList.tsx';
import type { Comparison } from './use-diff.ts';
import styles from './Lines.module.css';

export interface DiffViewProps {
  readonly comparison: Comparison;
  readonly actions?: ReactNode;
}

/** Narrower than that, both sides go into one column. */
const TWO_COLUMNS_PX = 640;

/** Two configurations, side by side where there is room; what did not change is folded. */
export function DiffView({ comparison, actions }: DiffViewProps): ReactNode {
  const { rows, error } = comparison;
  if (error !== null) return <ErrorState message={error} />;
  if (rows === null)
    return (
      <div className={styles.waiting}>
        <Spinner /> Comparing
      </div>
    );
  return <Differences rows={rows} actions={actions} />;
}

interface DifferencesProps {
  readonly rows: readonly DiffRow[];
  readonly actions: ReactNode;
}

function Differences({ rows, actions }: DifferencesProps): ReactNode {
  const [watchSize, { width }] = useSize();
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [current, setCurrent] = useState(0);
  const unified = width > 0 && width < TWO_COLUMNS_PX;
  const shown = useMemo(() => {
    const folded = foldRows(rows, opened);
    return unified ? unifyRows(folded) : folded;
  }, [rows, opened, unified]);
  const starts = useMemo(() => changeStarts(shown), [shown]);
  const counts = useMemo(() => countRows(rows), [rows]);
  const place = starts[Math.min(current, starts.length - 1)] ?? null;
  const step = (by: number): void => {
    if (starts.length > 0) setCurrent((Math.min(current, starts.length - 1) + by + starts.length) % starts.length);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F7' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });
  // Wherever the focus is, as in an editor: in the list of revisions too.
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <section ref={watchSize} className={styles.view} aria-label="Changes">
      <header className={styles.head}>
        <span className={styles.note}>
          <span className={styles.plus}>+{counts.added}</span> <span className={styles.minus}>−{counts.removed}</span>
          {counts.byThemselves > 0 &&
            ` and ${countText(counts.byThemselves, 'line that changes by itself', 'lines that change by themselves')}`}
        </span>
        <span className={styles.actions}>
          <span className={styles.note} role="status">
            {starts.length > 0 && `Change ${Math.min(current, starts.length - 1) + 1} of ${starts.length}`}
          </span>
          <IconButton
            size="small"
            label="Change before (Shift F7)"
            disabled={starts.length === 0}
            onClick={() => step(-1)}
          >
            <IconChevronUp size={16} aria-hidden />
          </IconButton>
          <IconButton size="small" label="Next change (F7)" disabled={starts.length === 0} onClick={() => step(1)}>
            <IconChevronDown size={16} aria-hidden />
          </IconButton>
          {actions}
        </span>
      </header>
      {starts.length === 0 && (
        <EmptyState
          title="Nothing differs that can be shown"
          text="Line by line these two are the same. A secret may have been changed: those are masked, and never shown."
        />
      )}
      {starts.length > 0 && (
        <LineList
          label="Differences"
          count={shown.length}
          goTo={place}
          renderRow={(index) => {
            const row = shown[index];
            if (row === undefined) return null;
            return (
              <DiffLine
                row={row}
                unified={unified}
                current={place !== null && isIn(shown, place, index)}
                onOpen={(from) => setOpened(new Set([...opened, from]))}
              />
            );
          }}
        />
      )}
    </section>
  );
}

/** Whether a row is of the stretch of changes that begins at `start`. */
function isIn(shown: readonly { readonly kind: string }[], start: number, index: number): boolean {
  for (let at = start; at <= index; at += 1) {
    const kind = shown[at]?.kind;
    if (kind === undefined || kind === 'same' || kind === 'fold') return false;
  }
  return index >= start;
}
