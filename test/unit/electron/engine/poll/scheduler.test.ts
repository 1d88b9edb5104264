import { describe, expect, test } from 'vitest';
import type { Log } from '../../../../../electron/host/host.ts';
import type { PollJob, PollOutcome } from '../../../../../electron/engine/poll/poll-job.ts';
import { Scheduler } from '../../../../../electron/engine/poll/scheduler.ts';
import { fakeClock, settle } from '../../../../helpers/fake-clock.ts';
import type { FakeClock } from '../../../../helpers/fake-clock.ts';

const MINUTE = 60_000;

function quietLog(lines: string[] = []): Log {
  const keep = (message: string) => void lines.push(message);
  const log: Log = { debug: keep, info: keep, warn: keep, error: keep, child: () => log };
  return log;
}

function setUp(cap = 100) {
  const clock = fakeClock();
  const lines: string[] = [];
  const scheduler = new Scheduler({ clock, log: quietLog(lines), concurrency: () => cap });
  return { clock, scheduler, lines };
}

interface Run {
  readonly key: string;
  readonly atMs: number;
}

/** A job that takes `takesMs` and ends as told; records its starts. */
function job(
  clock: FakeClock,
  runs: Run[],
  change: Partial<PollJob> & { takesMs?: number; outcome?: () => PollOutcome } = {},
): PollJob {
  const { takesMs = 0, outcome = () => 'ok', ...rest } = change;
  const deviceId = rest.deviceId ?? 1;
  const key = rest.key ?? `${deviceId}:${rest.class ?? 'counters'}`;
  return {
    key,
    deviceId,
    class: 'counters',
    intervalMs: () => MINUTE,
    deadlineMs: MINUTE,
    run: async (signal) => {
      runs.push({ key, atMs: clock.monotonic() });
      await new Promise<void>((resolve) => {
        const cancel = clock.after(takesMs, resolve);
        signal.addEventListener('abort', () => (cancel(), resolve()), { once: true });
      });
      return signal.aborted ? 'failed' : outcome();
    },
    ...rest,
  };
}

const gaps = (runs: readonly Run[]) => runs.slice(1).map((run, i) => run.atMs - (runs[i]?.atMs ?? 0));

describe('cadence', () => {
  test('starts are spaced by the interval, however long a run takes', async () => {
    const { clock, scheduler } = setUp();
    const runs: Run[] = [];
    scheduler.add(job(clock, runs, { takesMs: 30_000 }));
    await clock.advance(10 * MINUTE);
    expect(runs).toHaveLength(10);
    for (const gap of gaps(runs)) expect(Math.abs(gap - MINUTE)).toBeLessThanOrEqual(1);
    await scheduler.close();
  });

  test('a wall clock that jumps changes nothing', async () => {
    const { clock, scheduler } = setUp();
    const runs: Run[] = [];
    scheduler.add(job(clock, runs));
    await clock.advance(2 * MINUTE);
    clock.jumpWall(-86_400_000);
    await clock.advance(2 * MINUTE);
    expect(runs).toHaveLength(4);
    await scheduler.close();
  });

  test('devices are spread over the interval: no second has more than three times its share', async () => {
    const { clock, scheduler } = setUp(1000);
    const runs: Run[] = [];
    for (let id = 1; id <= 3000; id += 1) scheduler.add(job(clock, runs, { deviceId: id }));
    await clock.advance(MINUTE);
    expect(runs).toHaveLength(3000);
    const perSecond = new Map<number, number>();
    for (const run of runs)
      perSecond.set(Math.floor(run.atMs / 1000), (perSecond.get(Math.floor(run.atMs / 1000)) ?? 0) + 1);
    expect(Math.max(...perSecond.values())).toBeLessThan(150);
    expect(perSecond.size).toBeGreaterThanOrEqual(60);
    await scheduler.close();
  });

  test('a changed interval counts from respread on', async () => {
    const { clock, scheduler } = setUp();
    const runs: Run[] = [];
    let intervalMs = 3_600_000;
    scheduler.add(job(clock, runs, { intervalMs: () => intervalMs }));
    intervalMs = 10_000;
    scheduler.respread();
    await clock.advance(MINUTE);
    expect(runs).toHaveLength(6);
    await scheduler.close();
  });
});

