/** Terms, what they match, what is suggested, who is to blame. */
import { describe, expect, test } from 'vitest';
import { blameTerms, withoutTerms } from '../../../../renderer/filter/blame-terms.ts';
import type { FilterSpec } from '../../../../renderer/filter/filter-spec.ts';
import { matchingRows } from '../../../../renderer/filter/match-terms.ts';
import { parseTerms } from '../../../../renderer/filter/parse-terms.ts';
import { joinFilter, lastPiece, splitFilter } from '../../../../renderer/filter/split-filter.ts';
import { suggestTerms } from '../../../../renderer/filter/suggest-terms.ts';
import { termWords } from '../../../../renderer/filter/term-words.ts';

interface Row {
  readonly name: string;
  readonly kind: string;
  readonly site: string | null;
  readonly cpu: number | null;
}

const rows: readonly Row[] = [
  { name: 'a', kind: 'switch', site: 'Old Mill', cpu: 12 },
  { name: 'b', kind: 'l3-switch', site: 'Riverside', cpu: 91.4 },
  { name: 'c', kind: 'router', site: 'Riverside', cpu: null },
  { name: 'd', kind: 'switch', site: null, cpu: 80 },
];

const names: Readonly<Record<string, string>> = { switch: 'Switch', 'l3-switch': 'L3 switch', router: 'Router' };

const spec: FilterSpec<Row> = {
  fields: [
    {
      id: 'kind',
      label: 'Kind',
      kind: 'text',
      of: (row) => row.kind,
      nameOf: (kind) => names[kind] ?? kind,
      offered: true,
    },
    { id: 'site', label: 'Site', kind: 'text', of: (row) => row.site, offered: true },
    { id: 'cpu', label: 'Processor', kind: 'number', of: (row) => row.cpu, hint: 'percent' },
  ],
  textOf: (row) => `${row.name} ${row.kind} ${row.site ?? ''}`.toLowerCase(),
};
const fields = ['kind', 'site', 'cpu'];
const found = (filter: string): string =>
  matchingRows(parseTerms(filter, fields), spec, rows)
    .map((row) => row.name)
    .join('');

describe('a filter', () => {
  test.each([
    ['', 'abcd'],
    ['riverside', 'bc'],
    ['RIVERSIDE router', 'c'],
    ['-riverside', 'ad'],
    ['kind:switch', 'ad'],
    ['kind:swi', 'abd'],
    ['kind:"L3 switch"', 'b'],
    ['kind:switch,router', 'acd'],
    ['kind:switch kind:router', 'acd'],
    ['-kind:switch -kind:router', 'b'],
    ['site:"Old Mill"', 'a'],
    ['site:river', 'bc'],
    ['site:none', 'd'],
    ['-site:none', 'abc'],
    ['cpu:>80', 'b'],
    ['cpu:<80', 'a'],
    ['cpu:91', 'b'],
    ['cpu:unknown', 'c'],
    ['-cpu:>80', 'acd'],
    ['kind:', 'abcd'],
    ['nofield:x', ''],
    ['"', 'abcd'],
    ['-', 'abcd'],
    [',', ''],
  ])('%s leaves %s', (filter, wanted) => {
    expect(found(filter)).toBe(wanted);
  });

  test('keeps a MAC, an IPv6 address and a URL as words', () => {
    const words = parseTerms('aa:bb:cc fe80::1 https://x', fields);
    expect(words.map((term) => term.kind)).toEqual(['word', 'word', 'word']);
    expect(words.map((term) => term.text)).toEqual(['aa:bb:cc', 'fe80::1', 'https://x']);
  });

  test('survives whatever is typed', () => {
    for (const text of [
      '"""',
      'site:"',
      'site:,,',
      '- -',
      ':',
      'cpu:>',
      'cpu:>>',
      'kind:"a"b"c',
      '\u0000'.repeat(50),
    ]) {
      expect(() => found(text)).not.toThrow();
    }
  });
});

describe('the filter box', () => {
  test('makes chips of finished terms and leaves the rest to be typed', () => {
    expect(splitFilter('kind:switch core site:"Old Mill"', fields)).toEqual({
      chips: ['kind:switch', 'site:"Old Mill"'],
      draft: 'core',
    });
    expect(splitFilter('site:"Old', fields)).toEqual({ chips: [], draft: 'site:"Old' });
    expect(splitFilter('kind:switch, core', fields).chips).toEqual([]);
    expect(joinFilter({ chips: ['kind:switch'], draft: ' core ' })).toBe('kind:switch core');
  });

  test('knows which piece is being typed', () => {
    expect(lastPiece('core kind:sw')).toBe('kind:sw');
    expect(lastPiece('core ')).toBe('');
    expect(lastPiece('site:"Old ')).toBe('site:"Old ');
  });

  test('says a term in words', () => {
    const words = (text: string): string => {
      const [term] = parseTerms(text, fields);
      return term?.kind === 'field' ? termWords(term, spec, rows) : '';
    };
    expect(words('kind:l3-switch,router')).toBe('Kind: L3 switch or Router');
    expect(words('-site:riverside')).toBe('not Site: Riverside');
    expect(words('cpu:>80')).toBe('Processor over 80');
  });
});

describe('suggestions', () => {
  const texts = (piece: string): readonly string[] => suggestTerms(piece, spec, rows).map(({ text }) => text);

  test('offer fields at the beginning of a piece, then values with how many rows they leave', () => {
    expect(texts('')).toEqual(['kind:', 'site:', 'cpu:']);
    expect(texts('proc')).toEqual(['cpu:']);
    expect(suggestTerms('kind:', spec, rows)[0]).toMatchObject({
      text: 'kind:switch',
      label: 'Kind: Switch',
      note: '2',
    });
  });

  test('offer values of any field from two letters on, quoted where they must be', () => {
    expect(texts('ol')).toEqual(['site:"Old Mill"']);
    expect(texts('o')).toEqual([]);
  });

  test('go on after a comma and a minus', () => {
    expect(texts('kind:switch,ro')).toEqual(['kind:switch,router']);
    expect(texts('-site:ri')).toEqual(['-site:Riverside']);
  });
});

describe('where nothing matches', () => {
  test('the term without which most is left is named first', () => {
    const terms = parseTerms('kind:switch site:riverside', fields);
    expect(found('kind:switch site:riverside')).toBe('');
    const blamed = blameTerms(terms, spec, rows).map(({ text, alone, without }) => ({ text, alone, without }));
    expect(blamed).toEqual([
      { text: 'kind:switch', alone: 2, without: 2 },
      { text: 'site:riverside', alone: 2, without: 2 },
    ]);
  });

  test('a term that nothing fits is told apart, and can be left out', () => {
    const terms = parseTerms('zzz kind:switch', fields);
    const [first] = blameTerms(terms, spec, rows);
    expect(first).toMatchObject({ text: 'zzz', alone: 0, without: 2 });
    expect(withoutTerms(terms, first?.terms ?? [])).toBe('kind:switch');
  });
});
