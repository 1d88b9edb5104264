import type { ReactNode } from 'react';
import type { Incident } from '../../shared/contract/incidents.ts';
import { incidentState } from '../incidents/incident-words.ts';
import { select } from '../state/selection.ts';
import { SeverityPips } from '../ui/SeverityPips.tsx';
import { StateMark, StateShape } from '../ui/StateMark.tsx';
import { Time } from '../ui/Time.tsx';
import { openedInShift, type HandoverItem, type MaintenanceItem, type ShiftReport } from './handover-model.ts';
import {
  acknowledgedWords,
  behindWords,
  lastedWords,
  maintenanceWords,
  shiftWords,
  summaryWords,
} from './handover-words.ts';
import styles from './Handover.module.css';

export interface ShiftPaperProps {
  readonly report: ShiftReport;
  readonly networkName: string;
}

/** The report as a sheet: what is open first, because that is what the next shift takes over. */
export function ShiftPaper({ report, networkName }: ShiftPaperProps): ReactNode {
  const { open, closed, noted, maintenance, more } = report;
  return (
    <div className={styles.scroller} role="region" aria-label="What the shift leaves" tabIndex={0} data-print="flow">
      <article className={styles.paper}>
        <header className={styles.head}>
          <h2 className={styles.subject}>{networkName}</h2>
          <p className={styles.shift}>{shiftWords(report)}</p>
          <p className={styles.summary}>{summaryWords(report)}.</p>
        </header>
        <Incidents title="Open" items={open} report={report} none="Nothing is open." />
        <Incidents title="Closed in the shift" items={closed} report={report} none="Nothing closed in the shift." />
        {noted.length > 0 && (
          <Incidents title="Closed before, noted on in the shift" items={noted} report={report} none="" />
        )}
        <section className={styles.section}>
          <SectionTitle title="Maintenance" count={maintenance.length} />
          {maintenance.length === 0 && <p className={styles.none}>No device was in maintenance.</p>}
          <ul>
            {maintenance.map((item) => (
              <MaintenanceLine key={`${item.deviceId} ${item.fromMs}`} item={item} untilMs={report.untilMs} />
            ))}
          </ul>
        </section>
        {more && (
          <p className={styles.none}>Only the newest incidents are listed. Choose a shorter shift to see all.</p>
        )}
      </article>
    </div>
  );
}

function SectionTitle({ title, count }: { readonly title: string; readonly count: number }): ReactNode {
  return (
    <h3 className={styles.title}>
      {title} <span className={`${styles.count} num`}>{count}</span>
    </h3>
  );
}

interface IncidentsProps {
  readonly title: string;
  readonly items: readonly HandoverItem[];
  readonly report: ShiftReport;
  readonly none: string;
}

function Incidents({ title, items, report, none }: IncidentsProps): ReactNode {
  return (
    <section className={styles.section}>
      <SectionTitle title={title} count={items.length} />
      {items.length === 0 && <p className={styles.none}>{none}</p>}
      <ul>
        {items.map((item) => (
          <IncidentEntry key={item.incident.id} item={item} report={report} />
        ))}
      </ul>
    </section>
  );
}

const isUnattended = ({ closedAtMs, acknowledgedBy }: Incident): boolean =>
  closedAtMs === null && acknowledgedBy === null;

function IncidentEntry({ item, report }: { readonly item: HandoverItem; readonly report: ShiftReport }): ReactNode {
  const { incident, notes } = item;
  const { sinceMs, untilMs } = report;
  const urgent = ['critical', 'major'].includes(incident.severity) && isUnattended(incident);
  const rest = [behindWords(incident), openedInShift(incident, sinceMs) ? null : 'opened before the shift'].filter(
    (fact) => fact !== null,
  );
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <SeverityPips severity={incident.severity} />
        <button
          type="button"
          className={styles.what}
          onClick={() => select({ kind: 'incident', incidentId: incident.id })}
        >
          <StateShape state={incidentState(incident)} size={16} />
          <span className={styles.name}>{incident.title}</span>
        </button>
        <span className={styles.dim}>{incident.site}</span>
        <span className={`${styles.when} num`}>{lastedWords(incident, untilMs)}</span>
      </div>
      <p className={styles.facts}>
        No. {incident.id},{' '}
        <span data-urgent={urgent || undefined} className={styles.acknowledged}>
          {acknowledgedWords(incident, untilMs)}
        </span>
        {rest.map((fact) => `, ${fact}`)}
      </p>
      {notes.length > 0 && (
        <ol className={styles.notes} aria-label={`Notes on ${incident.title}`}>
          {notes.map((note) => (
            <li key={note.id} className={styles.note}>
              <span className={styles.dim}>
                <Time atMs={note.atMs} />
              </span>
              <p className={styles.text}>
                <strong className={styles.author}>{note.author}</strong> {note.text}
              </p>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

function MaintenanceLine({ item, untilMs }: { readonly item: MaintenanceItem; readonly untilMs: number }): ReactNode {
  const lasting = item.untilMs === null;
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <StateMark state={lasting ? 'maintenance' : 'up'} word={lasting ? 'Maintenance' : 'Over'} />
        <a className={styles.what} href={`#/devices/${item.deviceId}`}>
          <span className={styles.name}>{item.name}</span>
        </a>
        <span className={styles.dim}>{item.site}</span>
        <span className={`${styles.when} num`}>{maintenanceWords(item, untilMs)}</span>
      </div>
    </li>
  );
}
