import type { ReactNode } from 'react';
import type { IncidentReason } from '../../shared/contract/incidents.ts';
import { Time } from '../ui/Time.tsx';
import styles from './Incidents.module.css';

const STRONGEST = 4;

function Weight({ weight }: { readonly weight: number }): ReactNode {
  return (
    <span className={styles.weight} role="img" aria-label={`weight ${weight} of ${STRONGEST}`}>
      {Array.from({ length: STRONGEST }, (_, index) => (
        <span key={index} className={styles.pip} data-lit={index < weight || undefined} />
      ))}
    </span>
  );
}

export interface IncidentReasonsProps {
  readonly reasons: readonly IncidentReason[];
  readonly loading: boolean;
}

/** Facts that speak for the cause, strongest first, each with its source and moment. */
export function IncidentReasons({ reasons, loading }: IncidentReasonsProps): ReactNode {
  if (reasons.length === 0) return <p className={styles.dim}>{loading ? 'Reading the evidence' : 'None was kept.'}</p>;
  const ranked = reasons.toSorted((a, b) => b.weight - a.weight || a.atMs - b.atMs);
  return (
    <ol>
      {ranked.map((reason, index) => (
        <li key={`${reason.atMs} ${reason.text}`} className={styles.reason}>
          <span className={styles.rank}>{index + 1}</span>
          <div>
            <p className={styles.reasonText}>{reason.text}</p>
            <p className={styles.source}>{reason.source}</p>
          </div>
          <div className={styles.when}>
            <Time atMs={reason.atMs} seconds />
            <Weight weight={reason.weight} />
          </div>
        </li>
      ))}
    </ol>
  );
}
