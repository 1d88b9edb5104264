import { IconCheck, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { Incident } from '../../shared/contract/incidents.ts';
import { causeNames, causeText } from '../../shared/model/cause-names.ts';
import { useItem, useLiveTopic } from '../engine/use-topic.ts';
import { select } from '../state/selection.ts';
import { useTimeRange } from '../state/use-time-range.ts';
import { countText } from '../ui/count-text.ts';
import { SeverityPips } from '../ui/SeverityPips.tsx';
import { StateMark, StateShape } from '../ui/StateMark.tsx';
import { stateNames } from '../ui/state-marks.ts';
import { Age, Time } from '../ui/Time.tsx';
import { useMoment } from '../ui/use-now.ts';
import { barOf } from './incident-groups.ts';
import { devicesConcerned, incidentState, ownerText } from './incident-words.ts';
import styles from './Incidents.module.css';

export function GroupLine({ title, count }: { readonly title: string; readonly count: number }): ReactNode {
  return (
    <div role="row" className={styles.group}>
      <div role="gridcell">
        <strong className={styles.groupTitle}>{title}</strong> <span className="num">{count}</span>
      </div>
    </div>
  );
}

/** When it lasted, within the stretch of the time bar. */
function Lasted({ incident }: { readonly incident: Incident }): ReactNode {
  const range = useTimeRange();
  const nowMs = useMoment();
  const bar = barOf(incident, range, nowMs);
  return (
    <span className={styles.track} aria-hidden>
      {bar !== null && (
        <span
          className={styles.bar}
          data-severity={incident.severity}
          data-open={incident.closedAtMs === null || undefined}
          style={{ left: `min(100% - 4px, ${bar.from * 100}%)`, width: `max(4px, ${(bar.to - bar.from) * 100}%)` }}
        />
      )}
      <span className={styles.trackEnd} />
    </span>
  );
}

function Owner({ incident }: { readonly incident: Incident }): ReactNode {
  if (incident.acknowledgedBy === null) {
    const urgent = incident.closedAtMs === null && incident.severity === 'critical';
    return <span className={urgent ? styles.urgent : styles.dim}>{ownerText(incident)}</span>;
  }
  return (
    <span className={styles.owner}>
      <IconCheck size={14} stroke={2} aria-hidden />
      {incident.acknowledgedBy}
      {incident.acknowledgedAtMs !== null && incident.closedAtMs === null && (
        <>
          , <Time atMs={incident.acknowledgedAtMs} />
        </>
      )}
    </span>
  );
}

export interface IncidentRowProps {
  readonly id: string;
  readonly incident: Incident;
  readonly unfolded: boolean;
  readonly selected: boolean;
  readonly onFold: (id: number, open: boolean) => void;
  /** Among those that something is to be done with. */
  readonly chosen: boolean;
  /** `range`: from the last one on to this. */
  readonly onChoose: (id: number, range: boolean) => void;
}

function Chooser({
  incident,
  chosen,
  onChoose,
}: Pick<IncidentRowProps, 'incident' | 'chosen' | 'onChoose'>): ReactNode {
  return (
    <button
      type="button"
      role="checkbox"
      tabIndex={-1}
      className={styles.chooser}
      aria-checked={chosen}
      aria-label={`Choose incident ${incident.id}`}
      onClick={(event) => {
        event.stopPropagation();
        onChoose(incident.id, event.shiftKey);
      }}
    >
      {chosen && <IconCheck size={12} stroke={3} aria-hidden />}
    </button>
  );
}

/** Drawn again only when something of it changes: while the list scrolls, most lines stay as they are. */
export const IncidentRow = memo(function IncidentRow(props: IncidentRowProps): ReactNode {
  const { id, incident, unfolded, selected, onFold, chosen, onChoose } = props;
  const foldable = incident.affected.length > 0;
  const Chevron = unfolded ? IconChevronDown : IconChevronRight;
  const state = incidentState(incident);
  return (
    <div
      id={id}
      role="row"
      className={styles.row}
      aria-selected={selected}
      aria-expanded={foldable ? unfolded : undefined}
      data-chosen={chosen || undefined}
      onClick={() => select({ kind: 'incident', incidentId: incident.id })}
    >
      <div role="gridcell">
        <Chooser incident={incident} chosen={chosen} onChoose={onChoose} />
      </div>
      <div role="gridcell">
        {foldable && (
          <button
            type="button"
            tabIndex={-1}
            className={styles.fold}
            aria-label={unfolded ? 'Fold' : 'Unfold'}
            onClick={(event) => {
              event.stopPropagation();
              onFold(incident.id, !unfolded);
            }}
          >
            <Chevron size={16} aria-hidden />
          </button>
        )}
      </div>
      <div role="gridcell">
        <SeverityPips severity={incident.severity} />
      </div>
      <div role="gridcell" className={styles.dim}>
        {incident.id}
      </div>
      <div role="gridcell" className={styles.root}>
        <StateShape state={state} size={16} />
        <span className="only-for-readers">{incident.closedAtMs === null ? stateNames[state] : 'Closed'}</span>
        <strong className={styles.title} data-open={incident.closedAtMs === null || undefined} title={incident.title}>
          {incident.title}
        </strong>
        <span className={styles.site}>{incident.site ?? (incident.deviceId === null ? 'Console' : '')}</span>
      </div>
      <div role="gridcell" className={styles.number}>
        {devicesConcerned(incident)}
      </div>
      <div role="gridcell" className={styles.number}>
        <Time atMs={incident.openedAtMs} seconds />
      </div>
      <div role="gridcell" className={styles.number}>
        <Age sinceMs={incident.openedAtMs} untilMs={incident.closedAtMs} />
      </div>
      <div role="gridcell" className={styles.course}>
        <Lasted incident={incident} />
      </div>
      <div role="gridcell" className={styles.cut}>
        <Owner incident={incident} />
      </div>
      <div
        role="gridcell"
        className={styles.cut}
        title={incident.cause === null ? undefined : causeText(incident.cause)}
      >
        {incident.cause !== null && causeNames[incident.cause.cause]}
      </div>
    </div>
  );
});

/** One device that cannot be reached because of the root. */
export function AffectedLine({ deviceId, last }: { readonly deviceId: number; readonly last: boolean }): ReactNode {
  const device = useItem('devices', {}, deviceId);
  const known = useLiveTopic('devices', {}).byId.get(deviceId);
  return (
    <div role="row" aria-level={2} className={styles.affected} data-last={last || undefined}>
      <div role="gridcell" className={styles.affectedCell}>
        <StateMark state={device?.state ?? 'unknown'} shapeOnly />
        <a className={styles.affectedName} href={`#/devices/${deviceId}`} tabIndex={-1}>
          {known?.name ?? 'a device that was removed'}
        </a>
        <span className={styles.dim}>{device?.stateBecause}</span>
      </div>
    </div>
  );
}

export function MoreLine({ count }: { readonly count: number }): ReactNode {
  return (
    <div role="row" aria-level={2} className={styles.affected} data-last>
      <div role="gridcell" className={styles.affectedCell}>
        <span className={styles.dim}>and {countText(count, 'more device')}</span>
      </div>
    </div>
  );
}
