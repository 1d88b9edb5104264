import { useState, type ReactNode } from 'react';
import type { IncidentBucket } from '../../shared/contract/overview.ts';
import { useCall } from '../engine/use-call.ts';
import { useReloadOn } from '../engine/use-reload-on.ts';
import { routeHash } from '../state/route.ts';
import { countText } from '../ui/count-text.ts';
import { ErrorState } from '../ui/EmptyState.tsx';
import { formatDay, formatMinute } from '../ui/format-time.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { severityNames, type SeverityName } from '../ui/SeverityPips.tsx';
import { CountLink } from './CountLink.tsx';
import { openedBetween } from './filters.ts';
import { OverviewCard } from './OverviewCard.tsx';
import { RowList } from './RowList.tsx';
import { trendEdges, trendRanges, type TrendRange } from './trend-edges.ts';
import styles from './Overview.module.css';

const severities: readonly SeverityName[] = ['info', 'minor', 'major', 'critical'];

const totalOf = (bucket: IncidentBucket): number => severities.reduce((sum, severity) => sum + bucket[severity], 0);

function bucketName({ fromMs, toMs }: IncidentBucket, range: TrendRange): string {
  const hours = `${formatMinute(fromMs)} to ${formatMinute(toMs)}`;
  return range === '24 h' ? `${formatDay(fromMs)}, ${hours}` : formatDay(fromMs);
}

function bucketWords(bucket: IncidentBucket): string {
  const parts = severities
    .toReversed()
    .filter((severity) => bucket[severity] > 0)
    .map((severity) => `${bucket[severity]} ${severityNames[severity].toLowerCase()}`);
  return parts.length === 0 ? 'no incident' : `${countText(totalOf(bucket), 'incident')}: ${parts.join(', ')}`;
}

/** A lonely incident must not fill the chart. */
const SMALLEST_SCALE = 4;
const labelEvery: Readonly<Record<TrendRange, number>> = { '24 h': 6, '7 d': 1, '30 d': 7 };
/** Bars that a label needs to its right. */
const labelRoom: Readonly<Record<TrendRange, number>> = { '24 h': 3, '7 d': 1, '30 d': 5 };

function shortName({ fromMs }: IncidentBucket, range: TrendRange): string {
  if (range === '24 h') return formatMinute(fromMs);
  const [weekday = '', ...date] = formatDay(fromMs).split(' ');
  return range === '7 d' ? weekday : date.join(' ');
}

export interface IncidentTrendProps {
  /** The last bar holds this moment. */
  readonly nowMs: number;
  /** Changes when there are new incidents. */
  readonly newestId: number;
}

/** How many incidents opened an hour or a day; each bar leads to them. */
export function IncidentTrend({ nowMs, newestId }: IncidentTrendProps): ReactNode {
  const [range, setRange] = useState<TrendRange>('24 h');
  const edges = trendEdges(range, nowMs);
  const { data, error, reload } = useCall('incident.trend', { edges: [...edges] });
  useReloadOn(newestId, reload);
  const fits = data !== undefined && data.length === edges.length - 1;
  const opened = fits ? data.reduce((sum, bucket) => sum + totalOf(bucket), 0) : null;
  return (
    <OverviewCard
      area="trend"
      title="Incidents opened"
      aside={
        <>
          {opened !== null && (
            <CountLink to={{ view: 'incidents', filter: openedBetween(edges[0] ?? 0, edges.at(-1) ?? 0) }}>
              {opened.toLocaleString('en-GB')} opened
            </CountLink>
          )}
          <SegmentedControl<TrendRange>
            label="Stretch of the trend"
            value={range}
            options={trendRanges.map((value) => ({ value, label: value }))}
            onChange={setRange}
          />
        </>
      }
    >
      {error !== null && <ErrorState message={error.message} hint={error.hint} onRetry={reload} />}
      {error === null && fits && <Bars buckets={data} range={range} />}
    </OverviewCard>
  );
}

function Bars({
  buckets,
  range,
}: {
  readonly buckets: readonly IncidentBucket[];
  readonly range: TrendRange;
}): ReactNode {
  const most = Math.max(SMALLEST_SCALE, ...buckets.map(totalOf));
  return (
    <div className={styles.chart}>
      <span className={`${styles.most} num`} aria-hidden>
        {most}
      </span>
      <RowList label={`Incidents opened each ${range === '24 h' ? 'hour' : 'day'}`} className={styles.bars}>
        {buckets.map((bucket) => (
          <li key={bucket.fromMs} className={styles.barPlace}>
            <a
              className={styles.bar}
              href={routeHash({ view: 'incidents', filter: openedBetween(bucket.fromMs, bucket.toMs) })}
              aria-label={`${bucketName(bucket, range)}: ${bucketWords(bucket)}`}
              title={`${bucketName(bucket, range)}: ${bucketWords(bucket)}`}
            >
              {severities
                .toReversed()
                .filter((severity) => bucket[severity] > 0)
                .map((severity) => (
                  <span
                    key={severity}
                    className={styles.barPart}
                    data-severity={severity}
                    style={{ height: `${(bucket[severity] / most) * 100}%` }}
                  />
                ))}
            </a>
          </li>
        ))}
      </RowList>
      <span className={styles.axis} aria-hidden>
        {buckets.map((bucket, index) => (
          <span key={bucket.fromMs} className={styles.tick}>
            {index % labelEvery[range] === 0 && index <= buckets.length - labelRoom[range] && shortName(bucket, range)}
          </span>
        ))}
      </span>
    </div>
  );
}
