import type { CSSProperties, ReactNode } from 'react';
import { formatDay, formatSecond, zoneName } from '../ui/format-time.ts';
import type { TooltipRow } from './graph-content.ts';
import styles from './Graph.module.css';

export interface GraphTooltipProps {
  readonly atMs: number;
  /** Place of the crosshair inside the graph. */
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly rows: readonly TooltipRow[];
}

const SPACE_PX = 12;
const LEAST_WIDTH_PX = 360;

/** Beside the crosshair, or under a graph that has no room at its side. */
function place({ left, width, top }: Pick<GraphTooltipProps, 'left' | 'width' | 'top'>): CSSProperties {
  if (width < LEAST_WIDTH_PX) return { left: 0, right: 0, top: '100%' };
  return left > width / 2 ? { right: width - left + SPACE_PX, top } : { left: left + SPACE_PX, top };
}

/** Exact values under the crosshair, on the side with more room. Read aloud when moved by keys. */
export function GraphTooltip({ atMs, left, width, top, rows }: GraphTooltipProps): ReactNode {
  return (
    <div className={styles.tooltip} style={place({ left, width, top })} role="status">
      <p className={styles.moment}>
        {formatDay(atMs)}, {formatSecond(atMs)} {zoneName(atMs)}
      </p>
      <ul>
        {rows.map((row) => (
          <li key={row.name} className={styles.reading}>
            <span className={styles.swatch} data-tone={row.tone} style={{ opacity: row.alpha }} aria-hidden />
            <span className={styles.readingName}>{row.name}</span>
            <strong className={styles.readingText}>{row.text}</strong>
            {row.detail !== undefined && <span className={styles.readingDetail}>{row.detail}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
