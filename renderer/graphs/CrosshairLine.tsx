import type { ReactNode } from 'react';
import { useHoveredMoment } from '../state/hovered-moment.ts';
import styles from './CrosshairLine.module.css';

export interface CrosshairLineProps {
  readonly fromMs: number;
  readonly toMs: number;
  /** Where the stretch lies, px. */
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** Who has a crosshair of its own, and needs no line for what it said itself. */
  readonly own?: string | undefined;
}

/** The moment that is pointed at in another graph of the page. */
export function CrosshairLine({ fromMs, toMs, left, width, top, bottom, own }: CrosshairLineProps): ReactNode {
  const { atMs, by } = useHoveredMoment();
  if (atMs === null || by === own || atMs < fromMs || atMs > toMs) return null;
  const x = Math.round(left + ((atMs - fromMs) / (toMs - fromMs)) * width);
  return <span className={styles.line} style={{ left: x, top, bottom }} aria-hidden />;
}
