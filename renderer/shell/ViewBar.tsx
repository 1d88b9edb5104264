import type { ReactNode } from 'react';
import styles from './ViewBar.module.css';

export interface ViewBarProps {
  readonly title: string;
  /** What stands beside the title: switches, menus, a sentence with counts. */
  readonly children?: ReactNode;
  /** Buttons at the right end. */
  readonly actions?: ReactNode;
}

/** The 40 px bar that opens each view. */
export function ViewBar({ title, children, actions }: ViewBarProps): ReactNode {
  return (
    <header className={styles.bar} data-no-print>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.middle}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </header>
  );
}
