import { expect, test } from 'vitest';
import { findLines } from '../../../../../../electron/engine/store/reads/find-lines.ts';

test('lines are found whatever their case, numbered from 1', () => {
  expect(findLines('hostname r1\nntp server 10.0.0.1\nNTP source Lo0', 'Ntp')).toEqual({
    lines: [
      { line: 2, text: 'ntp server 10.0.0.1' },
      { line: 3, text: 'NTP source Lo0' },
    ],
    count: 2,
  });
});

test('all are counted, and the first twenty shown', () => {
  const { lines, count } = findLines('vlan 1\n'.repeat(50), 'vlan');
  expect([lines.length, count]).toEqual([20, 50]);
});

test('a long line is cut so that what was looked for is in sight', () => {
  const [found] = findLines(`${'x'.repeat(5000)}needle${'y'.repeat(5000)}`, 'needle').lines;
  expect(found?.text).toHaveLength(300);
  expect(found?.text).toContain('needle');
});

test('a text with signs of a pattern is only a text', () => {
  expect(findLines('a.c\nabc', 'a.c').count).toBe(1);
});
