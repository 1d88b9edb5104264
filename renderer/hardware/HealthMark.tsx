import type { ReactNode } from 'react';
import type { Health } from '../../shared/model/hardware.ts';
import { StateMark } from '../ui/StateMark.tsx';
import { healthNames, healthState } from './health-words.ts';
import styles from './Hardware.module.css';

export interface HealthMarkProps {
  readonly health: Health;
  /** In place of its name: "No limits". */
  readonly word?: string | undefined;
  /** Quiet, without a shape: nothing is judged. */
  readonly plain?: boolean | undefined;
}

/** How a part fares, by colour, shape and word. */
export function HealthMark({ health, word, plain = false }: HealthMarkProps): ReactNode {
  const state = healthState[health];
  const text = word ?? healthNames[health];
  if (state === null || plain) return <span className={styles.plainHealth}>{text}</span>;
  return <StateMark state={state} word={text} />;
}
