import type { ReactNode } from 'react';
import { useCutOff } from './cut-off.ts';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  readonly title: string;
  /** What will be here. */
  readonly text: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
}

/** Nothing is said to be absent while the page is cut off from the engine. */
export function EmptyState({ title, text, action }: EmptyStateProps): ReactNode {
  if (useCutOff()) return <NotConnected />;
  return (
    <div className={styles.state}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {action}
    </div>
  );
}

/** In place of what was not read before the connection was lost. */
export function NotConnected(): ReactNode {
  return (
    <div className={styles.state}>
      <h2 className={styles.title}>Not connected</h2>
      <p className={styles.text}>What belongs here was not read yet. It comes as soon as the engine is back.</p>
    </div>
  );
}

export interface ErrorStateProps {
  /** What failed, for whom, after how long. */
  readonly message: string;
  /** Which setting mends it. */
  readonly hint?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
}

/** In the place where it happened. */
export function ErrorState({ message, hint, onRetry }: ErrorStateProps): ReactNode {
  return (
    <div className={styles.state} role="alert">
      <p className={styles.failed}>{message}</p>
      {hint !== undefined && <p className={styles.text}>{hint}</p>}
      {onRetry !== undefined && (
        <button type="button" className={styles.retry} onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
