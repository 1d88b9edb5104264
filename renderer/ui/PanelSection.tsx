import type { ReactNode } from 'react';
import styles from './PanelSection.module.css';

export interface PanelSectionProps {
  readonly title?: string | undefined;
  /** At the right of the title: "5 min mean, 12 s old". */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One part of an inspector panel, a line above it. */
export function PanelSection({ title, aside, children }: PanelSectionProps): ReactNode {
  return (
    <section className={styles.section}>
      {title !== undefined && (
        <header className={styles.head}>
          <h3 className={styles.title}>{title}</h3>
          <span className={styles.aside}>{aside}</span>
        </header>
      )}
      {children}
    </section>
  );
}

/** Label and value in two columns; an unknown value is the word. */
export function KeyValue({ label, children, mono }: KeyValueProps): ReactNode {
  const empty = children === null || children === undefined || children === '';
  return (
    <div className={styles.pair}>
      <dt className={styles.key}>{label}</dt>
      <dd className={mono === true && !empty ? styles.mono : styles.value}>
        {empty ? <span className={styles.key}>unknown</span> : children}
      </dd>
    </div>
  );
}

export interface KeyValueProps {
  readonly label: string;
  readonly children?: ReactNode;
  /** For addresses, ports, serials. */
  readonly mono?: boolean | undefined;
}
