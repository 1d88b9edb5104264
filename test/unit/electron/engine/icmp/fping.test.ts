import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dealOut, planFping } from '../../../../../electron/engine/icmp/fping-plan.ts';
import { parseFping } from '../../../../../electron/engine/icmp/parse-fping.ts';

// What fping 5.1 wrote to its error stream, targets in a namespace with nft rules.
const WRITTEN = `ICMP Unreachable (Communication Administratively Prohibited) from 127.0.0.67 for ICMP Echo sent to 127.0.0.67
ICMP Host Unreachable from 10.0.0.254 for ICMP Echo sent to 10.0.0.9

127.0.0.1   : 0.053 - 0.043
127.0.0.67  : - - -
10.0.0.9    : - - -
2001:db8::1 : 12.5 1234 7
`;

test('summaries and ICMP errors of fping are read', () => {
  expect([...parseFping(WRITTEN)]).toEqual([
    ['127.0.0.1', { probes: [0.053, null, 0.043], note: null }],
    [
      '127.0.0.67',
      {
        probes: [null, null, null],
        note: 'ICMP Unreachable (Communication Administratively Prohibited) from 127.0.0.67',
      },
    ],
    ['10.0.0.9', { probes: [null, null, null], note: 'ICMP Host Unreachable from 10.0.0.254' }],
    ['2001:db8::1', { probes: [12.5, 1234, 7], note: null }],
  ]);
});

test('any other text is no answer', () => {
  expect(parseFping("fping: can't create socket (must run as root?)\n").size).toBe(0);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseFping(text)));
});

test('a run of any size ends within its time and sends at most a packet a millisecond a process', () => {
  const numbers = fc.tuple(
    fc.integer({ min: 1, max: 4000 }),
    fc.integer({ min: 1, max: 10 }),
    fc.integer({ min: 1000, max: 60_000 }),
  );
  fc.assert(
    fc.property(numbers, ([targets, count, withinMs]) => {
      const plan = planFping(targets, count, withinMs);
      const share = planFping(Math.ceil(targets / plan.processes), count, withinMs);
      expect(share.periodMs * count + share.timeoutMs).toBeLessThanOrEqual(withinMs + 1);
      expect(share.spacingMs).toBeGreaterThanOrEqual(1);
      expect(plan.processes).toBeLessThanOrEqual(4);
    }),
  );
});

test('dealing out loses and doubles nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 6 }), (items, parts) => {
      const shares = dealOut(items, parts);
      expect(shares.every((share) => share.length > 0)).toBe(true);
      expect(shares.flat().sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
    }),
  );
});
