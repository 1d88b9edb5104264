import type { ReactNode } from 'react';
import styles from './FormError.module.css';

export interface FormErrorProps {
  readonly failure: { readonly message: string; readonly hint?: string | undefined } | null;
}

/** What went wrong with a form as a whole: the message, and what mends it. */
export function FormError({ failure }: FormErrorProps): ReactNode {
  if (failure === null) return null;
  return (
    <p className={styles.error} role="alert">
      <span className={styles.message}>{failure.message}</span> {failure.hint}
    </p>
  );
}
