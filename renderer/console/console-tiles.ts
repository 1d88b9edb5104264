/** What the tiles of the console's page say. Pure. */
import type { ConsoleDetail, ConsolePoint } from '../../shared/contract/console.ts';
import type { ConsoleHealth } from '../../shared/contract/settings.ts';
import { formatBytes } from '../../shared/units/bytes.ts';
import { formatDuration } from '../../shared/units/durations.ts';
import { formatPercent } from '../../shared/units/percent.ts';

export interface ConsoleTile {
  readonly title: string;
  readonly value: string;
  readonly detail: string;
  /** Its course over the last hour; null has none. */
  readonly metric: Exclude<keyof ConsolePoint, 'atMs'> | null;
}

const perSecond = (rate: number): string => `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} /s`;

export const consoleTiles = (health: ConsoleHealth, detail: ConsoleDetail): readonly ConsoleTile[] => [
  {
    title: 'Polls late',
    value: String(health.pollsLate),
    detail: `of the last 5 minutes; longest wait ${formatDuration(detail.jobs.worstLagMs)}`,
    metric: null,
  },
  {
    title: 'Polls waiting',
    value: String(health.queueLength),
    detail: `${health.pollsRunning} under way, ${detail.jobs.total} jobs in all`,
    metric: 'queueLength',
  },
  {
    title: 'Event-loop delay',
    value: formatDuration(health.loopDelayP99Ms),
    detail: '99th percentile; over 20 ms polls may be late',
    metric: 'loopDelayP99Ms',
  },
  {
    title: 'Processor',
    value: formatPercent(Math.round(health.cpuPercent)),
    detail: 'of one core',
    metric: 'cpuPercent',
  },
  { title: 'Memory', value: formatBytes(health.memoryBytes), detail: 'of the engine', metric: 'memoryBytes' },
  {
    title: 'SNMP requests',
    value: perSecond(health.requestsPerSecond),
    detail: 'sent to devices',
    metric: 'requestsPerSecond',
  },
  {
    title: 'Timeouts',
    value: perSecond(health.timeoutsPerSecond),
    detail: 'requests without an answer in time',
    metric: 'timeoutsPerSecond',
  },
  {
    title: 'Rows to write',
    value: String(health.writeQueue),
    detail: `file ${formatBytes(health.fileBytes)}; last commit ${formatDuration(detail.lastCommitMs)}`,
    metric: 'writeQueue',
  },
];
