import type { ReactNode } from 'react';
import { SeverityPips } from '../ui/SeverityPips.tsx';
import { handledText, whatText, whenText } from './bar-words.ts';
import type { Bar } from './lane-bars.ts';
import styles from './TimeBar.module.css';

export interface BarTooltipProps {
  readonly bar: Bar;
  readonly nowMs: number;
  /** Distances of the bar's upper left corner from the right and lower edge of the window, which the time bar touches. */
  readonly fromRight: number;
  readonly fromBottom: number;
}

const WIDEST_PX = 320;
const EDGE_PX = 8;
const ABOVE_PX = 6;

/** Over the bar, outside the time bar: there is no room inside. Says nothing that the list does not say too. */
export function BarTooltip({ bar, nowMs, fromRight, fromBottom }: BarTooltipProps): ReactNode {
  const { incident } = bar;
  const place = {
    left: `calc(100vw - ${Math.max(fromRight, WIDEST_PX + EDGE_PX)}px)`,
    bottom: fromBottom + ABOVE_PX,
  };
  return (
    <div className={styles.tooltip} style={place} aria-hidden>
      <p className={styles.tipTitle}>
        <SeverityPips severity={incident.severity} pipsOnly /> {incident.title}
      </p>
      <p>{whatText(incident)}</p>
      <p>{handledText(incident)}</p>
      <p className={styles.tipWhen}>{whenText(incident, nowMs)}</p>
    </div>
  );
}
