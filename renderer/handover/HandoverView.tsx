import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { useId, useMemo, type ReactNode } from 'react';
import { useCall } from '../engine/use-call.ts';
import { useReloadOn } from '../engine/use-reload-on.ts';
import { useItem } from '../engine/use-topic.ts';
import { useTopicEvery } from '../engine/use-topic-every.ts';
import { ViewBar } from '../shell/ViewBar.tsx';
import { goTo } from '../state/route.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { showToast } from '../ui/Toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { handoverMarkdown } from './handover-markdown.ts';
import { shiftReport } from './handover-model.ts';
import { ShiftPaper } from './ShiftPaper.tsx';
import { localMinute, shiftChoice, usualShifts, type ShiftChoice, type UsualShift } from './shift-choice.ts';
import styles from './Handover.module.css';

/** Incidents change by the second in an outage; a report that is being read need not. */
const EVERY_MS = 2000;

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text).then(
    () => showToast({ title: 'Copied', detail: 'The hand-over as Markdown' }),
    (error: unknown) => showToast({ title: 'Not copied', detail: String(error), tone: 'failed' }),
  );
}

/** What one shift leaves to the next: to be read together, printed, or sent. From the file, however long ago. */
export function HandoverView({ since }: { readonly since: string | undefined }): ReactNode {
  const minuteMs = useNow(60_000);
  const choice = shiftChoice(since, minuteMs);
  const name = useItem('settings', {}, 'settings')?.networkName ?? 'this network';
  const incidents = useTopicEvery('incidents', {}, EVERY_MS);
  const { data, error, reload } = useCall('handover.read', { sinceMs: choice.sinceMs });
  useReloadOn(incidents.version, reload);
  const report = useMemo(() => (data === undefined ? null : shiftReport(data)), [data]);
  const ready = report !== null && error === null;
  return (
    <>
      <ViewBar
        title="Hand over"
        actions={
          <>
            <Button
              icon={<IconPrinter size={16} stroke={1.75} aria-hidden />}
              disabled={!ready}
              onClick={() => window.print()}
            >
              Print
            </Button>
            <Button
              tone="primary"
              icon={<IconCopy size={16} stroke={1.75} aria-hidden />}
              disabled={!ready}
              onClick={() => report !== null && void copy(handoverMarkdown(report, name))}
            >
              Copy as Markdown
            </Button>
          </>
        }
      >
        <ShiftPicker choice={choice} nowMs={minuteMs} />
      </ViewBar>
      {error !== null && <ErrorState message={error.message} hint={error.hint} onRetry={reload} />}
      {error === null && report === null && <EmptyState title="Hand over" text="Reading what the shift leaves." />}
      {ready && <ShiftPaper report={report} networkName={name} />}
    </>
  );
}

function ShiftPicker({ choice, nowMs }: { readonly choice: ShiftChoice; readonly nowMs: number }): ReactNode {
  const sinceId = useId();
  return (
    <>
      <SegmentedControl<UsualShift | 'custom'>
        label="Length of the shift"
        value={choice.length}
        options={[
          ...usualShifts.map((value) => ({ value, label: `Last ${value.replace('h', ' h')}` })),
          { value: 'custom', label: 'Since' },
        ]}
        onChange={(length) =>
          goTo({
            view: 'handover',
            since: length === 'custom' ? new Date(choice.sinceMs).toISOString() : length,
          })
        }
      />
      {choice.length === 'custom' && (
        <>
          <label htmlFor={sinceId} className="only-for-readers">
            The shift began
          </label>
          <input
            id={sinceId}
            type="datetime-local"
            className={styles.since}
            value={localMinute(choice.sinceMs)}
            max={localMinute(nowMs)}
            onChange={(event) => {
              const atMs = Date.parse(event.target.value);
              if (!Number.isNaN(atMs)) goTo({ view: 'handover', since: new Date(atMs).toISOString() });
            }}
          />
        </>
      )}
    </>
  );
}
