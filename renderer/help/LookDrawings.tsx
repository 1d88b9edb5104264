/** The looks of links and the marks of graphs, small. The map and the graphs draw the real ones on canvas. */
import { useId, type ReactNode } from 'react';
import type { GraphMarkSign, LinkLook } from './help-entries.ts';
import styles from './Help.module.css';

function Picture({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <svg className={styles.picture} width={84} height={28} viewBox="0 0 84 28" aria-hidden>
      {children}
    </svg>
  );
}

const line = 'M2 14h80';

export function LinkPicture({ look }: { readonly look: LinkLook }): ReactNode {
  switch (look) {
    case 'use':
      return (
        <Picture>
          <path fill="var(--use-25)" d="M2 11h34l5 3-5 3H2z" />
          <path fill="var(--use-70)" d="M82 11H48l-5 3 5 3h34z" />
        </Picture>
      );
    case 'confirmed':
      return (
        <Picture>
          <path className={styles.cable} d={line} />
        </Picture>
      );
    case 'one-sided':
      return (
        <Picture>
          <path className={styles.cable} d="M2 14h70" />
          <circle className={styles.thin} cx={77} cy={14} r={4} />
        </Picture>
      );
    case 'inferred':
      return (
        <Picture>
          <path className={styles.cable} strokeDasharray="8 4" d={line} />
        </Picture>
      );
    case 'manual':
      return (
        <Picture>
          <path className={styles.cable} d={line} />
          <rect className={styles.badge} x={35} y={7} width={14} height={14} rx={3} />
          <path className={styles.thin} d="M39 17l6-6" />
        </Picture>
      );
    case 'ageing':
      return (
        <Picture>
          <path className={styles.cable} strokeDasharray="0.1 8" strokeLinecap="round" d="M4 14h78" />
          <circle className={styles.badge} cx={42} cy={14} r={7} />
          <path className={styles.thin} d="M42 10v4h3" />
        </Picture>
      );
    case 'down':
      return (
        <Picture>
          <path className={styles.broken} strokeWidth={5} strokeDasharray="2.5 2.5" d="M2 14h24M58 14h24" />
          <path className={styles.broken} strokeWidth={1.8} d="M30 8v12M54 8v12M38.5 10.5l7 7M45.5 10.5l-7 7" />
        </Picture>
      );
    case 'flapping':
      return (
        <Picture>
          <path className={styles.cable} d={line} />
          <rect className={styles.waveBox} x={27} y={6} width={30} height={16} rx={8} />
          <path className={styles.wave} d="M32 17l3.3-6 3.3 6 3.4-6 3.3 6 3.3-6 3.4 6" />
        </Picture>
      );
  }
}

function Hatch({ colour }: { readonly colour: string }): ReactNode {
  const id = useId();
  return (
    <>
      <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0v5" stroke={colour} strokeWidth={1.4} />
      </pattern>
      <rect x={30} y={2} width={24} height={24} fill={`url(#${id})`} />
    </>
  );
}

export function GraphPicture({ mark }: { readonly mark: GraphMarkSign }): ReactNode {
  switch (mark) {
    case 'band':
      return (
        <Picture>
          <path className={styles.band} d="M2 14L16 6l14 5 14-7 14 8 12-6 12 4v10l-12 2-12-3-14 4-14-2-14 3-14-3z" />
          <path className={styles.out} d="M2 17l14-6 14 5 14-6 14 6 12-5 12 3" />
        </Picture>
      );
    case 'percentile':
      return (
        <Picture>
          <path className={styles.out} d="M2 20l14-5 14 3 14-8 14 7 12-3 12 4" />
          <path className={styles.out} strokeDasharray="5 3" d="M2 9h80" />
        </Picture>
      );
    case 'gap':
      return (
        <Picture>
          <path className={styles.out} d="M2 18l14-6 13 3M55 12l14 5 13-4" />
          <Hatch colour="var(--line3)" />
          <path className={styles.dotted} d="M30 2v24M54 2v24" />
        </Picture>
      );
    case 'suspect':
      return (
        <Picture>
          <path className={styles.out} d="M2 20l14-4 14 2 6-14h12l6 15 14-3 14 2" />
          <Hatch colour="var(--state-suspect)" />
        </Picture>
      );
    case 'smoke':
      return (
        <Picture>
          <path className={styles.smoke} strokeWidth={14} d="M2 15h20M42 13h20" />
          <path className={styles.smoke} strokeWidth={20} d="M22 13h20M62 14h20" />
          <path className={styles.median} d="M2 16h20v-2h20v1h20v-2h20" />
        </Picture>
      );
    case 'loss':
      return (
        <Picture>
          <path className={styles.median} d="M2 8h80" />
          <path className={styles.axis} d="M2 16h80" />
          <path fill="var(--state-degraded)" d="M26 19l4 7h-8z" />
          <path fill="var(--state-down)" d="M56 19l4 7h-8z" />
        </Picture>
      );
  }
}
