import { IconMinus, IconPlayerSkipBack, IconPlayerSkipForward, IconPlus, IconTable } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatAge } from '../../shared/units/durations.ts';
import { useConnection, useLostAt } from '../engine/connection.ts';
import { timeSpans, usePlayhead } from '../state/playhead.ts';
import { Button } from '../ui/Button.tsx';
import { formatDay, formatMinute, formatSecond, formatUtc, zoneName } from '../ui/format-time.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { StateShape } from '../ui/StateMark.tsx';
import { useNow } from '../ui/use-now.ts';
import { LONGEST_SPAN_MS, SHORTEST_SPAN_MS, zoomedSpan } from './bar-range.ts';
import { LaneChoices } from './LaneChoices.tsx';
import { LaneFilter } from './LaneFilter.tsx';
import { Playback } from './Playback.tsx';
import { StretchTable } from './StretchTable.tsx';
import { useHistoryStart } from './use-history-start.ts';
import styles from './TimeBar.module.css';

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** What the window shows: now, a moment of the past, or now beside an earlier stretch. */
function Moment(): ReactNode {
  const { atMs, endMs, spanMs, goToNow } = usePlayhead();
  const nowMs = useNow();
  const connected = useConnection().state === 'open';
  const lostAtMs = useLostAt();
  if (atMs !== null) {
    return (
      <p className={styles.moment}>
        <strong className={styles.past} title={formatUtc(atMs)}>
          {formatDay(atMs)}, {formatSecond(atMs)} {zoneName(atMs)}
        </strong>
        <span className={styles.quiet}>{formatAge(nowMs - atMs)} ago</span>
      </p>
    );
  }
  if (endMs === null && !connected) {
    return (
      <p className={styles.moment} role="status">
        <StateShape state="blind" size={16} />
        <strong>No connection</strong>
        <span className={styles.date}>
          {lostAtMs === null
            ? 'nothing was told yet'
            : `last told ${formatSecond(lostAtMs)} ${zoneName(lostAtMs)}, ${formatAge(nowMs - lostAtMs)} ago`}
        </span>
      </p>
    );
  }
  if (endMs === null) {
    return (
      <p className={styles.moment}>
        <span className={styles.dot} aria-hidden />
        <strong>Now</strong>
        <time className={styles.date} dateTime={new Date(nowMs).toISOString()} title={formatUtc(nowMs)}>
          {formatDay(nowMs)}, {formatSecond(nowMs)} {zoneName(nowMs)}
        </time>
      </p>
    );
  }
  const fromMs = endMs - spanMs;
  return (
    <div className={styles.moment}>
      <Button size="small" icon={<IconPlayerSkipForward {...icon} />} onClick={goToNow}>
        Now
      </Button>
      <span className={styles.date}>
        {formatDay(fromMs)}, {formatMinute(fromMs)} to {formatDay(endMs)}, {formatMinute(endMs)} {zoneName(endMs)}
      </span>
    </div>
  );
}

function Spans({ onTable }: { readonly onTable: () => void }): ReactNode {
  const { spanMs, showSpan } = usePlayhead();
  return (
    <div className={styles.spans}>
      <LaneChoices />
      <LaneFilter />
      <IconButton label="Incidents shown, as a table" size="small" onClick={onTable}>
        <IconTable {...icon} />
      </IconButton>
      <IconButton
        label="Show more time"
        size="small"
        disabled={spanMs >= LONGEST_SPAN_MS}
        onClick={() => showSpan(zoomedSpan(spanMs, 2))}
      >
        <IconMinus {...icon} />
      </IconButton>
      <SegmentedControl
        label="Stretch of time"
        value={String(spanMs)}
        options={timeSpans.map((span) => ({ value: String(span.spanMs), label: span.label }))}
        onChange={(value) => showSpan(Number(value))}
      />
      <IconButton
        label="Show less time"
        size="small"
        disabled={spanMs <= SHORTEST_SPAN_MS}
        onClick={() => showSpan(zoomedSpan(spanMs, 0.5))}
      >
        <IconPlus {...icon} />
      </IconButton>
    </div>
  );
}

/** The row above the axis. */
export function TimeControls(): ReactNode {
  const { spanMs, showSpan } = usePlayhead();
  const [table, setTable] = useState(false);
  const startMs = useHistoryStart();
  const nowMs = useNow(60_000);
  const reachable = startMs !== null && startMs + spanMs < nowMs;
  return (
    <div className={styles.controls}>
      <IconButton
        label="Show the start of the history"
        size="small"
        edged
        disabled={!reachable}
        onClick={() => startMs !== null && showSpan(spanMs, startMs + spanMs)}
      >
        <IconPlayerSkipBack {...icon} />
      </IconButton>
      <Playback />
      <Moment />
      <Spans onTable={() => setTable(true)} />
      {table && <StretchTable onClose={() => setTable(false)} />}
    </div>
  );
}