describe('one device', () => {
  test('never has two jobs under way, and every class gets its turn', async () => {
    const { clock, scheduler } = setUp();
    const runs: Run[] = [];
    let running = 0;
    let most = 0;
    for (const name of ['counters', 'health', 'topology']) {
      const inner = job(clock, runs, { class: name, takesMs: 15_000 });
      scheduler.add({
        ...inner,
        run: async (signal) => {
          most = Math.max(most, (running += 1));
          const outcome = await inner.run(signal);
          running -= 1;
          return outcome;
        },
      });
    }
    await clock.advance(10 * MINUTE);
    expect(most).toBe(1);
    for (const name of ['counters', 'health', 'topology']) {
      expect(runs.filter((run) => run.key === `1:${name}`).length).toBeGreaterThanOrEqual(9);
    }
    expect(scheduler.totals().late).toBe(0);
    await scheduler.close();
  });

  test('is still asked whether it lives while a slow walk runs', async () => {
    const { clock, scheduler } = setUp(1);
    const runs: Run[] = [];
    scheduler.add(job(clock, runs, { class: 'topology', takesMs: 50_000 }));
    scheduler.add(job(clock, runs, { class: 'reachability', intervalMs: () => 10_000 }));
    await clock.advance(5 * MINUTE);
    expect(runs.filter((run) => run.key === '1:reachability')).toHaveLength(30);
    await scheduler.close();
  });
});

