import { useEffect, type ReactNode } from 'react';
import type { Incident } from '../../shared/contract/incidents.ts';
import { useConnection } from '../engine/connection.ts';
import { useItem, useTopic } from '../engine/use-topic.ts';
import { WallMap } from '../map/WallMap.tsx';
import { leaveWall } from '../state/wall.ts';
import { countText } from '../ui/count-text.ts';
import { formatDay, formatSecond, zoneName } from '../ui/format-time.ts';
import { SeverityPips } from '../ui/SeverityPips.tsx';
import { StateShape } from '../ui/StateMark.tsx';
import { Age } from '../ui/Time.tsx';
import { useNow } from '../ui/use-now.ts';
import { bySeverity, openBySeverity } from './OpenIncidents.tsx';
import { useScreenAwake } from './use-screen-awake.ts';
import styles from './Wall.module.css';

/** More do not fit a screen that is read from across the room; the rest is counted. */
const MOST_SHOWN = 9;

/** The map and the open incidents for a screen that nobody sits at: no controls, large type, always all in view. */
export function Wall(): ReactNode {
  const settings = useItem('settings', {}, 'settings');
  useScreenAwake();
  useLeaving();
  return (
    <main className={styles.wall} aria-label="Wall">
      <header className={styles.head}>
        <h1 className={styles.name}>{settings?.networkName ?? 'Trunkline'}</h1>
        <Counts />
        <Clock />
      </header>
      <Lost />
      <div className={styles.work}>
        <WallMap />
        <OpenList />
      </div>
      <p className={styles.hint}>Escape leaves the wall</p>
    </main>
  );
}

/** Escape; and where the screen was filled, the end of that: browsers keep that key for themselves. */
function useLeaving(): void {
  useEffect(() => {
    const leave = new AbortController();
    let filled = document.fullscreenElement !== null;
    window.addEventListener('keydown', (event) => event.key === 'Escape' && leaveWall(), { signal: leave.signal });
    document.addEventListener(
      'fullscreenchange',
      () => {
        const now = document.fullscreenElement !== null;
        if (filled && !now) leaveWall();
        filled = now;
      },
      { signal: leave.signal },
    );
    return () => leave.abort();
  }, []);
}

function Counts(): ReactNode {
  const { items } = useTopic('incidents', {});
  const counts = openBySeverity(items);
  return (
    <p className={styles.counts}>
      {counts.length === 0 ? (
        <>
          <StateShape state="up" size={20} /> No open incidents
        </>
      ) : (
        counts.map(({ severity, count }) => (
          <span key={severity} className={styles.count}>
            <SeverityPips severity={severity} />
            <strong>{count}</strong>
          </span>
        ))
      )}
    </p>
  );
}

function Clock(): ReactNode {
  const nowMs = useNow();
  return (
    <time className={styles.clock} dateTime={new Date(nowMs).toISOString()}>
      {formatDay(nowMs)} <strong>{formatSecond(nowMs)}</strong> {zoneName(nowMs)}
    </time>
  );
}

/** A wall that shows an old picture is worse than none. */
function Lost(): ReactNode {
  const connection = useConnection();
  if (connection.state === 'open') return null;
  return (
    <p className={styles.lost} role="status">
      <StateShape state="blind" size={24} /> No connection to the engine: this picture is old.
    </p>
  );
}

function OpenList(): ReactNode {
  const { items } = useTopic('incidents', {});
  const open = items.filter(({ closedAtMs }) => closedAtMs === null).sort(bySeverity);
  if (open.length === 0) return null;
  const more = open.length - MOST_SHOWN;
  return (
    <section className={styles.incidents} aria-label="Open incidents">
      <ol>
        {open.slice(0, MOST_SHOWN).map((incident) => (
          <Row key={incident.id} incident={incident} />
        ))}
      </ol>
      {more > 0 && <p className={styles.more}>and {more} more</p>}
    </section>
  );
}

function Row({ incident }: { readonly incident: Incident }): ReactNode {
  const { severity, title, site, affected, openedAtMs, acknowledgedAtMs, acknowledgedBy } = incident;
  return (
    <li className={styles.row} data-severity={severity}>
      <p className={styles.title}>{title}</p>
      <p className={styles.facts}>
        <SeverityPips severity={severity} />
        <Age sinceMs={openedAtMs} />
        {site !== null && <span>{site}</span>}
        {affected.length > 0 && <span>{countText(affected.length, 'device')} behind it</span>}
        {acknowledgedAtMs !== null && <span>taken by {acknowledgedBy ?? 'somebody'}</span>}
      </p>
    </li>
  );
}
