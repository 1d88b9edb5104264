import { describe, expect, test } from 'vitest';
import { figuresOf, soloed, toggled } from '../../../../renderer/graphs/graph-content.ts';
import { percentileLevels } from '../../../../renderer/graphs/percentile-levels.ts';

describe('figures', () => {
  test('are those of known values', () => {
    expect(figuresOf([2, null, 4, null], [3, null, 9, null])).toEqual({ last: 4, mean: 3, max: 9 });
    expect(figuresOf([null], [null])).toEqual({ last: null, mean: null, max: null });
    expect(figuresOf([0, 0], [0, 0])).toEqual({ last: 0, mean: 0, max: 0 });
  });
});

describe('lines', () => {
  const all = ['out', 'in'];

  test('are switched off and on; the last one stays', () => {
    const one = toggled(new Set(), 'out', all);
    expect([...one]).toEqual(['out']);
    expect(toggled(one, 'in', all)).toBe(one);
    expect([...toggled(one, 'out', all)]).toEqual([]);
  });

  test('are looked at alone, and together again', () => {
    const alone = soloed(new Set(), 'in', all);
    expect([...alone]).toEqual(['out']);
    expect([...soloed(alone, 'in', all)]).toEqual([]);
    expect([...soloed(alone, 'out', all)]).toEqual(['in']);
  });
});

describe('the 95th percentile', () => {
  const format = (value: number | null) => `${value}`;
  const texts = (choice: Parameters<typeof percentileLevels>[1], out: number | null = 3, into: number | null = 5) =>
    percentileLevels({ out, in: into }, choice, format).map(({ text, value }) => `${text} at ${value}`);

  test('is drawn as chosen', () => {
    expect(texts('both')).toEqual(['p95 out 3 at 3', 'p95 in 5 at -5']);
    expect(texts('out')).toEqual(['p95 out 3 at 3']);
    expect(texts('in')).toEqual(['p95 in 5 at -5']);
    expect(texts('larger')).toEqual(['p95 larger, in 5 at -5']);
    expect(texts('none')).toEqual([]);
  });

  test('of which the larger is not known while one is unknown', () => {
    expect(texts('larger', null)).toEqual([]);
    expect(texts('both', null, 0)).toEqual([]);
  });
});
