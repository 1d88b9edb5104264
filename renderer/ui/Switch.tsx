import type { ReactNode } from 'react';
import styles from './Switch.module.css';

export interface SwitchProps {
  /** Its name for screen readers; shown beside it unless `hideLabel`. */
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
  readonly hint?: string | undefined;
  /** In a table, whose heads say what it is. */
  readonly hideLabel?: boolean | undefined;
}

/** On or off, at once: nothing has to be saved. */
export function Switch(props: SwitchProps): ReactNode {
  const { label, checked, onChange, disabled = false, hint, hideLabel = false } = props;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-label={hideLabel ? label : undefined}
      className={styles.switch}
      disabled={disabled}
      onClick={() => onChange(!checked)}
    >
      <span className={styles.track} aria-hidden>
        <span className={styles.knob} />
      </span>
      {!hideLabel && (
        <span>
          {label}
          {hint !== undefined && <span className={styles.hint}>{hint}</span>}
        </span>
      )}
    </button>
  );
}
