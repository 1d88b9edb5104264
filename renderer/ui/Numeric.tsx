import type { ReactNode } from 'react';
import styles from './Numeric.module.css';

export interface NumericProps {
  readonly value: number | null | undefined;
  readonly format: (value: number) => string;
}

/** A number in figures of one width; unknown is the word, never 0 or a dash. */
export function Numeric({ value, format }: NumericProps): ReactNode {
  if (value === null || value === undefined) return <span className={styles.unknown}>unknown</span>;
  return <span className="num">{format(value)}</span>;
}
