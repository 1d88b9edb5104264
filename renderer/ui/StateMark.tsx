import type { ReactNode } from 'react';
import { stateMarks, stateNames, type Ink, type MarkPart, type StateName } from './state-marks.ts';
import styles from './StateMark.module.css';

function inkColour(state: StateName, ink: Ink): string {
  if (ink === 'none') return 'none';
  if (ink === 'mark') return `var(--state-${state})`;
  if (state === 'degraded') return `var(--state-degraded-${ink})`;
  return ink === 'edge' ? 'none' : 'var(--on-mark)';
}

/** The shape alone; whoever uses it puts the word beside it. */
export function StateShape({ state, size = 14 }: { readonly state: StateName; readonly size?: number }): ReactNode {
  const parts: readonly MarkPart[] = stateMarks[state];
  return (
    <svg className={styles.shape} width={size} height={size} viewBox="0 0 16 16" aria-hidden>
      {parts.map((part) => (
        <path
          key={part.d}
          d={part.d}
          fill={inkColour(state, part.fill)}
          stroke={inkColour(state, part.stroke)}
          strokeWidth={part.width}
          strokeDasharray={part.dash}
          strokeLinecap={part.dash === undefined ? 'round' : 'butt'}
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}

export interface StateMarkProps {
  readonly state: StateName;
  /** Stands in place of the state's name, for example "Flapping 34 %". */
  readonly word?: string | undefined;
  /** In a table whose column tells the word too, the word is for screen readers only. */
  readonly shapeOnly?: boolean | undefined;
  readonly size?: number | undefined;
}

/** A state says itself three times: colour, shape and word. */
export function StateMark({ state, word, shapeOnly = false, size }: StateMarkProps): ReactNode {
  const text = word ?? stateNames[state];
  return (
    <span className={styles.mark} data-state={state}>
      {size === undefined ? <StateShape state={state} /> : <StateShape state={state} size={size} />}
      {shapeOnly ? <span className="only-for-readers">{text}</span> : text}
    </span>
  );
}
