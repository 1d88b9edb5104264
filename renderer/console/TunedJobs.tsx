import { useMemo, type ReactNode } from 'react';
import type { ConsoleDetail } from '../../shared/contract/console.ts';
import { useTopic } from '../engine/use-topic.ts';
import { goTo } from '../state/route.ts';
import { countText } from '../ui/count-text.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import styles from './ConsoleView.module.css';

interface TunedRow {
  readonly key: string;
  readonly deviceId: number;
  readonly name: string;
  readonly job: string;
  readonly why: string;
}

const columns: readonly TableColumn<TunedRow>[] = [
  { id: 'name', header: 'Device', width: 'minmax(110px, 1fr)', sortBy: (row) => row.name, cell: (row) => row.name },
  { id: 'job', header: 'What', width: '80px', sortBy: (row) => row.job, cell: (row) => row.job },
  {
    id: 'why',
    header: 'How, and why',
    width: 'minmax(200px, 3fr)',
    cell: (row) => <span title={row.why}>{row.why}</span>,
  },
];

/** Devices that are asked otherwise than the settings say: slower because they are slow or silent, or not at all. */
export function TunedJobs({ detail }: { readonly detail: ConsoleDetail }): ReactNode {
  const { items } = useTopic('devices', {});
  const { tuned, jobs } = detail;
  const rows = useMemo(() => {
    const names = new Map(items.map(({ id, name }) => [id, name]));
    return tuned.map(({ deviceId, job, why }) => {
      const name = names.get(deviceId) ?? `device ${deviceId}`;
      return { key: `${deviceId} ${job}`, deviceId, name, job, why };
    });
  }, [tuned, items]);
  return (
    <section className={styles.card} aria-label="Asked otherwise than the settings say">
      <h2 className={styles.title}>
        Asked otherwise than the settings say{' '}
        <span className={styles.aside}>
          {jobs.stretched} stretched, {jobs.backedOff} backed off, {countText(jobs.stopped, 'job')} stopped
        </span>
      </h2>
      <div className={styles.table}>
        <DataTable
          label="Jobs that are asked otherwise than the settings say"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.key}
          onOpen={(row) => goTo({ view: 'device', deviceId: row.deviceId, tab: 'overview' })}
          empty={
            <EmptyState
              title="Every device is asked as the settings say"
              text="A device that is slow, silent or refuses its credential stands here, with what is done about it."
            />
          }
        />
      </div>
    </section>
  );
}
