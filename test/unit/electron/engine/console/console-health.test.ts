import { afterEach, expect, test } from 'vitest';
import { ConsoleHealthKeeper } from '../../../../../electron/engine/console/console-health.ts';
import { fakeClock } from '../../../../helpers/fake-clock.ts';

const QUIET = { jobs: 1, running: 0, queued: 0, started: 1, worstLagMs: 0, stretched: 0, backedOff: 0, stopped: 0 };
const close: (() => void)[] = [];
afterEach(() => {
  for (const end of close.splice(0)) end();
});

function keeper() {
  const clock = fakeClock();
  let late = 0;
  const kept = new ConsoleHealthKeeper({
    clock,
    store: { onFailure: () => undefined, stats: () => ({ writeQueue: 0, fileBytes: 0 }) },
    poller: { totals: () => ({ ...QUIET, late }) },
    traffic: { requests: 0, timeouts: 0 },
  });
  kept.start();
  close.push(() => kept.close());
  return { clock, makeLate: (polls: number) => (late += polls), health: () => kept.items.get('console') };
}

test('late polls are told while they are recent, and forgotten when all has been well for five minutes', async () => {
  const { clock, makeLate, health } = keeper();
  await clock.advance(10_000);
  expect(health()?.pollsLate).toBe(0);
  makeLate(3);
  await clock.advance(2000);
  expect(health()).toMatchObject({
    pollsLate: 3,
    problems: [expect.stringMatching(/^3 polls were late.*Settings, Polling/)],
  });
  await clock.advance(4 * 60_000);
  expect(health()?.pollsLate).toBe(3);
  await clock.advance(2 * 60_000);
  expect(health()?.pollsLate).toBe(0);
  expect(health()?.problems.join()).not.toContain('late');
});
