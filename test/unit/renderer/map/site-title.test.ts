import { beforeAll, expect, test, vi } from 'vitest';
import { fitTitle } from '../../../../renderer/map/paint/site-title.ts';

// Every letter 10 px: a canvas is nothing that Node has.
vi.mock('../../../../renderer/map/live/text-width.ts', () => ({ measureText: (text: string) => text.length * 10 }));

const counts = [
  { state: 'up' as const, count: 47 },
  { state: 'down' as const, count: 1 },
  { state: 'degraded' as const, count: 2 },
];
let whole = 0;
beforeAll(() => {
  whole = fitTitle('Depot', counts, 1000).width;
});

test('a title with room tells every state', () => {
  expect(fitTitle('Depot', counts, whole)).toEqual({ name: 'Depot', counts, width: whole });
});

test('with less room what is up goes first, then the mildest', () => {
  const [, down, degraded] = counts;
  expect(fitTitle('Depot', counts, whole - 1).counts).toEqual([down, degraded]);
  expect(fitTitle('Depot', counts, whole - 60).counts).toEqual([down]);
});

test('a name that does not fit by itself is cut, never wider than its room', () => {
  const { name, counts: left, width } = fitTitle('Hospital South', counts, 80);
  expect(left).toEqual([]);
  expect(name).toMatch(/^Hosp.*…$/);
  expect(width).toBeLessThanOrEqual(80);
});
