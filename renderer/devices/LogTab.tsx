import { IconDownload, IconPlayerTrackPrev } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { NetworkEvent } from '../../shared/contract/incidents.ts';
import { useCall } from '../engine/use-call.ts';
import { fieldIds, type FilterSpec } from '../filter/filter-spec.ts';
import { FilterBox } from '../filter/FilterBox.tsx';
import { matchingRows } from '../filter/match-terms.ts';
import { NothingMatches } from '../filter/NothingMatches.tsx';
import { parseTerms } from '../filter/parse-terms.ts';
import { usePlayhead } from '../state/playhead.ts';
import { saveCsv } from '../state/save-csv.ts';
import { useTableLayout } from '../state/table-layouts.ts';
import { useTimeRange } from '../state/use-time-range.ts';
import { countText } from '../ui/count-text.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { MenuEntry } from '../ui/Menu.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { rowsToCsv } from '../ui/table/rows-to-csv.ts';
import { plainLayout, type TableLayout } from '../ui/table/table-layout.ts';
import { Time } from '../ui/Time.tsx';
import { eventWords } from './event-words.ts';
import { eventAt } from './log-moment.ts';
import styles from './DeviceView.module.css';

const columns: readonly TableColumn<NetworkEvent>[] = [
  {
    id: 'at',
    header: 'When',
    width: '148px',
    downFirst: true,
    sortBy: (row) => row.atMs,
    value: (row) => new Date(row.atMs).toISOString(),
    cell: (row) => <Time atMs={row.atMs} seconds />,
  },
  {
    id: 'kind',
    header: 'What',
    width: '152px',
    sortBy: (row) => eventWords(row.kind),
    cell: (row) => <span title={row.kind}>{eventWords(row.kind)}</span>,
  },
  {
    id: 'text',
    header: 'In words',
    width: 'minmax(240px, 1fr)',
    sortBy: (row) => row.text,
    cell: (row) => <span title={row.text}>{row.text}</span>,
  },
];

const spec: FilterSpec<NetworkEvent> = {
  fields: [
    { id: 'what', label: 'What', kind: 'text', of: (row) => row.kind, nameOf: eventWords, offered: true },
    { id: 'text', label: 'In words', kind: 'text', of: (row) => row.text },
  ],
  textOf: (row) => `${eventWords(row.kind)}\n${row.kind}\n${row.text}`.toLowerCase(),
};

const newestFirst: TableLayout = { ...plainLayout, sort: [{ id: 'at', desc: true }] };

/** The whole window goes to the moment of an event. */
const goThere = (row: NetworkEvent): void => usePlayhead.getState().goToMoment(row.atMs);

const menu = ([row]: readonly NetworkEvent[]): readonly MenuEntry[] =>
  row === undefined
    ? []
    : [
        {
          label: 'Go to this moment',
          icon: <IconPlayerTrackPrev size={16} stroke={1.75} aria-hidden />,
          keys: 'Enter',
          onChoose: () => goThere(row),
        },
      ];

const STEP_MS = 3_600_000;

/** What happened to the device in the stretch of time that the time bar shows. Enter leads the window to an event's moment. */
export function LogTab({ deviceId, name }: { readonly deviceId: number; readonly name: string }): ReactNode {
  const range = useTimeRange();
  // The range moves on in steps of a minute: what happened since is of it as long as it ends now.
  const following = usePlayhead((state) => state.endMs === null);
  const toMs = following ? range.toMs + STEP_MS : range.toMs;
  const { data, error, loading, reload } = useCall('event.list', { deviceId, fromMs: range.fromMs, toMs });
  const [filter, setFilter] = useState('');
  const [layout, setLayout] = useTableLayout('log', newestFirst);
  const [chosen, setChosen] = useState<number | null>(null);
  const atMs = usePlayhead((state) => state.atMs);
  const all = useMemo(() => data ?? [], [data]);
  const shown = useMemo(() => matchingRows(parseTerms(filter, fieldIds(spec)), spec, all), [all, filter]);
  if (error !== null) return <ErrorState message={error.message} hint={error.hint} onRetry={reload} />;
  return (
    <div className={styles.tab}>
      <div className={styles.tools}>
        <FilterBox label="Filter the log" value={filter} onChange={setFilter} spec={spec} rows={all} />
        <span className={styles.total}>
          {shown.length === all.length ? countText(all.length, 'event') : `${shown.length} of ${all.length} events`}
        </span>
        <span className={styles.space} />
        <IconButton
          label="Export what is shown as CSV"
          edged
          onClick={() => saveCsv(`${name}-log`, rowsToCsv(shown, columns, layout))}
        >
          <IconDownload size={16} stroke={1.75} aria-hidden />
        </IconButton>
      </div>
      <DataTable
        label="Log"
        columns={columns}
        rows={shown}
        rowKey={(row) => row.id}
        selectedKey={chosen ?? eventAt(shown, atMs)}
        onSelect={(row) => setChosen(row.id)}
        onOpen={goThere}
        layout={layout}
        onLayout={setLayout}
        menu={menu}
        empty={
          loading ? null : all.length > 0 ? (
            <NothingMatches filter={filter} spec={spec} rows={all} noun="event" onChange={setFilter} />
          ) : (
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
