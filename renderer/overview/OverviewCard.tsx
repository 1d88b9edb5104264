import { useId, type ReactNode } from 'react';
import { useCutOff } from '../ui/cut-off.ts';
import styles from './Overview.module.css';

export interface OverviewCardProps {
  /** Where it lies in the grid. */
  readonly area: 'incidents' | 'not-up' | 'trend' | 'busiest' | 'answers' | 'changes' | 'kinds';
  readonly title: string;
  /** A number that leads to its rows, a switch. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One question of the overview with its answer. */
export function OverviewCard({ area, title, aside, children }: OverviewCardProps): ReactNode {
  const titleId = useId();
  return (
    <section className={styles.card} data-area={area} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <div className={styles.aside}>{aside}</div>
      </header>
      {children}
    </section>
  );
}

/** In place of rows where there are none, and that is good. */
export function Quiet({ children }: { readonly children: ReactNode }): ReactNode {
  return <p className={styles.quiet}>{useCutOff() ? 'Not read before the connection was lost.' : children}</p>;
}
