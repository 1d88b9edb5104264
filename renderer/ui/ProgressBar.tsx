import { Progress } from '@base-ui/react/progress';
import type { ReactNode } from 'react';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 100; null: under way, end unknown. */
  readonly percent: number | null;
}

export function ProgressBar({ label, percent }: ProgressBarProps): ReactNode {
  return (
    <Progress.Root value={percent} aria-label={label} className={styles.root}>
      <Progress.Track className={styles.track}>
        <Progress.Indicator className={styles.fill} />
      </Progress.Track>
    </Progress.Root>
  );
}
