import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DAY_MS,
  decodeRolled,
  encodeRolled,
  HOUR_MS,
  mergeRolled,
  rollUp,
  SLOT_MS,
} from '../../../../../../electron/engine/store/samples/roll-up.ts';
import type { Samples } from '../../../../../../electron/engine/store/samples/samples.ts';

const START = 1_772_323_200_000;

const anySamples: fc.Arbitrary<Samples> = fc
  .uniqueArray(fc.integer({ min: 0, max: 3 * DAY_MS }), { minLength: 1, maxLength: 200 })
  .chain((offsets) => {
    const at = offsets.sort((a, b) => a - b).map((offset) => START + offset);
    const column = fc.array(fc.option(fc.integer({ min: 0, max: 1e12 }), { nil: null }), {
      minLength: at.length,
      maxLength: at.length,
    });
    const quality = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: at.length, maxLength: at.length });
    return fc.record({ at: fc.constant(at), quality, values: fc.array(column, { minLength: 2, maxLength: 2 }) });
  });

/** Written apart from the code under test, and as simply as can be. */
const naive = (samples: Samples, widthMs: number) => {
  const starts = [...new Set(samples.at.map((at) => at - (at % widthMs)))].sort((a, b) => a - b);
  return starts.map((start) => {
    const inside = samples.at.flatMap((at, index) => (at >= start && at < start + widthMs ? [index] : []));
    const metrics = samples.values.map((column) => {
      const known = inside.flatMap((index) => column[index] ?? []);
      return {
        min: known.length > 0 ? Math.min(...known) : null,
        max: known.length > 0 ? Math.max(...known) : null,
        sum: known.reduce((sum, value) => sum + value, 0),
        n: known.length,
      };
    });
    const suspects = inside.filter((index) => samples.quality[index] === 1).length;
    return { at: start, samples: inside.length, suspects, metrics };
  });
};

test('roll-ups are what a naive computation gives', () => {
  fc.assert(
    fc.property(anySamples, fc.constantFrom(SLOT_MS, HOUR_MS, DAY_MS), (samples, width) => {
      expect(rollUp(samples, width)).toEqual(naive(samples, width));
    }),
  );
});

test('rolling up in steps gives the same as rolling up at once', () => {
  fc.assert(
    fc.property(anySamples, (samples) => {
      const hours = mergeRolled(rollUp(samples, SLOT_MS), HOUR_MS);
      expect(hours).toEqual(rollUp(samples, HOUR_MS));
      expect(mergeRolled(hours, DAY_MS)).toEqual(rollUp(samples, DAY_MS));
    }),
  );
});

test('a roll-up survives its way to a row and back', () => {
  fc.assert(
    fc.property(anySamples, (samples) => {
      const rolled = rollUp(samples, HOUR_MS);
      expect(rolled.map(encodeRolled).map(decodeRolled)).toEqual(rolled);
    }),
  );
});
