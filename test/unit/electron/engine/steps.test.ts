import { expect, it } from 'vitest';
import { finish, inSlices, type Steps } from '../../../../electron/engine/steps.ts';

/** Keeps the processor busy for so long at each step. */
function* work(steps: number, stepMs: number): Steps<number> {
  for (let step = 0; step < steps; step += 1) {
    const untilMs = performance.now() + stepMs;
    while (performance.now() < untilMs);
    yield;
  }
  return steps;
}

it('lets everything else have its turn between slices, and comes to the same end', async () => {
  let turns = 0;
  const count = (): void => {
    turns += 1;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  const done = await inSlices(work(20, 3), new AbortController().signal);
  clearImmediate(next);
  expect(done).toBe(20);
  expect(turns).toBeGreaterThan(5);
  expect(finish(work(20, 0))).toBe(20);
});

it('ends early when it is not wanted any more', async () => {
  const abort = new AbortController();
  const done = inSlices(work(1000, 3), abort.signal);
  abort.abort();
  expect(await done).toBeNull();
});
