import type { ReactNode } from 'react';
import styles from './Spinner.module.css';

/** Under way. With reduced motion it stands still: the text beside it counts. */
export function Spinner({ size = 16 }: { readonly size?: number }): ReactNode {
  return (
    <svg
      className={styles.spinner}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      strokeWidth={2}
      aria-hidden
    >
      <circle cx={8} cy={8} r={6} stroke="var(--line2)" />
      <path d="M8 2a6 6 0 0 1 6 6" stroke="var(--accent)" strokeLinecap="round" />
    </svg>
  );
}
