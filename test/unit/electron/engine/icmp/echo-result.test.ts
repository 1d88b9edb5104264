import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { echoResult, notAsked } from '../../../../../electron/engine/icmp/echo-result.ts';

test('round trips, loss and jitter of one address', () => {
  expect(echoResult('10.0.0.1', [1, null, 3, 2], 'a note')).toEqual({
    address: '10.0.0.1',
    sent: 4,
    received: 3,
    rttMinMs: 1,
    rttAvgMs: 2,
    rttMaxMs: 3,
    jitterMs: 1.5,
    note: 'a note',
  });
});

test('one round trip has no jitter: unknown, not zero', () => {
  expect(echoResult('10.0.0.1', [7], null)).toMatchObject({ rttAvgMs: 7, jitterMs: null });
});

test('silence has no round trip, and what was not asked has no loss', () => {
  expect(echoResult('10.0.0.1', [null, null], null)).toMatchObject({ sent: 2, received: 0, rttAvgMs: null });
  expect(notAsked('10.0.0.1', 'cancelled')).toMatchObject({ sent: 0, received: 0, rttMinMs: null, note: 'cancelled' });
});

test('the average lies between the least and the most, and jitter is at most their distance', () => {
  const probe = fc.option(fc.double({ min: 0.01, max: 5000, noNaN: true }), { nil: null });
  fc.assert(
    fc.property(fc.array(probe, { maxLength: 50 }), (probes) => {
      const result = echoResult('::1', probes, null);
      expect(result.received).toBe(probes.filter((rtt) => rtt !== null).length);
      if (result.rttAvgMs === null || result.rttMinMs === null || result.rttMaxMs === null) return;
      expect(result.rttAvgMs).toBeGreaterThanOrEqual(result.rttMinMs - 0.001);
      expect(result.rttAvgMs).toBeLessThanOrEqual(result.rttMaxMs + 0.001);
      expect(result.jitterMs ?? 0).toBeLessThanOrEqual(result.rttMaxMs - result.rttMinMs + 0.001);
    }),
  );
});
