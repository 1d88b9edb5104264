import { beforeEach, expect, test } from 'vitest';
import { endThatShows, stepMs, usePlayhead } from '../../../../renderer/state/playhead.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const shown = () => usePlayhead.getState();

beforeEach(() => usePlayhead.setState({ atMs: null, playing: false, spanMs: 6 * HOUR, endMs: null, speed: 1 }));

test('a moment inside the stretch leaves it where it is; one outside takes the stretch along', () => {
  const now = Date.now();
  expect(endThatShows({ spanMs: HOUR, endMs: null }, now - 30 * MINUTE, now)).toBeNull();
  const end = endThatShows({ spanMs: HOUR, endMs: null }, now - 5 * HOUR, now);
  expect(end).toBe(now - 5 * HOUR + 0.6 * HOUR);
  expect(endThatShows({ spanMs: HOUR, endMs: now - 5 * HOUR }, now - 10 * MINUTE, now)).toBeNull();
});

test('a step is round and grows with the stretch', () => {
  expect([15 * MINUTE, HOUR, 6 * HOUR, 24 * HOUR].map((span) => stepMs(span) / 1000)).toEqual([30, 60, 300, 1800]);
});

test('stepping goes back from now, and on to now again', () => {
  shown().step(1);
  expect(shown().atMs).toBeNull();
  shown().step(-2);
  expect(Date.now() - (shown().atMs ?? 0)).toBeGreaterThanOrEqual(600_000);
  shown().step(1);
  expect(shown().atMs).not.toBeNull();
  shown().step(2);
  expect(shown().atMs).toBeNull();
});

test('play begins with the stretch shown when nothing else is, and the future is now', () => {
  shown().setPlaying(true);
  expect(shown().playing).toBe(true);
  expect(Math.abs(Date.now() - 6 * HOUR - (shown().atMs ?? 0))).toBeLessThan(5000);
  shown().goToMoment(Date.now() + HOUR);
  expect(shown()).toMatchObject({ atMs: null, playing: false });
});
