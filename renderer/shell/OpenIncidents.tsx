import type { ReactNode } from 'react';
import type { Incident } from '../../shared/contract/incidents.ts';
import { useTopic } from '../engine/use-topic.ts';
import { routeHash } from '../state/route.ts';
import { SeverityPips } from '../ui/SeverityPips.tsx';
import styles from './TopBar.module.css';

const severities = ['critical', 'major', 'minor', 'info'] as const;

/** How many incidents are open, by severity, worst first; severities without any are left out. */
export function openBySeverity(
  incidents: readonly Incident[],
): { severity: (typeof severities)[number]; count: number }[] {
  const open = incidents.filter((incident) => incident.closedAtMs === null);
  return severities
    .map((severity) => ({ severity, count: open.filter((incident) => incident.severity === severity).length }))
    .filter(({ count }) => count > 0);
}

/** The worst first, of equals the one that took most with it, then the newest. */
export function bySeverity(a: Incident, b: Incident): number {
  const rank = ({ severity }: Incident): number => severities.indexOf(severity);
  return rank(a) - rank(b) || b.affected.length - a.affected.length || b.openedAtMs - a.openedAtMs;
}

export function OpenIncidents(): ReactNode {
  const { items, ready } = useTopic('incidents', {});
  if (!ready) return null;
  const counts = openBySeverity(items);
  if (counts.length === 0) return <span className={styles.counts}>No open incidents</span>;
  return (
    <div className={styles.counts}>
      {counts.map(({ severity, count }) => (
        <a key={severity} href={routeHash({ view: 'incidents', filter: `state:open severity:${severity}` })}>
          <SeverityPips severity={severity} />
          <span className={styles.count}>{count}</span>
        </a>
      ))}
      <span className={styles.open}>open</span>
    </div>
  );
}
