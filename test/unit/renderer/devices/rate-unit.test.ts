import { expect, test } from 'vitest';
import { rateUnit } from '../../../../renderer/devices/rate-unit.ts';

test('one unit and the same decimals for the whole column', () => {
  const unit = rateUnit([12_400_000_000, 310_000_000, null, undefined]);
  expect(unit.name).toBe('Gbit/s');
  expect([12_400_000_000, 310_000_000].map(unit.format)).toEqual(['12.40', '0.31']);
});

test('nothing known still has a unit', () => {
  expect(rateUnit([null]).name).toBe('kbit/s');
});
