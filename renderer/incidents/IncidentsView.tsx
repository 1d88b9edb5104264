import { useMemo, useState, type ReactNode } from 'react';
import type { Incident, IncidentKind } from '../../shared/contract/incidents.ts';
import { useTopic } from '../engine/use-topic.ts';
import { ViewBar } from '../shell/ViewBar.tsx';
import { usePlayhead } from '../state/playhead.ts';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { zoneName } from '../ui/format-time.ts';
import { Select } from '../ui/Select.tsx';
import { severityNames, type SeverityName } from '../ui/SeverityPips.tsx';
import { useNow } from '../ui/use-now.ts';
import { groupIncidents, incidentsAt } from './incident-groups.ts';
import { IncidentTable } from './IncidentTable.tsx';
import styles from './Incidents.module.css';

type Wanted = SeverityName | 'all';

const wantedOptions: readonly { value: Wanted; label: string }[] = [
  { value: 'all', label: 'All severities' },
  { value: 'critical', label: severityNames.critical },
  { value: 'major', label: severityNames.major },
  { value: 'minor', label: severityNames.minor },
  { value: 'info', label: severityNames.info },
];

type WantedKind = IncidentKind | 'all';

const kindOptions: readonly { value: WantedKind; label: string }[] = [
  { value: 'all', label: 'All kinds' },
  { value: 'device-down', label: 'Device down' },
  { value: 'link-down', label: 'Link down' },
  { value: 'flapping', label: 'Flapping' },
  { value: 'snmp-silent', label: 'SNMP silent' },
  { value: 'fan-failed', label: 'Fan failed' },
  { value: 'supply-failed', label: 'Power supply failed' },
  { value: 'optic-fault', label: 'Optic' },
  { value: 'sensor-fault', label: 'Sensor' },
  { value: 'restarted', label: 'Restarted' },
  { value: 'host-key-changed', label: 'Host key changed' },
  { value: 'monitor-blind', label: 'Monitor blind' },
];

function matches(incident: Incident, severity: Wanted, kind: WantedKind): boolean {
  return (severity === 'all' || incident.severity === severity) && (kind === 'all' || incident.kind === kind);
}

/** Open incidents and those of the last seven days, each grouped under its root cause. */
export function IncidentsView(): ReactNode {
  const { items, ready, error } = useTopic('incidents', {});
  const [severity, setSeverity] = useState<Wanted>('all');
  const [kind, setKind] = useState<WantedKind>('all');
  const atMs = usePlayhead((state) => state.atMs);
  const presentMs = useNow(60_000);
  const nowMs = atMs ?? presentMs;
  const groups = useMemo(() => {
    const known = atMs === null ? items : incidentsAt(items, atMs);
    return groupIncidents(
      known.filter((incident) => matches(incident, severity, kind)),
      nowMs,
    );
  }, [items, severity, kind, atMs, nowMs]);
  const none = groups.every((group) => group.incidents.length === 0);
  if (error !== null) return <ErrorState message={error.message} hint={error.hint} />;
  return (
    <>
      <ViewBar title="Incidents" actions={<span className={styles.zone}>Times in {zoneName(nowMs)}</span>}>
        <Select<Wanted> label="Severity" bare small value={severity} options={wantedOptions} onChange={setSeverity} />
        <Select<WantedKind> label="Kind" bare small value={kind} options={kindOptions} onChange={setKind} />
      </ViewBar>
      {none && ready ? (
        <EmptyState
          title="No incidents"
          text={
            items.length === 0
              ? 'When something breaks, it appears here once, with its root, what hangs behind it, and why.'
              : 'None has this severity and kind.'
          }
        />
      ) : (
        <IncidentTable groups={groups} />
      )}
    </>
  );
}
