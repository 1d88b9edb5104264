import type { ReactNode } from 'react';
import styles from './KeyHint.module.css';

/** A key or a chord as the keyboard names it: "Ctrl K", "A". */
export function KeyHint({ keys, onFill = false }: { readonly keys: string; readonly onFill?: boolean }): ReactNode {
  return (
    <kbd className={styles.key} data-on-fill={onFill || undefined}>
      {keys}
    </kbd>
  );
}
