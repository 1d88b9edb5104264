import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Incident } from '../../shared/contract/incidents.ts';
import { formatAge } from '../../shared/units/durations.ts';
import { incidentState } from '../incidents/incident-words.ts';
import { routeHash } from '../state/route.ts';
import { select } from '../state/selection.ts';
import { countText } from '../ui/count-text.ts';
import { SeverityPips } from '../ui/SeverityPips.tsx';
import { StateShape } from '../ui/StateMark.tsx';
import { Age, Time } from '../ui/Time.tsx';
import { CountLink } from './CountLink.tsx';
import { OPEN, UNACKNOWLEDGED } from './filters.ts';
import { OverviewCard, Quiet } from './OverviewCard.tsx';
import type { DeviceCounts, OpenIncidents } from './overview-model.ts';
import { RowList } from './RowList.tsx';
import styles from './Overview.module.css';

export interface IncidentsNowProps {
  readonly open: OpenIncidents;
  readonly counts: DeviceCounts;
  /** Devices that should be up and are not. */
  readonly notUp: number;
  readonly selectedId: number | null;
}

/** What is wrong: each root once, with what hangs behind it, since when, and who looks after it. */
export function IncidentsNow({ open, counts, notUp, selectedId }: IncidentsNowProps): ReactNode {
  const more = open.total - open.shown.length;
  return (
    <OverviewCard
      area="incidents"
      title="Open incidents"
      aside={
        open.total > 0 && (
          <>
            <CountLink to={{ view: 'incidents', filter: OPEN }}>{open.total} open</CountLink>
            {open.unacknowledged > 0 && (
              <CountLink to={{ view: 'incidents', filter: UNACKNOWLEDGED }}>
                {open.unacknowledged} not acknowledged
              </CountLink>
            )}
          </>
        )
      }
    >
      {open.total === 0 ? (
        <AllWell counts={counts} notUp={notUp} last={open.lastClosed} />
      ) : (
        <RowList label="Open incidents">
          {open.shown.map((incident) => (
            <IncidentLine key={incident.id} incident={incident} selected={incident.id === selectedId} />
          ))}
          {more > 0 && (
            <li className={styles.more}>
              <CountLink to={{ view: 'incidents', filter: OPEN }}>{more} more</CountLink>
            </li>
          )}
        </RowList>
      )}
    </OverviewCard>
  );
}

interface AllWellProps {
  readonly counts: DeviceCounts;
  readonly notUp: number;
  readonly last: Incident | undefined;
}

/** Quiet, not empty: it says what was looked at, and when it last was otherwise. */
function AllWell({ counts, notUp, last }: AllWellProps): ReactNode {
  const { managed, states } = counts;
  const idle = states.maintenance === 0 ? '' : ` ${countText(states.maintenance, 'device')} in maintenance.`;
  return (
    <Quiet>
      {notUp === 0 && <StateShape state="up" size={16} />}
      <span>
        {notUp === 0
          ? `Nothing is wrong. ${states.up === managed ? 'All ' : ''}${countText(states.up, 'device')} answer.${idle}`
          : 'No incident is open yet. What is not up is being looked at.'}
        {last !== undefined && last.closedAtMs !== null && (
          <span className={styles.last}>
            Last: {last.title}, closed <Time atMs={last.closedAtMs} /> after{' '}
            {formatAge(last.closedAtMs - last.openedAtMs)}.
          </span>
        )}
      </span>
    </Quiet>
  );
}

function IncidentLine({ incident, selected }: { readonly incident: Incident; readonly selected: boolean }): ReactNode {
  const behind = incident.affected.length;
  const show = (): void => select({ kind: 'incident', incidentId: incident.id });
  return (
    <li className={styles.row} data-row="incident" data-selected={selected || undefined}>
      <SeverityPips severity={incident.severity} />
      <button type="button" className={styles.main} onClick={show} title={incident.title}>
        <StateShape state={incidentState(incident)} size={16} />
        <span className={styles.name}>{incident.title}</span> <span className={styles.site}>{incident.site}</span>
      </button>
      <span className={styles.figure}>
        {behind > 0 && (
          <a className={styles.inner} href={routeHash({ view: 'map' })} onClick={show} title="Show on the map">
            {countText(behind, 'device')} behind it
          </a>
        )}
      </span>
      <span className={styles.age}>
        <Age sinceMs={incident.openedAtMs} />
      </span>
      <Owner incident={incident} />
    </li>
  );
}

function Owner({ incident }: { readonly incident: Incident }): ReactNode {
  if (incident.acknowledgedBy === null) {
    const urgent = incident.severity === 'critical' || incident.severity === 'major';
    return <span className={urgent ? styles.urgent : styles.dim}>Not acknowledged</span>;
  }
  return (
    <span className={styles.owner}>
      <IconCheck size={14} stroke={2} aria-hidden />
      {incident.acknowledgedBy}
    </span>
  );
}
