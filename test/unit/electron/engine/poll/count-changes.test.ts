import { expect, test } from 'vitest';
import { countChanges } from '../../../../../electron/engine/poll/count-changes.ts';

test('lines that are new and lines that are gone are counted, a changed one as both', () => {
  expect(countChanges('a\nb\nc', 'a\nB\nc\nd')).toEqual({ added: 2, removed: 1 });
  expect(countChanges('a\nb', 'a\nb')).toEqual({ added: 0, removed: 0 });
});

test('a line that moved is gone in one place and new in the other', () => {
  expect(countChanges('a\nb\nc\nd', 'b\nc\nd\na')).toEqual({ added: 1, removed: 1 });
});

test('two that have nothing in common are counted without taking for ever', () => {
  const lines = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word} ${index}`).join('\n');
  expect(countChanges(lines('a'), lines('b'))).toEqual({ added: 20_000, removed: 20_000 });
});
