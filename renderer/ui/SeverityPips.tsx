import type { ReactNode } from 'react';
import styles from './SeverityPips.module.css';

export const severityNames = { critical: 'Critical', major: 'Major', minor: 'Minor', info: 'Info' } as const;
export type SeverityName = keyof typeof severityNames;

/** Lit bars of the sign; the rest is there, unlit. */
export const severityPips: Readonly<Record<SeverityName, number>> = { critical: 4, major: 3, minor: 2, info: 1 };

const bars = [4, 6, 8, 10];

export interface SeverityPipsProps {
  readonly severity: SeverityName;
  readonly pipsOnly?: boolean | undefined;
}

/** A severity: one to four rising bars and the word. Never a shape of the states. */
export function SeverityPips({ severity, pipsOnly = false }: SeverityPipsProps): ReactNode {
  return (
    <span className={styles.severity} data-severity={severity}>
      <svg className={styles.pips} width={14} height={10} viewBox="0 0 14 10" aria-hidden>
        {bars.map((height, index) => (
          <rect
            key={height}
            className={index < severityPips[severity] ? styles.lit : styles.unlit}
            x={index * 3.6}
            y={10 - height}
            width={2.6}
            height={height}
          />
        ))}
      </svg>
      <span className={pipsOnly ? 'only-for-readers' : undefined}>{severityNames[severity]}</span>
    </span>
  );
}