describe('the cap', () => {
  test('holds over all devices, and no device starves', async () => {
    const { clock, scheduler } = setUp(5);
    const runs: Run[] = [];
    let most = 0;
    for (let id = 1; id <= 100; id += 1) scheduler.add(job(clock, runs, { deviceId: id, takesMs: 2_000 }));
    for (let second = 0; second < 300; second += 1) {
      await clock.advance(1000);
      most = Math.max(most, scheduler.totals().running);
    }
    expect(most).toBe(5);
    const counts = Array.from({ length: 100 }, (_, i) => runs.filter((run) => run.key === `${i + 1}:counters`).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(scheduler.totals().late).toBe(0);
    await scheduler.close();
  });

  test('late polls are counted when the cap is far too low', async () => {
    const { clock, scheduler } = setUp(1);
    const runs: Run[] = [];
    for (let id = 1; id <= 10; id += 1) scheduler.add(job(clock, runs, { deviceId: id, takesMs: 15_000 }));
    await clock.advance(20 * MINUTE);
    expect(scheduler.totals().late).toBeGreaterThan(0);
    expect(scheduler.totals().worstLagMs).toBeGreaterThan(MINUTE);
    await scheduler.close();
  });
});

describe('trouble', () => {
  test('a dead agent is asked at 1, 2, 4, 8 and 15 minutes, and one success restores the cadence of its siblings', async () => {
    const { clock, scheduler } = setUp();
    const runs: Run[] = [];
    const health: Run[] = [];
    let outcome: PollOutcome = 'failed';
    scheduler.add(job(clock, runs, { outcome: () => outcome }));
    scheduler.add(job(clock, health, { class: 'health', outcome: () => outcome }));
    await clock.advance(65 * MINUTE);
    expect(
      gaps(runs)
        .map((gap) => Math.round(gap / MINUTE))
        .slice(0, 6),
    ).toEqual([1, 2, 4, 8, 15, 15]);
    expect(scheduler.status(1)[0]?.tuned).toContain('no answer');
    outcome = 'ok';
    const before = health.length;
    const now = scheduler.runNow('1:counters');
    await clock.advance(3 * MINUTE);
    await expect(now).resolves.toBe('ok');
    expect(health.length - before).toBe(3);
    expect(scheduler.status(1).map((status) => status.tuned)).toEqual([null, null]);
    await scheduler.close();
  });

  test('reachability never backs off', async () => {
    const { clock, scheduler } = setUp();
    const runs: Run[] = [];
    scheduler.add(job(clock, runs, { class: 'reachability', intervalMs: () => 10_000, outcome: () => 'failed' }));
    await clock.advance(10 * MINUTE);
    expect(runs).toHaveLength(60);
    await scheduler.close();
  });

  test('a refused credential stops the job after three times and says so; restore starts it again', async () => {
    const { clock, scheduler } = setUp();
    const runs: Run[] = [];
    scheduler.add(job(clock, runs, { outcome: () => 'refused' }));
    await clock.advance(60 * MINUTE);
    expect(runs).toHaveLength(3);
    expect(scheduler.status(1)[0]).toMatchObject({ nextDueAtMs: null, lastOutcome: 'refused' });
    expect(scheduler.status(1)[0]?.tuned).toContain('Credentials');
    expect(scheduler.totals().stopped).toBe(1);
    scheduler.restore(1);
    await clock.advance(MINUTE);
    expect(runs).toHaveLength(4);
    await scheduler.close();
  });

  test('a job past its deadline is aborted', async () => {
    const { clock, scheduler } = setUp();
    const runs: Run[] = [];
    scheduler.add(job(clock, runs, { takesMs: 10 * MINUTE, deadlineMs: 20_000 }));
    const outcome = scheduler.runNow('1:counters');
    await clock.advance(20_000);
    await expect(outcome).resolves.toBe('failed');
    expect(scheduler.totals().running).toBe(0);
    await scheduler.close();
  });

  test('a job that ignores its signal loses its place after the grace, and the log says which', async () => {
    const { clock, scheduler, lines } = setUp();
    scheduler.add({ ...job(clock, []), deadlineMs: 1_000, run: () => new Promise<PollOutcome>(() => {}) });
    const outcome = scheduler.runNow('1:counters');
    await clock.advance(6_000);
    await expect(outcome).resolves.toBe('failed');
    expect(lines).toEqual(['a poll job ignores its deadline']);
    await scheduler.close();
  });

  test('a job that throws fails and is logged, the others go on', async () => {
    const { clock, scheduler, lines } = setUp();
    const runs: Run[] = [];
    scheduler.add({ ...job(clock, []), run: () => Promise.reject(new Error('bug')) });
    scheduler.add(job(clock, runs, { deviceId: 2 }));
    await clock.advance(MINUTE);
    expect(lines).toEqual(['a poll job threw']);
    expect(runs).toHaveLength(1);
    await scheduler.close();
  });

  test('a job that takes nearly its interval is stretched, and goes back when it is quick again', async () => {
    const { clock, scheduler } = setUp();
    const runs: Run[] = [];
    let takesMs = 55_000;
    const slow = job(clock, runs);
    scheduler.add({
      ...slow,
      run: async (signal) => {
        await new Promise<void>((resolve) => void clock.after(takesMs, resolve));
        return slow.run(signal);
      },
    });
    await clock.advance(10 * MINUTE);
    expect(scheduler.intervalOf('1:counters')).toBe(2 * MINUTE);
    expect(scheduler.status(1)[0]?.tuned).toBe('every 2 min instead of 1 min: a run takes 55.0 s (95th percentile)');
    takesMs = 1_000;
    await clock.advance(60 * MINUTE);
    expect(scheduler.intervalOf('1:counters')).toBe(MINUTE);
    expect(scheduler.status(1)[0]?.tuned).toBeNull();
    await scheduler.close();
  });
});

describe('run now', () => {
  test('joins a run that is under way', async () => {
    const { clock, scheduler } = setUp();
    const runs: Run[] = [];
    scheduler.add(job(clock, runs, { takesMs: 5_000 }));
    const first = scheduler.runNow('1:counters');
    const second = scheduler.runNow('1:counters');
    await clock.advance(5_000);
    expect(await Promise.all([first, second])).toEqual(['ok', 'ok']);
    expect(runs).toHaveLength(1);
    await scheduler.close();
  });

  test('goes before what waits for the cap', async () => {
    const { clock, scheduler } = setUp(1);
    const runs: Run[] = [];
    for (let id = 1; id <= 20; id += 1) scheduler.add(job(clock, runs, { deviceId: id, takesMs: 10_000 }));
    await clock.advance(MINUTE);
    const at = runs.length;
    const wanted = runs.at(-1)?.key === '20:counters' ? '19:counters' : '20:counters';
    const waitingBefore = scheduler.totals().queued;
    void scheduler.runNow(wanted);
    await clock.advance(20_000);
    expect(waitingBefore).toBeGreaterThan(5);
    expect(runs[at]?.key).toBe(wanted);
    await scheduler.close();
  });

  test('answers deferred for a job that is not there', async () => {
    const { scheduler } = setUp();
    await expect(scheduler.runNow('nobody')).resolves.toBe('deferred');
  });
});

describe('sleep and end', () => {
  test('after sleep everything is spread anew and nothing is caught up', async () => {
    const { clock, scheduler } = setUp();
    const runs: Run[] = [];
    for (let id = 1; id <= 200; id += 1) scheduler.add(job(clock, runs, { deviceId: id }));
    await clock.advance(MINUTE);
    scheduler.suspend();
    await clock.advance(8 * 3_600_000);
    expect(runs).toHaveLength(200);
    scheduler.resume();
    await clock.advance(1000);
    expect(runs.length - 200).toBeLessThan(15);
    await clock.advance(59_000);
    expect(runs).toHaveLength(400);
    await scheduler.close();
  });

  test('sleep aborts what runs and does not count it against the device', async () => {
    const { clock, scheduler } = setUp();
    scheduler.add(job(clock, [], { takesMs: 30_000 }));
    const outcome = scheduler.runNow('1:counters');
    await settle();
    scheduler.suspend();
    await expect(outcome).resolves.toBe('deferred');
    await settle();
    scheduler.resume();
    expect(scheduler.totals().backedOff).toBe(0);
    expect(scheduler.status(1)[0]?.nextDueAtMs).not.toBeNull();
    await scheduler.close();
  });

  test('remove aborts the run and ignores its outcome', async () => {
    const { clock, scheduler } = setUp();
    const runs: Run[] = [];
    scheduler.add(job(clock, runs, { takesMs: 30_000 }));
    const outcome = scheduler.runNow('1:counters');
    await settle();
    scheduler.remove('1:counters');
    await expect(outcome).resolves.toBe('deferred');
    await clock.advance(10 * MINUTE);
    expect(runs).toHaveLength(1);
    expect(scheduler.status(1)).toEqual([]);
    await scheduler.close();
  });

  test('close waits for what runs and leaves no timer behind', async () => {
    const { clock, scheduler } = setUp();
    scheduler.add(job(clock, [], { takesMs: 30_000 }));
    void scheduler.runNow('1:counters');
    await settle();
    await scheduler.close();
    expect(clock.pending()).toBe(0);
  });
});

test('100,000 polls of 5,000 devices: none late, none lost, nothing kept', async () => {
  const { clock, scheduler } = setUp(200);
  const counts = new Uint32Array(5001);
  for (let id = 1; id <= 5000; id += 1) {
    scheduler.add({
      key: `${id}:counters`,
      deviceId: id,
      class: 'counters',
      intervalMs: () => MINUTE,
      deadlineMs: 30_000,
      run: () => {
        counts[id] = (counts[id] ?? 0) + 1;
        return Promise.resolve('ok');
      },
    });
  }
  const heapBefore = process.memoryUsage().heapUsed;
  await clock.advance(20 * MINUTE);
  expect(counts.subarray(1).every((count) => count === 20)).toBe(true);
  expect(scheduler.totals()).toMatchObject({ jobs: 5000, started: 100_000, late: 0, queued: 0, running: 0 });
  expect(scheduler.totals().worstLagMs).toBeLessThan(50);
  expect(clock.pending()).toBe(1);
  expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(60_000_000);
  await scheduler.close();
  expect(clock.pending()).toBe(0);
}, 60_000);
