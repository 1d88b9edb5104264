import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packSamples, unpackSamples } from '../../../../../../electron/engine/store/samples/pack-samples.ts';
import { LARGEST } from '../../../../../../electron/engine/store/samples/sample-kinds.ts';
import type { Samples } from '../../../../../../electron/engine/store/samples/samples.ts';

const value = fc.option(fc.integer({ min: -LARGEST, max: LARGEST }), { nil: null });

const anySamples: fc.Arbitrary<Samples> = fc
  .uniqueArray(fc.integer({ min: 0, max: 4_102_444_800_000 }), { maxLength: 80 })
  .chain((times) => {
    const column = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: times.length, maxLength: times.length });
    return fc.record({
      at: fc.constant(times.sort((a, b) => a - b)),
      quality: column(fc.integer({ min: 0, max: 4 })),
      values: fc.array(column(value), { minLength: 3, maxLength: 3 }),
    });
  });

test('what comes out is what went in', () => {
  fc.assert(
    fc.property(anySamples, (samples) => {
      expect(unpackSamples(packSamples(samples), 3)).toEqual(samples);
    }),
  );
});

test('a steady hour of 8 metrics takes less than a byte a value', () => {
  const at = Array.from({ length: 60 }, (_, minute) => 1_772_323_200_000 + minute * 60_000);
  const values = Array.from({ length: 8 }, (_, metric) => at.map(() => (metric < 2 ? 4_000_000 : 0)));
  const packed = packSamples({ at, quality: at.map(() => 0), values });
  expect(packed.length).toBeLessThan(480);
});

test('bytes of another format, and bytes that end early, are refused', () => {
  expect(() => unpackSamples(Uint8Array.of(9, 1, 2), 3)).toThrow('unknown format 9');
  const packed = packSamples({ at: [1, 2], quality: [0, 0], values: [[5, 6]] });
  expect(() => unpackSamples(packed, 7)).toThrow('end too early');
});
