import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTooSoon, rateOf } from '../../../../../electron/engine/rates/counter-rate.ts';
import { METRIC_SOURCES } from '../../../../../electron/engine/rates/rate.ts';
import { overallQuality, sampleOf } from '../../../../../electron/engine/rates/sample-of.ts';
import { reading } from './reading.ts';

const GIGABIT = 1_000_000_000;
const context = { intervalMs: 60_000, restarted: false, speedBps: GIGABIT };
const later = (change: Parameters<typeof reading>[0] = {}) => reading({ monotonicMs: 60_000, ...change });

describe('a rate between two readings', () => {
  test('octets become bits a second over the monotonic time', () => {
    const rates = rateOf(reading(), later({ inOctets: 750_000_000n, outPackets: 6_000n, inErrors: 30n }), context);
    expect(rates.inBps).toMatchObject({ value: 100_000_000, quality: 'good' });
    expect(rates.outPps.value).toBe(100);
    expect(rates.inErrors.value).toBe(0.5);
  });

  test('a true zero is zero and good', () => {
    expect(rateOf(reading(), later(), context).inBps).toMatchObject({ value: 0, quality: 'good' });
  });

  test('without an earlier reading there is a gap', () => {
    expect(rateOf(null, later(), context).inBps).toMatchObject({ value: null, quality: 'gap' });
  });

  test('three intervals are bridged, more are a gap', () => {
    expect(rateOf(reading(), reading({ monotonicMs: 180_000 }), context).inBps.quality).toBe('good');
    expect(rateOf(reading(), reading({ monotonicMs: 180_001 }), context).inBps.quality).toBe('gap');
  });

  test('no time between two readings is a gap, not a division by zero', () => {
    expect(rateOf(reading(), reading({ inOctets: 9n }), context).inBps).toMatchObject({ value: null, quality: 'gap' });
  });

  test('a restart resets every counter', () => {
    const rates = rateOf(reading(), later({ inOctets: 100n }), { ...context, restarted: true });
    for (const { metric } of METRIC_SOURCES) expect(rates[metric]).toMatchObject({ value: null, quality: 'reset' });
  });

  test('a changed discontinuity time resets, one that became zero does not', () => {
    const at = (discontinuity: number | null) =>
      rateOf(reading({ discontinuity: 5 }), later({ discontinuity }), context);
    expect(at(6).inBps.quality).toBe('reset');
    expect(at(5).inBps.quality).toBe('good');
    expect(at(0).inBps.quality).toBe('good');
    expect(at(null).inBps.quality).toBe('good');
  });

  test('a number that moved to another interface resets', () => {
    expect(rateOf(reading(), later({ name: 'eth1' }), context).inBps.quality).toBe('reset');
    expect(rateOf(reading(), later({ ifIndex: 2 }), context).inBps.quality).toBe('reset');
  });

  test('a 64-bit counter that decreased was reset, and takes its siblings along', () => {
    const rates = rateOf(reading({ inOctets: 10n, inErrors: 1n }), later({ inOctets: 9n, inErrors: 5n }), context);
    expect(rates.inBps.quality).toBe('reset');
    expect(rates.inErrors).toMatchObject({ value: null, quality: 'reset' });
  });

  test('discards that decrease reset nothing but themselves', () => {
    const rates = rateOf(reading({ inDiscards: 9n }), later({ inDiscards: 1n, inOctets: 75n }), context);
    expect(rates.inDiscards).toMatchObject({ value: null, quality: 'reset' });
    expect(rates.inBps).toMatchObject({ value: 10, quality: 'good' });
  });

  test('what the device does not count is missing', () => {
    const rates = rateOf(reading(), later({ inErrors: null }), context);
    expect(rates.inErrors).toMatchObject({ value: null, quality: 'missing' });
    expect(rateOf(null, later({ inErrors: null }), context).inErrors.quality).toBe('missing');
  });

  test('more than 1.2 x the speed is kept and marked', () => {
    const over = rateOf(reading(), later({ inOctets: 9_100_000_000n }), context).inBps;
    expect(over.quality).toBe('suspect');
    expect(over.value).toBeGreaterThan(1.2 * GIGABIT);
    expect(rateOf(reading(), later({ inOctets: 8_900_000_000n }), context).inBps.quality).toBe('good');
    expect(rateOf(reading(), later({ inOctets: 9_100_000_000n }), { ...context, speedBps: null }).inBps.quality).toBe(
      'good',
    );
  });
});

