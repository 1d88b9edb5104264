import type { ReactNode } from 'react';
import { formatBits } from '../../shared/units/bits.ts';
import { formatPercent } from '../../shared/units/percent.ts';
import { Numeric } from '../ui/Numeric.tsx';
import { UseBar } from '../ui/UseBar.tsx';
import styles from './Panels.module.css';

export interface UseRowProps {
  readonly direction: 'in' | 'out';
  readonly name: string;
  readonly bitsPerSecond: number | null | undefined;
  readonly percent: number | null | undefined;
}

const whole = (percent: number): string => formatPercent(Math.round(percent));

/** One direction of a port or link: colour of its graph, bar, rate, share of speed. */
export function UseRow({ direction, name, bitsPerSecond, percent }: UseRowProps): ReactNode {
  return (
    <div className={styles.use}>
      <span className={styles.swatch} data-direction={direction} aria-hidden />
      <span className={styles.carrier} title={name}>
        {name}
      </span>
      <UseBar percent={percent ?? null} height={6} />
      <span className={styles.carried}>
        <Numeric value={bitsPerSecond} format={formatBits} />
      </span>
      <span className={styles.share}>{typeof percent === 'number' && <Numeric value={percent} format={whole} />}</span>
    </div>
  );
}
