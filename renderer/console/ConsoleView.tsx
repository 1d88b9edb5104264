import { useEffect, type ReactNode } from 'react';
import type { ConsoleDetail, ConsolePoint } from '../../shared/contract/console.ts';
import type { ConsoleHealth } from '../../shared/contract/settings.ts';
import { formatDuration } from '../../shared/units/durations.ts';
import { useCall } from '../engine/use-call.ts';
import { useItem } from '../engine/use-topic.ts';
import { Sparkline } from '../graphs/Sparkline.tsx';
import { ViewBar } from '../shell/ViewBar.tsx';
import { ErrorState } from '../ui/EmptyState.tsx';
import { Reading } from '../ui/Reading.tsx';
import { useSize } from '../ui/use-size.ts';
import { consoleTiles, type ConsoleTile } from './console-tiles.ts';
import { TunedJobs } from './TunedJobs.tsx';
import styles from './ConsoleView.module.css';

const HOUR_MS = 3_600_000;
const COURSE_HEIGHT = 28;
/** The health itself comes live; its course and the lists are asked for anew at this pace. */
const REFRESH_MS = 10_000;

interface CourseProps {
  readonly tile: ConsoleTile;
  readonly metric: NonNullable<ConsoleTile['metric']>;
  readonly history: readonly ConsolePoint[];
}

/** Of the last hour, or since the engine started: the whole width of the tile. */
function Course({ tile, metric, history }: CourseProps): ReactNode {
  const [watch, { width }] = useSize();
  const toMs = history.at(-1)?.atMs ?? 0;
  const fromMs = Math.max(toMs - HOUR_MS, history[0]?.atMs ?? 0);
  return (
    <div ref={watch} className={styles.course}>
      {width > 0 && (
        <Sparkline
          atMs={history.map((point) => point.atMs)}
          lines={[{ values: history.map((point) => point[metric]), tone: 'neutral' }]}
          fromMs={fromMs}
          toMs={toMs}
          width={width}
          height={COURSE_HEIGHT}
          label={`${tile.title} over the last ${formatDuration(toMs - fromMs)}`}
        />
      )}
    </div>
  );
}

function Tile({ tile, history }: { readonly tile: ConsoleTile; readonly history: readonly ConsolePoint[] }): ReactNode {
  const { metric } = tile;
  return (
    <div role="group" className={styles.tile} aria-label={tile.title}>
      <h2 className={styles.label}>{tile.title}</h2>
      <p className={`${styles.value} num`}>{tile.value}</p>
      <p className={styles.detail}>{tile.detail}</p>
      {metric !== null && history.length > 1 && <Course tile={tile} metric={metric} history={history} />}
    </div>
  );
}

function Problems({ health }: { readonly health: ConsoleHealth }): ReactNode {
  if (health.healthy) return <p className={styles.well}>Polls are on time, and everything measured is written.</p>;
  return (
    <ul className={styles.problems}>
      {health.problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}

function Slowest({ detail }: { readonly detail: ConsoleDetail }): ReactNode {
  return (
    <section className={styles.card} aria-label="Slowest reads and writes">
      <h2 className={styles.title}>Slowest reads and writes of the file</h2>
      {detail.slowest.length === 0 ? (
        <p className={styles.none}>Nothing was read or written yet.</p>
      ) : (
        <dl className={styles.slowest}>
          {detail.slowest.map(({ name, ms }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="num">{formatDuration(ms)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.none}>Pings with {detail.pinger}.</p>
    </section>
  );
}

/** The console watched by itself: whether what the page shows can be relied on, and what to change if not. */
export function ConsoleView(): ReactNode {
  const health = useItem('console', {}, 'console');
  const { data, error, reload } = useCall('console.detail', {});
  useEffect(() => {
    const timer = setInterval(reload, REFRESH_MS);
    return () => clearInterval(timer);
  }, [reload]);
  if (data === undefined || health === undefined) {
    return (
      <>
        <ViewBar title="This console" />
        {error === null ? <Reading /> : <ErrorState message={error.message} hint={error.hint} />}
      </>
    );
  }
  return (
    <>
      <ViewBar title="This console">{health.healthy ? 'healthy' : 'needs a look'}</ViewBar>
      <div className={styles.body}>
        <Problems health={health} />
        <div className={styles.tiles}>
          {consoleTiles(health, data).map((tile) => (
            <Tile key={tile.title} tile={tile} history={data.history} />
          ))}
        </div>
        <div className={styles.lists}>
          <TunedJobs detail={data} />
          <Slowest detail={data} />
        </div>
      </div>
    </>
  );
}
