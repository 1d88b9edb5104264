import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisUnit } from '../../../../renderer/graphs/axis-units.ts';
import { axisLabels, roundStep, valueAxis } from '../../../../renderer/graphs/value-axis.ts';

describe('units', () => {
  test('one unit for all labels, the largest that keeps the highest value at 1 or more', () => {
    expect(axisUnit('bits', 999)).toEqual({ divisor: 1, name: 'bit/s', short: '' });
    expect(axisUnit('bits', 24.3e9)).toEqual({ divisor: 1e9, name: 'Gbit/s', short: 'G' });
    expect(axisUnit('packets', 31_600).name).toBe('k packets/s');
    expect(axisUnit('percent', 4000).divisor).toBe(1);
  });
});

describe('axis', () => {
  test('begins at 0 and ends on round numbers on both sides', () => {
    const axis = valueAxis(16e9, 24.3e9, 5);
    expect(axis).toMatchObject({ min: -30e9, max: 20e9, stepValue: 10e9 });
    expect(axisLabels(axis, axisUnit('bits', 24.3e9), false)).toEqual(['30', '20', '10', '0', '10', '20']);
  });

  test('nothing measured gives an axis all the same', () => {
    expect(valueAxis(0, 0, 5)).toEqual({ min: -1, max: 1, splits: [-1, 0, 1], stepValue: 1 });
    expect(valueAxis(0, null, 5).min).toBe(0);
  });

  test('labels have the same decimals, no minus, and in narrow graphs their unit', () => {
    const axis = valueAxis(0.9e6, 0.4e6, 6);
    const labels = axisLabels(axis, axisUnit('bits', 1e6), true);
    expect(labels.filter((label) => label !== '0').every((label) => /^\d\.\d\d M$/.test(label))).toBe(true);
  });

  test('holds every value, without more lines than asked for plus the two ends', () => {
    const positive = fc.double({ min: 1e-3, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(positive, positive, fc.integer({ min: 2, max: 12 }), (up, down, lines) => {
        const axis = valueAxis(up, down, lines);
        expect(axis.max).toBeGreaterThanOrEqual(up);
        expect(-axis.min).toBeGreaterThanOrEqual(down);
        expect(axis.splits.length).toBeLessThanOrEqual(lines + 3);
        expect(axis.splits).toContain(0);
      }),
    );
  });

  test('steps are 1, 2, 2.5 or 5 times a power of ten', () => {
    expect([0.11, 0.3, 1, 1.1, 2.1, 2.6, 7, 11].map(roundStep)).toEqual([0.2, 0.5, 1, 2, 2.5, 5, 10, 20]);
  });
});
