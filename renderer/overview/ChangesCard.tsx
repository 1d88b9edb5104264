import { useMemo, useState, type ReactNode } from 'react';
import type { NetworkEvent } from '../../shared/contract/incidents.ts';
import { changeKind, type ChangeKind } from '../../shared/contract/overview.ts';
import { useCall } from '../engine/use-call.ts';
import { useReloadOn } from '../engine/use-reload-on.ts';
import { useItem } from '../engine/use-topic.ts';
import { select, useSelection } from '../state/selection.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { ErrorState } from '../ui/EmptyState.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { Time } from '../ui/Time.tsx';
import { changeNames, changeWords } from './change-words.ts';
import { OverviewCard, Quiet } from './OverviewCard.tsx';
import styles from './Overview.module.css';

const DAY_MS = 86_400_000;
const LIMIT = 500;

function DeviceName({ deviceId }: { readonly deviceId: number | null }): ReactNode {
  const device = useItem('devices', {}, deviceId);
  return device === undefined ? null : (
    <a className={styles.link} href={`#/devices/${device.id}`} tabIndex={-1}>
      {device.name}
    </a>
  );
}

const isChange = (kind: string): kind is ChangeKind => changeKind.safeParse(kind).success;

const columns: readonly TableColumn<NetworkEvent>[] = [
  {
    id: 'at',
    header: 'When',
    width: '76px',
    downFirst: true,
    sortBy: (row) => row.atMs,
    cell: (row) => <Time atMs={row.atMs} />,
  },
  {
    id: 'kind',
    header: 'What',
    width: '104px',
    sortBy: (row) => row.kind,
    cell: (row) => (isChange(row.kind) ? changeNames[row.kind] : row.kind),
  },
  {
    id: 'device',
    header: 'Device',
    width: 'minmax(110px, 0.5fr)',
    cell: (row) => <DeviceName deviceId={row.deviceId} />,
  },
  {
    id: 'text',
    header: 'In words',
    width: 'minmax(200px, 1fr)',
    sortBy: (row) => row.text,
    cell: (row) => <span title={row.text}>{row.text}</span>,
  },
];

export interface ChangesCardProps {
  /** To the minute; the stretch ends here. */
  readonly nowMs: number;
  /** Changes when devices or links came or went. */
  readonly version: string;
}

/** What is otherwise than a day ago: counts by kind, each of which shows its rows below. */
export function ChangesCard({ nowMs, version }: ChangesCardProps): ReactNode {
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const range = { fromMs: nowMs - DAY_MS, toMs: nowMs + 60_000, limit: LIMIT };
  const { data, error, reload } = useCall('change.list', kind === null ? range : { ...range, kind });
  useReloadOn(version, reload);
  const [chosenId, choose] = useState<number | null>(null);
  const selection = useSelection();
  const rows = useMemo(() => data?.rows ?? [], [data]);
  const chosen = rows.find(({ id }) => id === chosenId);
  const inspected = selection?.kind === 'device' ? selection.deviceId : null;
  const total = changeKind.options.reduce((sum, one) => sum + (data?.counts[one] ?? 0), 0);
  const meant = kind === null ? total : (data?.counts[kind] ?? 0);
  return (
    <OverviewCard
      area="changes"
      title="Changed in the last 24 h"
      aside={
        meant > rows.length && rows.length > 0 ? `newest ${rows.length} of ${meant.toLocaleString('en-GB')}` : null
      }
    >
      {error !== null && <ErrorState message={error.message} hint={error.hint} onRetry={reload} />}
      {data !== undefined && (
        <div className={styles.choices} role="group" aria-label="Kinds of changes">
          <Choice count={total} word="All" chosen={kind === null} onChoose={() => setKind(null)} />
          {changeKind.options.map((one) => (
            <Choice
              key={one}
              count={data.counts[one]}
              word={changeWords[one]}
              chosen={kind === one}
              onChoose={() => setKind(one)}
            />
          ))}
        </div>
      )}
      {data !== undefined && rows.length === 0 && (
        <Quiet>
          {kind === null ? 'No device, link, software or configuration changed.' : `${changeWords[kind]}: none.`}
        </Quiet>
      )}
      {rows.length > 0 && (
        <div className={styles.changes}>
          <DataTable
            label="Changes"
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            selectedKey={chosen !== undefined && chosen.deviceId === inspected ? chosen.id : null}
            onSelect={({ id, deviceId }) => {
              choose(id);
              select(deviceId === null ? null : { kind: 'device', deviceId });
            }}
            initialSort={{ id: 'at', desc: true }}
          />
        </div>
      )}
    </OverviewCard>
  );
}

interface ChoiceProps {
  readonly count: number;
  readonly word: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ count, word, chosen, onChoose }: ChoiceProps): ReactNode {
  return (
    <button
      type="button"
      className={styles.choice}
      aria-pressed={chosen}
      data-none={count === 0 || undefined}
      onClick={onChoose}
    >
      {word} <span className="num">{count.toLocaleString('en-GB')}</span>
    </button>
  );
}
