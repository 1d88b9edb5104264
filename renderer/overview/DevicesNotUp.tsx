import type { ReactNode } from 'react';
import type { StateWord } from '../../shared/contract/common.ts';
import type { Incident } from '../../shared/contract/incidents.ts';
import { goTo } from '../state/route.ts';
import { select } from '../state/selection.ts';
import { countText } from '../ui/count-text.ts';
import { StateMark } from '../ui/StateMark.tsx';
import { Age } from '../ui/Time.tsx';
import { CountLink } from './CountLink.tsx';
import { NOT_UP, ofState } from './filters.ts';
import { OverviewCard, Quiet } from './OverviewCard.tsx';
import type { NotUp, Trouble } from './overview-model.ts';
import { RowList } from './RowList.tsx';
import styles from './Overview.module.css';

export interface DevicesNotUpProps {
  readonly devices: NotUp;
  readonly incidentOver: (deviceId: number) => Incident | undefined;
  readonly selectedId: number | null;
}

/** Devices that should be up and are not; those in maintenance are meant. What hangs behind one root is one line. */
export function DevicesNotUp({ devices, incidentOver, selectedId }: DevicesNotUpProps): ReactNode {
  const { shown, more, total } = devices;
  const all = { view: 'devices', filter: NOT_UP } as const;
  return (
    <OverviewCard
      area="not-up"
      title="Devices not up"
      aside={total > 0 && <CountLink to={all}>{total.toLocaleString('en-GB')} not up</CountLink>}
    >
      {total === 0 ? (
        <Quiet>Every device is up or in maintenance.</Quiet>
      ) : (
        <RowList label="Devices not up">
          {shown.map((trouble) => (
            <TroubleRow
              key={trouble.devices[0]?.id}
              trouble={trouble}
              incidentOver={incidentOver}
              selected={trouble.devices.length === 1 && trouble.devices[0]?.id === selectedId}
            />
          ))}
          {more > 0 && (
            <li className={styles.more}>
              <CountLink to={all}>{more.toLocaleString('en-GB')} more</CountLink>
            </li>
          )}
        </RowList>
      )}
    </OverviewCard>
  );
}

interface TroubleRowProps {
  readonly trouble: Trouble;
  readonly incidentOver: DevicesNotUpProps['incidentOver'];
  readonly selected: boolean;
}

function TroubleRow({ trouble, incidentOver, selected }: TroubleRowProps): ReactNode {
  const { state, because, sinceMs, devices } = trouble;
  const [first] = devices;
  if (first === undefined) return null;
  const alone = devices.length === 1;
  const incident = alone ? undefined : incidentOver(first.id);
  const why = incident === undefined ? because : `because ${incident.title}`;
  return (
    <li className={styles.row} data-row="device" data-selected={selected || undefined}>
      <StateMark state={state} />
      <button
        type="button"
        className={styles.main}
        onClick={() => (alone ? select({ kind: 'device', deviceId: first.id }) : showTogether(state, incident))}
      >
        <span className={styles.name}>{alone ? first.name : countText(devices.length, 'device')}</span>{' '}
        <span className={styles.site} title={why ?? undefined}>
          {why}
        </span>
      </button>
      <span className={styles.age}>
        <Age sinceMs={sinceMs} />
      </span>
    </li>
  );
}

/** The incident names all that hang behind its root; while it is not open yet, the list has them. */
function showTogether(state: StateWord, incident: Incident | undefined): void {
  if (incident === undefined) goTo({ view: 'devices', filter: ofState(state) });
  else select({ kind: 'incident', incidentId: incident.id });
}
