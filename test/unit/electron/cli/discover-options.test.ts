import { expect, test } from 'vitest';
import { discoverTargets } from '../../../../electron/cli/discover-options.ts';

test.each([
  [['10.0.0.1'], [], { seeds: ['10.0.0.1'], allow: [] }],
  [
    ['10.0.0.0/24', '2001:db8::1'],
    ['10.0.0.0/8', '2001:db8::/32'],
    { seeds: ['10.0.0.0/24', '2001:db8::1'], allow: ['10.0.0.0/8', '2001:db8::/32'] },
  ],
  [['10.0.0.1'], ['10.0.0.0/8,10.9.0.1'], { seeds: ['10.0.0.1'], allow: ['10.0.0.0/8', '10.9.0.1/32'] }],
  [[], ['10.0.0.0/8', '10.0.0.1', '10.0.0.2'], { seeds: ['10.0.0.1', '10.0.0.2'], allow: ['10.0.0.0/8'] }],
  [['fe80::1'], ['fe80::1'], { seeds: ['fe80::1'], allow: ['fe80::1/128'] }],
])('seeds %j with --allow %j', (seeds, allow, expected) => {
  expect(discoverTargets(seeds, allow)).toEqual(expected);
});

test.each([
  [[], []],
  [[], ['10.0.0.0/8']],
  [['r1.example'], []],
  [['10.0.0.1; reboot'], []],
  [['-f'], []],
  [['10.1'], []],
  [['10.0.0.1'], ['everywhere']],
  [['10.0.0.1/33'], []],
])('seeds %j with --allow %j are wrong usage', (seeds, allow) => {
  expect(() => discoverTargets(seeds, allow)).toThrow(/seed|range|address/);
});
