import type { ReactNode } from 'react';
import styles from './Chip.module.css';

export interface ChipProps {
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly tone?: 'neutral' | 'past' | undefined;
}

/** A fact in a few words: "Confirmed, both ends". */
export function Chip({ children, icon, tone = 'neutral' }: ChipProps): ReactNode {
  return (
    <span className={styles.chip} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}

/** A count on an icon or beside a word. */
export function Badge({ count, label }: { readonly count: number; readonly label: string }): ReactNode {
  return (
    <span className={styles.badge}>
      {count > 99 ? '99+' : count}
      <span className="only-for-readers"> {label}</span>
    </span>
  );
}
