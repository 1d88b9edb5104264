import { IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ValueSubject } from '../../shared/contract/hardware.ts';
import { showWhy } from './show-why.ts';
import styles from './Hardware.module.css';

/** Opens the inspector at where the value comes from. */
export function WhyButton({
  deviceId,
  subject,
  name,
}: {
  readonly deviceId: number;
  readonly subject: ValueSubject;
  /** What the value is of, for screen readers. */
  readonly name: string;
}): ReactNode {
  return (
    <button
      type="button"
      className={styles.why}
      aria-label={`Why? Where ${name} comes from`}
      title="Why? Where this comes from"
      onClick={(event) => {
        event.stopPropagation();
        showWhy(deviceId, subject);
      }}
    >
      <IconHelpCircle size={14} stroke={1.75} aria-hidden />
    </button>
  );
}
