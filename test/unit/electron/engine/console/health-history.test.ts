import { describe, expect, it } from 'vitest';
import { HealthHistory } from '../../../../../electron/engine/console/health-history.ts';
import type { ConsoleHealth } from '../../../../../shared/contract/settings.ts';

const health = (atMs: number, change: Partial<ConsoleHealth> = {}): ConsoleHealth => ({
  id: 'console',
  atMs,
  healthy: true,
  problems: [],
  pollsLate: 0,
  pollsRunning: 0,
  queueLength: 0,
  requestsPerSecond: 0,
  timeoutsPerSecond: 0,
  loopDelayP99Ms: 0,
  cpuPercent: 0,
  memoryBytes: 0,
  fileBytes: 0,
  writeQueue: 0,
  ...change,
});

describe('the last hour of the console', () => {
  it('keeps the worst of each ten seconds', () => {
    const history = new HealthHistory();
    history.note(health(0, { loopDelayP99Ms: 3 }));
    history.note(health(2000, { loopDelayP99Ms: 90 }));
    history.note(health(4000, { loopDelayP99Ms: 5 }));
    history.note(health(10_000, { loopDelayP99Ms: 1 }));
    expect(history.all().map(({ atMs, loopDelayP99Ms }) => [atMs, loopDelayP99Ms])).toEqual([
      [0, 90],
      [10_000, 1],
    ]);
  });

  it('forgets what is older than an hour, and takes a clock that was set back', () => {
    const history = new HealthHistory();
    for (let at = 0; at < 400; at += 1) history.note(health(at * 10_000));
    expect(history.all()).toHaveLength(360);
    history.note(health(5));
    expect(history.all().at(-1)?.atMs).toBe(5);
  });
});
