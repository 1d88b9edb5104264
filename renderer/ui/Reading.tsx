import type { ReactNode } from 'react';
import { NotConnected } from './EmptyState.tsx';
import { Spinner } from './Spinner.tsx';
import { useCutOff } from './cut-off.ts';
import styles from './EmptyState.module.css';

/** In place of what is being read. What comes at once is not announced: the words fade in. */
export function Reading(): ReactNode {
  if (useCutOff()) return <NotConnected />;
  return (
    <div className={styles.reading} role="status">
      <Spinner /> Reading
    </div>
  );
}
