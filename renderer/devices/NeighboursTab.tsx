import { useMemo, type ReactNode } from 'react';
import type { Evidence, Link } from '../../shared/contract/topology.ts';
import { protocolTitle } from '../../shared/model/neighbour-protocols.ts';
import { useCall } from '../engine/use-call.ts';
import { useTopic } from '../engine/use-topic.ts';
import { select } from '../state/selection.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { Age } from '../ui/Time.tsx';
import styles from './DeviceView.module.css';

/** Names and addresses that are longer than their column are whole in the tooltip. */
const mono = (text: string | null): ReactNode => (
  <span className="mono" title={text ?? undefined}>
    {text}
  </span>
);

const columns: readonly TableColumn<Evidence>[] = [
  {
    id: 'protocol',
    header: 'Told by',
    width: '64px',
    sortBy: (row) => row.protocol,
    cell: (row) => <span title={protocolTitle(row.protocol)}>{row.protocol.toUpperCase()}</span>,
  },
  {
    id: 'local',
    header: 'Port here',
    width: 'minmax(90px, 0.8fr)',
    sortBy: (row) => row.localPort,
    cell: (row) => mono(row.localPort),
  },
  {
    id: 'name',
    header: 'Neighbour',
    width: 'minmax(120px, 1.2fr)',
    sortBy: (row) => row.remoteName,
    cell: (row) => <span title={row.remoteName ?? undefined}>{row.remoteName}</span>,
  },
  {
    id: 'remote',
    header: 'Its port',
    width: 'minmax(90px, 0.8fr)',
    sortBy: (row) => row.remotePort,
    cell: (row) => mono(row.remotePort ?? row.remotePortDescription),
  },
  {
    id: 'address',
    header: 'Its address',
    width: '116px',
    sortBy: (row) => row.remoteAddress,
    cell: (row) => mono(row.remoteAddress),
  },
  {
    id: 'chassis',
    header: 'Chassis',
    width: '132px',
    sortBy: (row) => row.remoteChassisId,
    cell: (row) => mono(row.remoteChassisId),
  },
  {
    id: 'matched',
    header: 'Why',
    width: 'minmax(140px, 2fr)',
    sortBy: (row) => row.matched,
    cell: (row) => <span title={row.matched}>{row.matched}</span>,
  },
  {
    id: 'seen',
    header: 'Heard',
    width: '64px',
    align: 'end',
    sortBy: (row) => -row.lastSeenAtMs,
    cell: (row) => <Age sinceMs={row.lastSeenAtMs} />,
  },
  {
    id: 'missed',
    header: 'Missed',
    width: '56px',
    align: 'end',
    sortBy: (row) => row.missedRuns,
    cell: (row) => row.missedRuns,
  },
];

function linkOf(row: Evidence, links: readonly Link[]): Link | undefined {
  const ends = (link: Link) => [link.a, link.b];
  return links.find((link) =>
    ends(link).some(
      (end) =>
        end.deviceId === row.deviceId && end.interfaceId === row.localInterfaceId && row.localInterfaceId !== null,
    ),
  );
}

/** Everything the device says of its neighbours, matched or not, and why. */
export function NeighboursTab({ deviceId }: { readonly deviceId: number }): ReactNode {
  const links = useTopic('links', {});
  const { data, error, loading, reload } = useCall('neighbour.list', { deviceId });
  const rows = useMemo(() => data ?? [], [data]);
  if (error !== null) return <ErrorState message={error.message} hint={error.hint} onRetry={reload} />;
  return (
    <div className={styles.fill}>
      <DataTable
        label="Neighbours"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onSelect={(row) => {
          const link = linkOf(row, links.items);
          if (link !== undefined) select({ kind: 'link', linkId: link.id });
        }}
        isQuiet={(row) => row.missedRuns > 0}
        empty={
          loading ? null : (
            <EmptyState
              title="No neighbours"
              text="The device told none, by LLDP, CDP or a protocol of its vendor. It may have them switched off, or be asked by ping only."
            />
          )
        }
      />
    </div>
  );
}
