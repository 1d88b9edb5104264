import { expect, test } from 'vitest';
import { intervalsOf, watchesOf } from '../../../../electron/headless/backfill-states.ts';

const MINUTE = 60_000;

test('samples of the same state make one interval, in whichever order they came, up to where polling takes over', () => {
  const told = [
    { atMs: 3 * MINUTE, state: 'down' as const },
    { atMs: 5 * MINUTE, state: 'up' as const },
    { atMs: 1 * MINUTE, state: 'up' as const },
    { atMs: 4 * MINUTE, state: 'down' as const },
  ];
  const intervals = intervalsOf({ subject: 'device', subjectId: 7, told }, 6 * MINUTE);
  expect(intervals.map(({ state, fromMs, toMs }) => [state, fromMs / MINUTE, (toMs ?? 0) / MINUTE])).toEqual([
    ['up', 1, 3],
    ['down', 3, 5],
    ['up', 5, 6],
  ]);
  expect(intervalsOf({ subject: 'device', subjectId: 7, told }, 2 * MINUTE)).toHaveLength(1);
});

test('a long pause between samples is one in which nobody watched', () => {
  const moments = [1, 5, 10, 30, 35].map((minute) => minute * MINUTE);
  expect(watchesOf(moments, { fromMs: 0, toMs: 36 * MINUTE })).toEqual([
    { fromMs: 0, toMs: 10 * MINUTE },
    { fromMs: 30 * MINUTE, toMs: 36 * MINUTE },
  ]);
  expect(watchesOf([20 * MINUTE, 24 * MINUTE], { fromMs: 0, toMs: 90 * MINUTE })).toEqual([
    { fromMs: 20 * MINUTE, toMs: 24 * MINUTE },
  ]);
});
