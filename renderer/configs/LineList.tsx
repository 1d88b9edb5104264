import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './Lines.module.css';

export interface LineListProps {
  readonly label: string;
  readonly count: number;
  /** Row to bring into sight whenever it changes; null: stay. */
  readonly goTo: number | null;
  readonly renderRow: (index: number) => ReactNode;
}

const LINE_PX = 18;
const OVERSCAN = 20;

type Lines = Virtualizer<HTMLDivElement, Element>;

/** Lines of text, of which only those in sight exist. A long one wraps, so heights are measured. */
export function LineList({ label, count, goTo, renderRow }: LineListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler, which this is about, is not used
  const virtual: Lines = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    overscan: OVERSCAN,
  });
  useEffect(() => {
    if (goTo !== null) virtual.scrollToIndex(goTo, { align: 'center' });
  }, [goTo, virtual]);
  return (
    <div ref={scroller} role="table" tabIndex={0} className={styles.scroller} aria-label={label} aria-rowcount={count}>
      <div role="rowgroup" className={styles.all} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => (
          <div
            key={item.key}
            ref={virtual.measureElement}
            role="row"
            aria-rowindex={item.index + 1}
            data-index={item.index}
            className={styles.place}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {renderRow(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
