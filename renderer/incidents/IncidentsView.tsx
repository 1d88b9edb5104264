import { IconClipboardText, IconDownload, IconFilterPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Incident } from '../../shared/contract/incidents.ts';
import { useTopic } from '../engine/use-topic.ts';
import { FilterBox } from '../filter/FilterBox.tsx';
import { NothingMatches } from '../filter/NothingMatches.tsx';
import { useAddressFilter } from '../filter/use-address-filter.ts';
import { ViewBar } from '../shell/ViewBar.tsx';
import { isTyping } from '../shell/use-window-keys.ts';
import { isKeyOf } from '../state/keymap.ts';
import { usePlayhead } from '../state/playhead.ts';
import { goTo } from '../state/route.ts';
import { saveCsv } from '../state/save-csv.ts';
import { toastFailure, useAction } from '../state/use-action.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { zoneName } from '../ui/format-time.ts';
import { Menu } from '../ui/Menu.tsx';
import { Select } from '../ui/Select.tsx';
import { showToast } from '../ui/Toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { CauseDialog } from './CauseDialog.tsx';
import { ChosenBar, DeedBar } from './ChosenBar.tsx';
import { useChosen } from './chosen.ts';
import { acknowledge, unacknowledge, undoLastDeed } from './incident-deeds.ts';
import { incidentsAsCsv, incidentsAsMarkdown } from './incident-export.ts';
import { filterIncidents, filterSince, incidentFilter } from './incident-filter.ts';
import { groupIncidents, type Grouping } from './incident-groups.ts';
import { IncidentTable } from './IncidentTable.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { useIncidentSource, type Stretch } from './use-incident-source.ts';
import styles from './Incidents.module.css';

const stretches: readonly { readonly value: Stretch; readonly label: string }[] = [
  { value: 'recent', label: 'Last 7 days' },
  { value: 'bar', label: 'As the time bar' },
  { value: 'all', label: 'All of history' },
];

const groupings: readonly { readonly value: Grouping; readonly label: string }[] = [
  { value: 'day', label: 'By day' },
  { value: 'site', label: 'By site' },
  { value: 'kind', label: 'By kind' },
  { value: 'severity', label: 'By severity' },
  { value: 'owner', label: 'By owner' },
];

/** Terms that are asked for most; the rest can be typed. */
const terms = [
  { label: 'Open', term: 'state:open' },
  { label: 'Not acknowledged', term: 'acknowledged:no' },
  { label: 'Without a cause', term: 'cause:none' },
  { label: 'Critical', term: 'severity:critical', apart: true },
  { label: 'Major', term: 'severity:major' },
  { label: 'Links', term: 'kind:link-down' },
  { label: 'Since 24 hours', term: 'since:24h', apart: true },
  { label: 'Since 8 hours', term: 'since:8h' },
];

async function copyMarkdown(incidents: readonly Incident[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(incidentsAsMarkdown(incidents, Date.now()));
    showToast({ title: 'Copied as Markdown', detail: countText(incidents.length, 'incident') });
  } catch (error) {
    toastFailure('Not copied', error);
  }
}

function exportCsv(incidents: readonly Incident[]): void {
  saveCsv('incidents', incidentsAsCsv(incidents));
}

/** Ctrl Z takes the last deed back, wherever nobody types. */
function useUndoKey(): void {
  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'z' || isTyping(event.target)) return;
      event.preventDefault();
      void undoLastDeed();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

type Asking = 'cause' | 'note' | null;

