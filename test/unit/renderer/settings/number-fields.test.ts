import { expect, test } from 'vitest';
import { parseField, pollingFields } from '../../../../renderer/settings/number-fields.ts';

test('takes whole numbers inside the limits of the contract', () => {
  expect(parseField('icmpIntervalS', ' 10 ')).toEqual({ value: 10 });
  for (const wrong of ['', '-1', '1.5', 'ten', '0', '3601']) {
    expect(parseField('icmpIntervalS', wrong), wrong).toHaveProperty('problem');
  }
});

test('each field has words of its own', () => {
  expect(new Set(pollingFields.map(({ label }) => label)).size).toBe(pollingFields.length);
});
