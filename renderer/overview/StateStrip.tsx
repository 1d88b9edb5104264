import type { ReactNode } from 'react';
import { routeHash } from '../state/route.ts';
import { stateNames, statesByUrgency } from '../ui/state-marks.ts';
import { StateShape } from '../ui/StateMark.tsx';
import type { CountByState } from './overview-model.ts';
import { RowList } from './RowList.tsx';
import { ofState } from './filters.ts';
import styles from './Overview.module.css';

/** How many devices are in which state, always in the same places; colour only where there are any. */
export function StateStrip({ states }: { readonly states: CountByState }): ReactNode {
  return (
    <RowList label="Devices by state" className={styles.strip}>
      {statesByUrgency.map((state) => (
        <li key={state}>
          <a
            className={styles.tile}
            data-state={state}
            data-none={states[state] === 0 || undefined}
            href={routeHash({ view: 'devices', filter: ofState(state) })}
          >
            <StateShape state={state} size={16} />
            <span className={`${styles.tileCount} num`}>{states[state].toLocaleString('en-GB')}</span>{' '}
            <span className={styles.tileWord}>{stateNames[state]}</span>
          </a>
        </li>
      ))}
    </RowList>
  );
}