/** Incidents of the last week, of the time bar's stretch, or of all history: filtered, grouped, and done with in bulk. */
export function IncidentsView(): ReactNode {
  const [filter, setFilter] = useAddressFilter('incidents');
  const [stretch, setStretch] = useState<Stretch>('recent');
  const [grouping, setGrouping] = useState<Grouping>('day');
  const [asking, setAsking] = useState<Asking>(null);
  const atMs = usePlayhead((state) => state.atMs);
  const presentMs = useNow(60_000);
  const nowMs = atMs ?? presentMs;
  const source = useIncidentSource(stretch, filterSince(filter, nowMs));
  const chosen = useChosen();
  const devices = useTopic('devices', {}).byId;
  const spec = useMemo(() => incidentFilter({ nowMs, devices }), [nowMs, devices]);
  const shown = useMemo(() => filterIncidents(source.items, filter, spec), [source.items, filter, spec]);
  const groups = useMemo(() => groupIncidents(shown, nowMs, grouping), [shown, nowMs, grouping]);
  const picked = useMemo(() => shown.filter(({ id }) => chosen.ids.has(id)), [shown, chosen.ids]);
  const acknowledging = useAction(() => acknowledge(picked));
  const takingBack = useAction(() => unacknowledge(picked));
  const { more } = source;
  const read = source.items.length;
  // Anew with each page: one in which nothing was as asked for must lead to the next.
  // oxlint-disable-next-line react/exhaustive-deps -- see above
  const onNearEnd = useCallback(() => more(), [more, read]);
  useUndoKey();

  function onKey(event: KeyboardEvent): boolean {
    if (picked.length === 0) return false;
    if (isKeyOf('incident.acknowledge', event)) acknowledging.run();
    else if (isKeyOf('incident.take-back', event)) takingBack.run();
    else if (isKeyOf('incident.cause', event)) setAsking('cause');
    else if (isKeyOf('incident.note', event)) setAsking('note');
    else return false;
    return true;
  }

  function addTerm(term: string): void {
    if (!filter.includes(term)) setFilter(`${filter} ${term}`.trim());
  }

  const failure = acknowledging.failure ?? takingBack.failure ?? source.failure;
  if (source.error !== null) return <ErrorState message={source.error.message} hint={source.error.hint} />;
  return (
    <>
      <ViewBar
        title="Incidents"
        actions={
          <>
            <span className={styles.zone}>Times in {zoneName(nowMs)}</span>
            <Menu
              trigger={<Button icon={<IconDownload size={16} stroke={1.75} aria-hidden />}>Export</Button>}
              entries={[
                { label: `CSV, ${countText(shown.length, 'incident')}`, onChoose: () => exportCsv(shown) },
                { label: 'Copy as Markdown', onChoose: () => void copyMarkdown(shown) },
              ]}
            />
            <Button
              icon={<IconClipboardText size={16} stroke={1.75} aria-hidden />}
              onClick={() => goTo({ view: 'handover' })}
            >
              Hand over
            </Button>
          </>
        }
      >
        <FilterBox label="Filter incidents" value={filter} onChange={setFilter} spec={spec} rows={source.items} />
        <Menu
          trigger={
            <Button size="small" tone="quiet" aria-label="Add to the filter" title="Add to the filter">
              <IconFilterPlus size={16} stroke={1.75} aria-hidden />
            </Button>
          }
          entries={terms.map(({ label, term, apart }) => ({
            label,
            apart,
            keys: term,
            onChoose: () => addTerm(term),
          }))}
        />
        <Select<Stretch> label="Stretch of time" bare small value={stretch} options={stretches} onChange={setStretch} />
        <Select<Grouping> label="Groups" bare small value={grouping} options={groupings} onChange={setGrouping} />
      </ViewBar>
      {failure !== null && <ErrorState message={failure.message} hint={failure.hint} onRetry={more} />}
      {shown.length === 0 && source.complete ? (
        source.items.length > 0 ? (
          <NothingMatches filter={filter} spec={spec} rows={source.items} noun="incident" onChange={setFilter} />
        ) : (
          <EmptyState
            title="No incidents"
            text="When something breaks, it appears here once, with its root, what hangs behind it, and why."
          />
        )
      ) : (
        <IncidentTable
          groups={groups}
          chosen={chosen}
          onKey={onKey}
          onNearEnd={onNearEnd}
          foot={source.words !== null && <p className={styles.foot}>{source.words}</p>}
        />
      )}
      {picked.length > 0 ? (
        <ChosenBar
          incidents={picked}
          busy={acknowledging.busy || takingBack.busy}
          onAcknowledge={() => acknowledging.run()}
          onTakeBack={() => takingBack.run()}
          onNote={() => setAsking('note')}
          onCause={() => setAsking('cause')}
          onCopy={() => void copyMarkdown(picked)}
          onExport={() => exportCsv(picked)}
          onClear={chosen.clear}
        />
      ) : null}
      <DeedBar />
      {asking === 'cause' && <CauseDialog incidents={picked} onClose={() => setAsking(null)} />}
      {asking === 'note' && <NoteDialog incidents={picked} onClose={() => setAsking(null)} />}
    </>
  );
}
