import type { ReactNode } from 'react';
import { causeText } from '../../shared/model/cause-names.ts';
import type { Incident } from '../../shared/contract/incidents.ts';
import { usePlayhead } from '../state/playhead.ts';
import { select } from '../state/selection.ts';
import { useTimeRange } from '../state/use-time-range.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { countText } from '../ui/count-text.ts';
import { formatDay, formatMinute, zoneName } from '../ui/format-time.ts';
import { SeverityPips } from '../ui/SeverityPips.tsx';
import { Age, Time } from '../ui/Time.tsx';
import { useBarIncidents } from './bar-incidents.ts';
import styles from './StretchTable.module.css';

/** A table for reading; the list of incidents pages through more. */
const MOST = 200;

function Row({ incident, onClose }: { readonly incident: Incident; readonly onClose: () => void }): ReactNode {
  const { acknowledgedBy, cause, closedAtMs, id, openedAtMs, severity, site, title } = incident;
  const open = (): void => {
    select({ kind: 'incident', incidentId: id });
    usePlayhead.getState().goToMoment(openedAtMs);
    onClose();
  };
  return (
    <tr>
      <td className={styles.number}>
        <button type="button" className={styles.moment} onClick={open} title="Show the beginning">
          <Time atMs={openedAtMs} seconds />
        </button>
      </td>
      <td className={styles.number}>
        <Age sinceMs={openedAtMs} untilMs={closedAtMs} />
        {closedAtMs === null && ', open'}
      </td>
      <td>
        <SeverityPips severity={severity} />
      </td>
      <td className={styles.title}>{title}</td>
      <td>{site ?? ''}</td>
      <td>{acknowledgedBy ?? 'nobody'}</td>
      <td>{cause === null ? 'not assigned' : causeText(cause)}</td>
    </tr>
  );
}

/** What the bar shows, as a table: for screen readers, and for whoever wants to read it line by line. */
export function StretchTable({ onClose }: { readonly onClose: () => void }): ReactNode {
  const range = useTimeRange();
  const incidents = useBarIncidents(range).shown.toSorted((a, b) => b.openedAtMs - a.openedAtMs);
  const { fromMs, toMs } = range;
  const left = incidents.length - MOST;
  const words = `${countText(incidents.length, 'incident')}, ${formatDay(fromMs)} ${formatMinute(fromMs)} to ${formatDay(toMs)} ${formatMinute(toMs)} ${zoneName(toMs)}${left > 0 ? `; the newest ${MOST}` : ''}`;
  return (
    <Dialog open onClose={onClose} title="Incidents in the time bar" description={words} width={960}>
      {incidents.length === 0 ? (
        <p>None in this stretch of time.</p>
      ) : (
        <div className={styles.scroller} tabIndex={0} role="region" aria-label="Table of incidents">
          <table className={styles.table}>
            <thead>
              <tr>
                {['Began', 'Lasted', 'Severity', 'Incident', 'Site', 'Acknowledged by', 'Cause'].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {incidents.slice(0, MOST).map((incident) => (
                <Row key={incident.id} incident={incident} onClose={onClose} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  );
}
