import { IconActivity } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatBytes } from '../../shared/units/bytes.ts';
import { formatDuration } from '../../shared/units/durations.ts';
import { formatPercent } from '../../shared/units/percent.ts';
import type { ConsoleHealth as Health } from '../../shared/contract/settings.ts';
import { useConnection } from '../engine/connection.ts';
import { useItem } from '../engine/use-topic.ts';
import { goTo } from '../state/route.ts';
import { countText } from '../ui/count-text.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import styles from './TopBar.module.css';

function Details({ health }: { readonly health: Health }): ReactNode {
  return (
    <>
      {health.problems.map((problem) => (
        <div key={problem}>{problem}</div>
      ))}
      <div>
        {countText(health.pollsRunning, 'poll')} under way, {health.queueLength} waiting
      </div>
      <div>
        {Math.round(health.requestsPerSecond)} requests/s, {Math.round(health.timeoutsPerSecond)} timeouts/s
      </div>
      <div>Event-loop delay p99 {formatDuration(health.loopDelayP99Ms)}</div>
      <div>
        Memory {formatBytes(health.memoryBytes)}, file {formatBytes(health.fileBytes)}
      </div>
    </>
  );
}

/** The console watches itself; the details are in the tooltip, all of them behind it. */
export function ConsoleHealth(): ReactNode {
  const health = useItem('console', {}, 'console');
  const connected = useConnection().state === 'open';
  const ill = !connected || health?.healthy === false;
  const word = !connected ? 'not connected' : health === undefined ? 'starting' : ill ? 'needs a look' : 'healthy';
  return (
    <Tooltip text={health === undefined ? 'The engine has not told yet' : <Details health={health} />}>
      <button
        type="button"
        className={styles.health}
        data-ill={ill || undefined}
        onClick={() => goTo({ view: 'console' })}
      >
        <IconActivity size={16} stroke={2} aria-hidden />
        Console <span className={styles.word}>{word}</span>
        {health !== undefined && connected && (
          <span className={`${styles.detail} num`}>
            {countText(health.pollsLate, 'poll')} late, {formatPercent(Math.round(health.cpuPercent))} CPU
          </span>
        )}
      </button>
    </Tooltip>
  );
}
