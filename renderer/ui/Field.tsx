import { useId, type ReactNode } from 'react';
import styles from './Field.module.css';

export interface FieldText {
  readonly label: string;
  /** At the right of the label: "optional". */
  readonly aside?: string | undefined;
  readonly hint?: ReactNode;
  /** What is wrong with it; replaces the hint and is read aloud. */
  readonly error?: string | null | undefined;
}

export interface FieldIds {
  readonly inputId: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

/** Label above, hint or error below. `children` gets the ids that tie the input to them. */
export function Field(props: FieldText & { readonly children: (ids: FieldIds) => ReactNode }): ReactNode {
  const { label, aside, hint, error, children } = props;
  const inputId = useId();
  const below = error ?? hint;
  const describedBy = below === undefined || below === null ? undefined : `${inputId}-below`;
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label htmlFor={inputId} className={styles.label}>
          {label}
        </label>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </div>
      {children({ inputId, describedBy, invalid: typeof error === 'string' })}
      {describedBy !== undefined && (
        <p id={describedBy} className={typeof error === 'string' ? styles.error : styles.hint}>
          {below}
        </p>
      )}
    </div>
  );
}
