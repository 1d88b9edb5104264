import { afterEach, beforeEach, expect, test } from 'vitest';
import { trendEdges } from '../../../../renderer/overview/trend-edges.ts';

const before = process.env['TZ'];
beforeEach(() => {
  process.env['TZ'] = 'UTC';
});
afterEach(() => {
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
});

const HOUR = 3_600_000;

test('a day is 24 whole hours, the last of which is not over', () => {
  const now = Date.UTC(2026, 10, 28, 12, 34);
  const edges = trendEdges('24 h', now);
  expect(edges).toHaveLength(25);
  expect(edges.at(-2)).toBe(Date.UTC(2026, 10, 28, 12));
  expect(edges.at(-1)).toBe(Date.UTC(2026, 10, 28, 13));
  expect(edges[0]).toBe(Date.UTC(2026, 10, 27, 13));
});

test('days are those of the reader, also when the clocks change: one has 23 hours', () => {
  process.env['TZ'] = 'Europe/Berlin';
  const edges = trendEdges('7 d', Date.UTC(2026, 2, 31, 12));
  const lengths = edges.slice(1).map((edge, index) => (edge - (edges[index] ?? 0)) / HOUR);
  expect(lengths).toEqual([24, 24, 24, 24, 23, 24, 24]);
});

test('a month has 30 days', () => {
  expect(trendEdges('30 d', Date.UTC(2026, 10, 28, 12))).toHaveLength(31);
});
