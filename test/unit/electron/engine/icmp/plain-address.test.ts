import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainAddress } from '../../../../../electron/engine/icmp/plain-address.ts';

test.each([
  ['10.0.0.1', '10.0.0.1', 4],
  ['2001:DB8:0:0::1', '2001:db8::1', 6],
  ['::ffff:10.0.0.1', '10.0.0.1', 4],
  ['fe80::1%eth0', 'fe80::1%eth0', 6],
])('%s becomes %s', (given, text, family) => {
  expect(plainAddress(given)).toEqual({ given, text, family });
});

test.each([
  '',
  'router',
  '-c',
  '127.1',
  '0x7f.0.0.1',
  '2130706433',
  '1.2.3.4 -f',
  '::1 -f',
  '::1\n',
  'fe80::1%a;b',
  '1.2.3.256',
])('%j is refused', (given) => {
  expect(plainAddress(given)).toBeNull();
});

test('nothing but digits, colons, dots and a zone ever comes out', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.ipV4(),
        fc.ipV6(),
        fc.ipV6().map((a) => `${a}%en0`),
      ),
      (given) => {
        const text = plainAddress(given)?.text;
        if (text !== undefined) expect(text).toMatch(/^[0-9a-f.:]+(%[0-9a-z]+)?$/i);
      },
    ),
  );
});
