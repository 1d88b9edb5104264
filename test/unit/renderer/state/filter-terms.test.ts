import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTerms } from '../../../../renderer/filter/parse-terms.ts';
import { filterMoment, filterTerm } from '../../../../renderer/state/filter-terms.ts';

test('whatever a value holds comes back from its term', () => {
  const value = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !text.includes('"') && text.trim() !== '');
  fc.assert(
    fc.property(value, (text) => {
      expect(parseTerms(filterTerm('site', text), ['site'])).toMatchObject([{ values: [text.trim().toLowerCase()] }]);
    }),
  );
});

test('a moment is an age or a time; anything else is none', () => {
  const now = Date.UTC(2026, 10, 28, 12);
  expect(filterMoment('90m', now)).toBe(now - 5_400_000);
  expect(filterMoment('24h', now)).toBe(now - 86_400_000);
  expect(filterMoment('7d', now)).toBe(now - 7 * 86_400_000);
  expect(filterMoment('2026-11-28T06:00:00Z', now)).toBe(Date.UTC(2026, 10, 28, 6));
  expect(filterMoment('2026-11-28t06:00:00z', now)).toBe(Date.UTC(2026, 10, 28, 6));
  expect(filterMoment('yesterday', now)).toBeNull();
});
