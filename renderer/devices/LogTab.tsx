import { useMemo, type ReactNode } from 'react';
import type { NetworkEvent } from '../../shared/contract/incidents.ts';
import { useCall } from '../engine/use-call.ts';
import { usePlayhead } from '../state/playhead.ts';
import { useTimeRange } from '../state/use-time-range.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { Time } from '../ui/Time.tsx';
import styles from './DeviceView.module.css';

const columns: readonly TableColumn<NetworkEvent>[] = [
  {
    id: 'at',
    header: 'When',
    width: '148px',
    downFirst: true,
    sortBy: (row) => row.atMs,
    cell: (row) => <Time atMs={row.atMs} seconds />,
  },
  {
    id: 'kind',
    header: 'What',
    width: '168px',
    sortBy: (row) => row.kind,
    cell: (row) => <span className="mono">{row.kind}</span>,
  },
  {
    id: 'text',
    header: 'In words',
    width: 'minmax(240px, 1fr)',
    sortBy: (row) => row.text,
    cell: (row) => <span title={row.text}>{row.text}</span>,
  },
];

const STEP_MS = 3_600_000;

/** What happened to the device in the stretch of time that the time bar shows. */
export function LogTab({ deviceId }: { readonly deviceId: number }): ReactNode {
  const range = useTimeRange();
  // The range moves on in steps of a minute: what happened since is of it as long as it ends now.
  const following = usePlayhead((state) => state.endMs === null);
  const toMs = following ? range.toMs + STEP_MS : range.toMs;
  const { data, error, loading, reload } = useCall('event.list', { deviceId, fromMs: range.fromMs, toMs });
  const rows = useMemo(() => data ?? [], [data]);
  if (error !== null) return <ErrorState message={error.message} hint={error.hint} onRetry={reload} />;
  return (
    <div className={styles.fill}>
      <DataTable
        label="Log"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        initialSort={{ id: 'at', desc: true }}
        empty={
          loading ? null : (
            <EmptyState
              title="Nothing happened"
              text="No event in the stretch of time that the time bar shows. Widen it to see more."
            />
          )
        }
      />
    </div>
  );
}
