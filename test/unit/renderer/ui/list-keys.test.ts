import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextIndex } from '../../../../renderer/ui/list-keys.ts';

const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'];

test('never leaves the list', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...keys),
      fc.integer({ min: -1, max: 200 }),
      fc.integer({ min: 1, max: 200 }),
      (key, index, count) => {
        const next = nextIndex(key, Math.min(index, count - 1), count, 10);
        return next !== null && next >= 0 && next < count;
      },
    ),
  );
});

test('from nothing selected, down begins at the first and up at the last', () => {
  expect(nextIndex('ArrowDown', -1, 5, 10)).toBe(0);
  expect(nextIndex('ArrowUp', -1, 5, 10)).toBe(4);
});

test('leaves other keys and empty lists alone', () => {
  expect(nextIndex('a', 0, 5, 10)).toBeNull();
  expect(nextIndex('ArrowDown', -1, 0, 10)).toBeNull();
});
