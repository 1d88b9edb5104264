import { IconArrowUp, IconDownload, IconFilter, IconFilterOff, IconPlayerTrackPrev } from '@tabler/icons-react';
import {
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
  type UIEvent,
} from 'react';
import type { LogEntry, LogFilter } from '../../shared/contract/log.ts';
import { call } from '../engine/connection.ts';
import { useLiveTopic } from '../engine/use-topic.ts';
import { FilterBox } from '../filter/FilterBox.tsx';
import { useAddressFilter } from '../filter/use-address-filter.ts';
import { ViewBar } from '../shell/ViewBar.tsx';
import { filterTerm } from '../state/filter-terms.ts';
import { usePlayhead } from '../state/playhead.ts';
import { saveCsv } from '../state/save-csv.ts';
import { select } from '../state/selection.ts';
import { toastFailure } from '../state/use-action.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { formatMoment, zoneName } from '../ui/format-time.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import { Select } from '../ui/Select.tsx';
import { showToast } from '../ui/Toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { deviceNow, logColumns, logSpec } from './log-columns.tsx';
import { logAsCsv, MOST_LINES, readWholeLog } from './log-export.ts';
import { leadOf, openLead } from './log-leads.ts';
import { logQuery } from './log-query.ts';
import { MOST_ENTRIES, PAGE, type LogQuestion } from './log-reading.ts';
import { useLog, useLogQuestion, type Log, type LogStretch } from './use-log.ts';
import styles from './LogsView.module.css';

const NEAR_END_PX = 800;
const AT_TOP_PX = 4;

const stretches: readonly { readonly value: LogStretch; readonly label: string }[] = [
  { value: 'all', label: 'All of history' },
  { value: 'bar', label: 'As the time bar' },
];

/** Asks anew when the filter changes, or when devices come or go; not at every change of their states. */
function useLogFilter(text: string): LogFilter {
  const { items, ready } = useLiveTopic('devices', {});
  const known = ready ? items.length : 0;
  // oxlint-disable-next-line react/exhaustive-deps -- see above
  const made = useMemo(() => JSON.stringify(logQuery(text, items)), [text, known]);
  return useMemo(() => JSON.parse(made) as LogFilter, [made]);
}

/** The newest entries of no filter: what they hold is offered while one is typed. */
function useOffered(filter: string, { ready, entries }: Log): readonly LogEntry[] {
  const [offered, setOffered] = useState<readonly LogEntry[]>([]);
  const plain = filter.trim() === '' && ready && entries.length > 0;
  useEffect(() => {
    if (plain) setOffered(entries);
    // oxlint-disable-next-line react/exhaustive-deps -- of the first page, not anew with each that comes
  }, [plain]);
  return offered.length === 0 ? entries : offered;
}

interface Exporting {
  readonly count: number | null;
  readonly run: () => void;
  readonly cancel: () => void;
}

function useExport(question: LogQuestion): Exporting {
  const [count, setCount] = useState<number | null>(null);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);
  async function write(signal: AbortSignal): Promise<void> {
    const { entries, cut } = await readWholeLog(question, (query) => call('log.read', query, { signal }), setCount);
    signal.throwIfAborted();
    saveCsv('log', logAsCsv(entries, deviceNow));
    if (cut)
      showToast({ title: `The newest ${countText(MOST_LINES, 'line')}`, detail: 'Filter for what lies before.' });
  }
  function run(): void {
    const abort = new AbortController();
    under.current = abort;
    setCount(0);
    write(abort.signal)
      .catch((error: unknown) => abort.signal.aborted || toastFailure('The log was not exported', error))
      .finally(() => setCount(null));
  }
  return { count, run, cancel: () => under.current?.abort() };
}

const entryKey = ({ id }: LogEntry): string => id;

/** How much of the log is there, and how far a search has come. */
function readWords({ entries, complete, loading, reachedMs, ready }: Log, filter: string, nowMs: number): string {
  if (!ready) return '';
  const count = countText(entries.length, 'entry', 'entries');
  if (complete) return `All ${count}`;
  if (entries.length >= MOST_ENTRIES) return `The newest ${count}; filter or go back in time for older ones`;
  if (loading && filter !== '' && reachedMs !== null)
    return `${count}, searched back to ${formatMoment(reachedMs, nowMs)}`;
  return `${count} read`;
}

function menuOf(addTerm: (term: string) => void): (rows: readonly LogEntry[]) => readonly MenuEntry[] {
  return ([entry]) => {
    if (entry === undefined) return [];
    const device = deviceNow(entry.deviceId)?.name;
    const icon = <IconFilter size={16} stroke={1.75} aria-hidden />;
    const kind = filterTerm('kind', entry.kind);
    return [
      ...(leadOf(entry) === null ? [] : [{ label: 'Open', keys: 'Enter', onChoose: () => openLead(entry) }]),
      {
        label: 'Go to this moment',
        icon: <IconPlayerTrackPrev size={16} stroke={1.75} aria-hidden />,
        onChoose: () => usePlayhead.getState().goToMoment(entry.atMs),
      },
      ...(device === undefined
        ? []
        : [{ label: `Only ${device}`, icon, apart: true, onChoose: () => addTerm(filterTerm('device', device)) }]),
      { label: 'Only this kind', icon, apart: device === undefined, onChoose: () => addTerm(kind) },
      {
        label: 'Without this kind',
        icon: <IconFilterOff size={16} stroke={1.75} aria-hidden />,
        onChoose: () => addTerm(`-${kind}`),
      },
    ];
  };
}

