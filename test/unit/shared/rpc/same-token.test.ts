import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameToken } from '../../../../shared/rpc/same-token.ts';

test('two tokens are the same exactly when their text is', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => sameToken(a, b) === (a === b)));
  fc.assert(fc.property(fc.string(), (a) => sameToken(a, a)));
});

test.each([
  ['secret', ''],
  ['secret', 'secretsecret'],
  ['secret', 'secre'],
  ['', 'x'],
])('"%s" is not "%s"', (expected, given) => {
  expect(sameToken(expected, given)).toBe(false);
});