describe('a 32-bit counter', () => {
  const narrow = (change: Parameters<typeof reading>[0]) => reading({ octetBits: 32, ...change });
  const slow = { ...context, speedBps: 100_000_000 };
  const top = 2n ** 32n;

  test('that wrapped once is counted on', () => {
    const rates = rateOf(narrow({ inOctets: top - 100n }), narrow({ inOctets: 650n, monotonicMs: 60_000 }), slow);
    expect(rates.inBps).toMatchObject({ value: 100, quality: 'good' });
    expect(rates.inBps.rule).toContain('wrapped');
  });

  test('that was reset is not taken for a wrap', () => {
    const rates = rateOf(narrow({ inOctets: 1_000_000n }), narrow({ inOctets: 500n, monotonicMs: 60_000 }), slow);
    expect(rates.inBps).toMatchObject({ value: null, quality: 'reset' });
  });

  test('is no wrap where two would fit between the polls, or where the speed is unknown', () => {
    const pair = [narrow({ inOctets: top - 1n }), narrow({ inOctets: 0n, monotonicMs: 60_000 })] as const;
    expect(rateOf(...pair, { ...context, speedBps: GIGABIT }).inBps.quality).toBe('reset');
    expect(rateOf(...pair, { ...context, speedBps: null }).inBps.quality).toBe('reset');
  });

  test('that may have wrapped unseen is suspect even when it rose', () => {
    expect(rateOf(narrow({}), narrow({ inOctets: 5n, monotonicMs: 60_000 }), context).inBps.quality).toBe('suspect');
  });

  test('that became a 64-bit one starts anew', () => {
    expect(rateOf(narrow({}), later({ inOctets: 5n }), context).inBps.quality).toBe('reset');
  });

  test('that stood above 2^32 was never one: reset, not a negative rate', () => {
    const pair = [narrow({ inOctets: 2n ** 40n }), narrow({ inOctets: 5n, monotonicMs: 60_000 })] as const;
    expect(rateOf(...pair, slow).inBps).toMatchObject({ value: null, quality: 'reset' });
  });

  test('of errors never wraps', () => {
    expect(rateOf(reading({ inErrors: top - 1n }), later({ inErrors: 5n }), context).inErrors.quality).toBe('reset');
  });

  test('property: any single true wrap below the speed is counted exactly', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: top - 1n }),
        fc.bigInt({ min: 0n, max: 700_000_000n }),
        (before, passed) => {
          const now = (before + passed) % top;
          const rates = rateOf(narrow({ inOctets: before }), narrow({ inOctets: now, monotonicMs: 60_000 }), slow);
          expect(rates.inBps.value).toBeCloseTo((Number(passed) * 8) / 60, 3);
          expect(rates.inBps.quality).toBe('good');
        },
      ),
    );
  });
});

const counter = fc.option(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { nil: null });
const anyReading = fc
  .record({
    inOctets: counter,
    outOctets: counter,
    inPackets: counter,
    outPackets: counter,
    inErrors: counter,
    outErrors: counter,
    inDiscards: counter,
    outDiscards: counter,
    octetBits: fc.constantFrom(32 as const, 64 as const),
    packetBits: fc.constantFrom(32 as const, 64 as const),
    monotonicMs: fc.integer({ min: 0, max: 1_000_000 }),
    discontinuity: fc.option(fc.nat(10), { nil: null }),
    ifIndex: fc.integer({ min: 1, max: 2 }),
  })
  .map(reading);

describe('whatever a device says', () => {
  test('property: a value is finite and not negative, and null exactly when the quality gives no value', () => {
    fc.assert(
      fc.property(anyReading, anyReading, fc.boolean(), (previous, current, restarted) => {
        const rates = rateOf(previous, current, { ...context, restarted });
        for (const { metric } of METRIC_SOURCES) {
          const { value, quality } = rates[metric];
          expect(value === null).toBe(quality === 'gap' || quality === 'reset' || quality === 'missing');
          if (value !== null) expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('property: a counter that only rises, well within the speed, gives exactly its difference', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 60n }),
        fc.nat(7_000_000_000),
        fc.integer({ min: 60_000, max: 180_000 }),
        (from, by, ms) => {
          const rates = rateOf(
            reading({ inOctets: from }),
            reading({ inOctets: from + BigInt(by), monotonicMs: ms }),
            context,
          );
          expect(rates.inBps).toMatchObject({ value: (by * 8) / (ms / 1000), quality: 'good' });
        },
      ),
    );
  });
});

test('a reading half a second after the last says nothing', () => {
  expect(isTooSoon(reading(), reading({ monotonicMs: 499 }))).toBe(true);
  expect(isTooSoon(reading(), reading({ monotonicMs: 500 }))).toBe(false);
});

describe('the quality of a whole row', () => {
  test('is that of its traffic, not of errors that the device does not count', () => {
    const rates = rateOf(reading({ inErrors: null }), later({ inErrors: null, inOctets: 750n }), context);
    expect(overallQuality(rates)).toBe('good');
    expect(sampleOf(7, 123, rates)).toMatchObject({
      interfaceId: 7,
      atMs: 123,
      quality: 'good',
      inBps: 100,
      inErrors: null,
    });
  });

  test('says why there is no value at all', () => {
    expect(overallQuality(rateOf(null, later(), context))).toBe('gap');
    expect(overallQuality(rateOf(reading(), later(), { ...context, restarted: true }))).toBe('reset');
  });
});
