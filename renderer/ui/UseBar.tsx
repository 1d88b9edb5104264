import type { ReactNode } from 'react';
import { tokenOfUse } from './scale-of-use.ts';
import styles from './UseBar.module.css';

export interface UseBarProps {
  /** Share of capacity; null is unknown: the track stays empty. */
  readonly percent: number | null;
  /** Pixels; absent: as wide as its place. */
  readonly width?: number | undefined;
  /** 4 in rows, 6 in panels. */
  readonly height?: number | undefined;
}

/** How full a direction is, in the colours of the use scale. The number stands beside it. */
export function UseBar({ percent, width, height = 4 }: UseBarProps): ReactNode {
  const share = Math.min(100, Math.max(0, percent ?? 0));
  return (
    <span className={styles.track} style={{ width: width ?? '100%', height }} aria-hidden>
      {share > 0 && (
        <span
          className={styles.fill}
          style={{ width: `max(2px, ${share}%)`, background: `var(${tokenOfUse(percent)})` }}
        />
      )}
    </span>
  );
}