function Nothing({
  log,
  filter,
  onClear,
}: {
  readonly log: Log;
  readonly filter: string;
  readonly onClear: () => void;
}) {
  if (!log.ready || log.loading) return null;
  if (filter.trim() !== '') {
    return (
      <EmptyState
        title="No entry matches"
        text={`Nothing in this stretch of time is as asked for: ${filter}. Terms are kind:, device: and site:; a minus before one turns it round, words are looked for everywhere.`}
        action={<Button onClick={onClear}>Clear the filter</Button>}
      />
    );
  }
  return (
    <EmptyState
      title="Nothing has happened"
      text="Each change of state stands here, with restarts, incidents, links and devices that came or went, configurations that changed and keys that did. The newest is on top."
    />
  );
}

const gridIn = (list: RefObject<HTMLElement | null>): HTMLElement | null =>
  list.current?.querySelector<HTMLElement>('[role="grid"]') ?? null;

/** Everything that happened to all devices, newest first; in the past, what had happened by then. */
export function LogsView(): ReactNode {
  const [filter, setFilter] = useAddressFilter('logs');
  const [stretch, setStretch] = useState<LogStretch>('all');
  const query = useLogFilter(useDeferredValue(filter));
  const question = useLogQuestion(query, stretch);
  const log = useLog(question);
  const { reading, entries, waiting, failure } = log;
  const offered = useOffered(filter, log);
  const exporting = useExport(question);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const atMs = usePlayhead((state) => state.atMs);
  const nowMs = useNow(60_000);
  const addTerm = (term: string): void => setFilter(`${filter} ${term}`.trim());
  const searching = log.loading && filter.trim() !== '';
  // Too few for a list that scrolls: nothing else would take the search up again.
  const stopped = log.ready && !log.loading && !log.complete && entries.length < PAGE;

  function onScroll({ target }: UIEvent<HTMLDivElement>): void {
    if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'grid') return;
    const { scrollTop, scrollHeight, clientHeight } = target;
    reading?.setAtTop(scrollTop <= AT_TOP_PX);
    if (scrollHeight - scrollTop - clientHeight < NEAR_END_PX) reading?.more();
  }

  function toTop(): void {
    reading?.setAtTop(true);
    gridIn(list)?.scrollTo({ top: 0 });
    gridIn(list)?.focus();
  }

  // Another filter, another moment: whatever is newest of it stands on top.
  useEffect(() => {
    gridIn(list)?.scrollTo({ top: 0 });
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- see above
  }, [question]);

  return (
    <>
      <ViewBar
        title="Logs"
        actions={
          <>
            <span className={styles.zone}>Times in {zoneName(atMs ?? nowMs)}</span>
            {exporting.count === null ? (
              <Button icon={<IconDownload size={16} stroke={1.75} aria-hidden />} onClick={exporting.run}>
                Export
              </Button>
            ) : (
              <Button onClick={exporting.cancel}>Cancel, {exporting.count.toLocaleString('en-GB')} read</Button>
            )}
          </>
        }
      >
        <FilterBox label="Filter the log" value={filter} onChange={setFilter} spec={logSpec} rows={offered} />
        <Select<LogStretch>
          label="Stretch of time"
          bare
          small
          value={stretch}
          options={stretches}
          onChange={setStretch}
        />
        <span className={styles.total}>{readWords(log, filter, nowMs)}</span>
        {searching ? (
          <Button size="small" tone="quiet" onClick={() => reading?.stop()}>
            Stop
          </Button>
        ) : (
          stopped && (
            <Button size="small" tone="quiet" onClick={() => reading?.more()}>
              Search on
            </Button>
          )
        )}
      </ViewBar>
      {failure !== null && <ErrorState message={failure.message} hint={failure.hint} onRetry={() => reading?.more()} />}
      <div ref={list} className={styles.list} onScrollCapture={onScroll}>
        <DataTable
          label="Log"
          columns={logColumns}
          rows={entries}
          rowKey={entryKey}
          selectedKey={chosen}
          onSelect={(entry) => {
            setChosen(entry.id);
            select(leadOf(entry));
          }}
          onOpen={openLead}
          menu={menuOf(addTerm)}
          empty={<Nothing log={log} filter={filter} onClear={() => setFilter('')} />}
        />
        <div className={styles.news} role="status">
          {waiting.length > 0 && (
            <Button tone="primary" icon={<IconArrowUp size={14} stroke={1.75} aria-hidden />} onClick={toTop}>
              {waiting.length.toLocaleString('en-GB')}
              {log.waitingMore && '+'} new
            </Button>
          )}
        </div>
      </div>
    </>
  );
}
