import { IconClipboardText } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { Incident, IncidentKind } from '../../shared/contract/incidents.ts';
import { useTopic } from '../engine/use-topic.ts';
import { ViewBar } from '../shell/ViewBar.tsx';
import { usePlayhead } from '../state/playhead.ts';
import { useIncidentsIn } from '../state/use-incidents-in.ts';
import { goTo, useListFilter } from '../state/route.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { zoneName } from '../ui/format-time.ts';
import { Select } from '../ui/Select.tsx';
import { severityNames, type SeverityName } from '../ui/SeverityPips.tsx';
import { useNow } from '../ui/use-now.ts';
import { filterIncidents, filterSince } from './incident-filter.ts';
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

const MINUTE_MS = 60_000;
/** What the topic surely holds; only what is asked for beyond that is read from the file. */
const RECENT_MS = (7 * 24 - 2) * 60 * MINUTE_MS;

/** Open incidents and those of the last seven days, each grouped under its root cause. */
export function IncidentsView(): ReactNode {
  const { ready, error } = useTopic('incidents', {});
  const [severity, setSeverity] = useState<Wanted>('all');
  const [kind, setKind] = useState<WantedKind>('all');
  const filter = useListFilter();
  const atMs = usePlayhead((state) => state.atMs);
  const presentMs = useNow(60_000);
  const nowMs = atMs ?? presentMs;
  const items = useIncidentsIn({
    fromMs: filterSince(filter, nowMs) ?? nowMs - RECENT_MS,
    toMs: presentMs + MINUTE_MS,
  });
  const groups = useMemo(() => {
    const known = atMs === null ? items : incidentsAt(items, atMs);
    return groupIncidents(
      filterIncidents(known, filter, nowMs).filter((incident) => matches(incident, severity, kind)),
      nowMs,
    );
  }, [items, severity, kind, filter, atMs, nowMs]);
  const none = groups.every((group) => group.incidents.length === 0);
  if (error !== null) return <ErrorState message={error.message} hint={error.hint} />;
  return (
    <>
      <ViewBar
        title="Incidents"
        actions={
          <>
            <span className={styles.zone}>Times in {zoneName(nowMs)}</span>
            <Button
              icon={<IconClipboardText size={16} stroke={1.75} aria-hidden />}
              onClick={() => goTo({ view: 'handover' })}
            >
              Hand over
            </Button>
          </>
        }
      >
        <Select<Wanted> label="Severity" bare small value={severity} options={wantedOptions} onChange={setSeverity} />
        <Select<WantedKind> label="Kind" bare small value={kind} options={kindOptions} onChange={setKind} />
        {filter !== '' && (
          <>
            <Chip>{filter}</Chip>
            <Button size="small" onClick={() => goTo({ view: 'incidents' })}>
              Show all
            </Button>
          </>
        )}
      </ViewBar>
      {none && ready ? (
        <EmptyState
          title="No incidents"
          text={
            items.length === 0
              ? 'When something breaks, it appears here once, with its root, what hangs behind it, and why.'
              : 'None is as asked for above.'
          }
        />
      ) : (
        <IncidentTable groups={groups} />
      )}
    </>
  );
}
