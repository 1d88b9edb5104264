import type { ReactNode } from 'react';
import { filterTerm } from '../state/filter-terms.ts';
import { routeHash } from '../state/route.ts';
import { deviceGlyphNames } from '../ui/device-glyphs.ts';
import { DeviceIcon } from '../ui/DeviceIcon.tsx';
import { statesByUrgency } from '../ui/state-marks.ts';
import { StateMark } from '../ui/StateMark.tsx';
import { MANAGED } from './filters.ts';
import { OverviewCard } from './OverviewCard.tsx';
import type { KindCount } from './overview-model.ts';
import { RowList } from './RowList.tsx';
import styles from './Overview.module.css';

/** What the network is made of, and where in it something is not up. */
export function DevicesByKind({ kinds }: { readonly kinds: readonly KindCount[] }): ReactNode {
  return (
    <OverviewCard area="kinds" title="Devices by kind">
      <RowList label="Devices by kind">
        {kinds.map(({ kind, count, states }) => (
          <li key={kind} className={styles.row} data-row="kind">
            <a className={styles.main} href={routeHash({ view: 'devices', filter: ofKind(kind) })}>
              <DeviceIcon kind={kind} size={16} />
              <span className={styles.kindName}>{deviceGlyphNames[kind]}</span>{' '}
              <span className={`${styles.figure} num`}>{count.toLocaleString('en-GB')}</span>
            </a>
            <span className={styles.kindStates}>
              {statesByUrgency
                .filter((state) => state !== 'up' && states[state] > 0)
                .map((state) => (
                  <a
                    key={state}
                    className={styles.inner}
                    href={routeHash({ view: 'devices', filter: `${filterTerm('state', state)} ${ofKind(kind)}` })}
                  >
                    <StateMark state={state} shapeOnly />{' '}
                    <span className="num">{states[state].toLocaleString('en-GB')}</span>
                  </a>
                ))}
            </span>
          </li>
        ))}
      </RowList>
    </OverviewCard>
  );
}

const ofKind = (kind: string): string => `${filterTerm('kind', kind)} ${MANAGED}`;
