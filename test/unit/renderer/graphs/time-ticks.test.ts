import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeLabel, timeTicks } from '../../../../renderer/graphs/time-ticks.ts';

const HOUR = 3_600_000;
const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime();

test('six hours get a label each half hour where there is room', () => {
  const ticks = timeTicks(at(17, 10, 30), at(17, 16, 30), 1200, 90);
  expect(ticks.labelled.map(({ label }) => label).slice(0, 3)).toEqual(['10:30', '11:00', '11:30']);
  expect(ticks.majorMs).toContain(at(17, 11));
  expect(ticks.majorMs).not.toContain(at(17, 11, 30));
  expect(ticks.minorMs).toContain(at(17, 10, 45));
});

test('midnight is named by its day', () => {
  expect(timeLabel(at(18, 0), HOUR)).toBe('Wed 18 Nov');
  expect(timeLabel(at(18, 0), 7 * 24 * HOUR)).toBe('18 Nov');
  expect(timeLabel(at(17, 9, 5), HOUR)).toBe('09:05');
  expect(timeLabel(at(17, 9, 5), 10_000)).toBe('09:05:00');
});

test('labels never stand closer than asked for', () => {
  const minute = fc.integer({ min: 5, max: 90 * 24 * 60 });
  fc.assert(
    fc.property(minute, fc.integer({ min: 120, max: 3000 }), (minutes, width) => {
      const fromMs = at(1, 7, 13);
      const toMs = fromMs + minutes * 60_000;
      const xs = timeTicks(fromMs, toMs, width, 80).labelled.map(
        (tick) => ((tick.atMs - fromMs) / (toMs - fromMs)) * width,
      );
      xs.slice(1).forEach((x, index) => expect(x - (xs[index] ?? 0)).toBeGreaterThanOrEqual(79.9));
      expect(xs.every((x) => x >= 0 && x <= width)).toBe(true);
    }),
  );
});

test('no width, no ticks', () => {
  expect(timeTicks(0, HOUR, 0).labelled).toEqual([]);
});
