import { expect, it } from 'vitest';
import { watchForSleep } from '../../../../../electron/engine/console/sleep-watch.ts';
import { fakeClock } from '../../../../helpers/fake-clock.ts';

it('tells a pause of half a minute and more, from when and how long, and nothing shorter', async () => {
  const clock = fakeClock(1_000_000);
  const woken: number[][] = [];
  watchForSleep(clock, (fromMs, sleptMs) => woken.push([fromMs, sleptMs]));
  await clock.advance(5000);
  clock.jumpWall(2000);
  await clock.advance(5000);
  // Asleep: the monotonic clock stands still, the wall clock does not.
  clock.jumpWall(600_000);
  await clock.advance(10_000);
  expect(woken).toEqual([[1_012_000, 600_000]]);
});

it('leaves no timer behind', async () => {
  const clock = fakeClock();
  const stop = watchForSleep(clock, () => {});
  await clock.advance(6000);
  stop();
  expect(clock.pending()).toBe(0);
});
