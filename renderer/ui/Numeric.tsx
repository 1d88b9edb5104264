import type { ReactNode } from 'react';
import styles from './Numeric.module.css';

export interface NumericProps {
  readonly value: number | null | undefined;
  readonly format: (value: number) => string;
}

/** The same where the figures have one width already, as in cells that stand at the end: text, and no element for it. */
export function numericText({ value, format }: NumericProps): ReactNode {
  return value === null || value === undefined ? <Numeric value={null} format={format} /> : format(value);
}

/** A number in figures of one width; unknown is the word, never 0 or a dash. */
export function Numeric({ value, format }: NumericProps): ReactNode {
  if (value === null || value === undefined) return <span className={styles.unknown}>unknown</span>;
  return <span className="num">{format(value)}</span>;
}
