import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterMoment, filterTerm, parseFilter } from '../../../../renderer/state/filter-terms.ts';

const KNOWN = ['state', 'site'];
const read = (text: string): unknown => {
  const { fields, words } = parseFilter(text, KNOWN);
  return { ...Object.fromEntries(fields), words };
};

test('terms and words are told apart', () => {
  expect(read('state:down Cisco site:"Harbour north"')).toEqual({
    state: ['down'],
    site: ['Harbour north'],
    words: ['cisco'],
  });
});

test('several values of one field stand together', () => {
  expect(read('state:down state:unreachable')).toEqual({ state: ['down', 'unreachable'], words: [] });
});

test('what only looks like a term stays text: a MAC, an address with a scheme, a field nobody knows', () => {
  expect(read('10:b5:c7 https://x colour:red')).toEqual({ words: ['10:b5:c7', 'https://x', 'colour:red'] });
});

test('whatever a value holds comes back from its term', () => {
  const value = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !text.includes('"') && text.trim() !== '');
  fc.assert(
    fc.property(value, (text) => {
      expect(parseFilter(filterTerm('site', text), KNOWN).fields.get('site')).toEqual([text]);
    }),
  );
});

test('a moment is an age or a time; anything else is none', () => {
  const now = Date.UTC(2026, 10, 28, 12);
  expect(filterMoment('90m', now)).toBe(now - 5_400_000);
  expect(filterMoment('24h', now)).toBe(now - 86_400_000);
  expect(filterMoment('7d', now)).toBe(now - 7 * 86_400_000);
  expect(filterMoment('2026-11-28T06:00:00Z', now)).toBe(Date.UTC(2026, 10, 28, 6));
  expect(filterMoment('yesterday', now)).toBeNull();
});
