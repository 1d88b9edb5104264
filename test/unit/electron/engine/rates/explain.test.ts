import { expect, test } from 'vitest';
import { rateExplanation } from '../../../../../shared/contract/series.ts';
import { explainRates } from '../../../../../electron/engine/rates/explain.ts';
import { reading } from './reading.ts';

const context = { intervalMs: 60_000, restarted: false, speedBps: 1_000_000_000 };

test('an explanation shows both readings, the time and the arithmetic', () => {
  const explained = explainRates(
    { atMs: 1_000, reading: reading({ inOctets: 2n ** 60n }) },
    { atMs: 61_000, reading: reading({ inOctets: 2n ** 60n + 750n, monotonicMs: 60_000 }) },
    context,
  );
  for (const one of explained) expect(rateExplanation.parse(one)).toEqual(one);
  expect(explained[0]).toMatchObject({
    metric: 'inBps',
    counter: 'ifHCInOctets',
    previous: { atMs: 1_000, value: '1152921504606846976' },
    seconds: 60,
    rate: 100,
    quality: 'good',
    rule: '(B - A) x 8 / t: (1152921504606847726 - 1152921504606846976) x 8 / 60 s = 100',
  });
});

test('without a value it says why, and shows no arithmetic', () => {
  const [first] = explainRates(null, { atMs: 1, reading: reading() }, context);
  expect(first).toMatchObject({ previous: null, seconds: null, rate: null, quality: 'gap' });
  expect(first?.rule).toBe('no earlier reading to compare with');
});
