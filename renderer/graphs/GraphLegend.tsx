import type { ReactNode } from 'react';
import styles from './Graph.module.css';

export interface LegendItem {
  readonly text: string;
  readonly sign: 'line' | 'band' | 'dash' | 'triangle';
  readonly tone: 'out' | 'in' | 'up' | 'neutral' | 'loss';
}

/** The unit, then what each line, band and sign means. */
export function GraphLegend({
  unit,
  items,
}: {
  readonly unit: string;
  readonly items: readonly LegendItem[];
}): ReactNode {
  return (
    <ul className={styles.legend}>
      {unit !== '' && <li className={styles.unit}>{unit}</li>}
      {items.map(({ text, sign, tone }) => (
        <li key={text} className={styles.legendItem}>
          <span className={styles.sign} data-sign={sign} data-tone={tone} aria-hidden />
          {text}
        </li>
      ))}
    </ul>
  );
}
