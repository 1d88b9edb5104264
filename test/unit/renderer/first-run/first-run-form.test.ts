import { expect, test } from 'vitest';
import { listOf, rangesProblem, startProblem } from '../../../../renderer/first-run/first-run-form.ts';

test('takes addresses and ranges, apart by commas, blanks or lines', () => {
  expect(listOf(' 10.0.0.1, 10.0.0.0/24\n2001:db8::1;')).toEqual(['10.0.0.1', '10.0.0.0/24', '2001:db8::1']);
  expect(startProblem('crawl', '10.0.0.1, 10.0.0.0/24')).toBeNull();
});

test('names the word that is wrong', () => {
  expect(startProblem('crawl', '10.0.0.1 core-1')).toContain('core-1');
  expect(startProblem('one', '10.0.0.0/24')).toContain('10.0.0.0/24');
  expect(startProblem('one', '10.0.0.1 10.0.0.2')).toContain('One address');
  expect(startProblem('sweep', '')).toContain('range');
  expect(rangesProblem('10.0.0.0/16 10.0.0.1')).toContain('10.0.0.1');
  expect(rangesProblem('')).toBeNull();
});
