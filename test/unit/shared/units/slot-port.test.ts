import { expect, test } from 'vitest';
import { slotAndPort } from '../../../../shared/units/slot-port.ts';

test.each([
  ['1/23', '1/23'],
  ['1/22/1', '1/22/1'],
  ['2:7', '2/7'],
  ['Port 1/3', '1/3'],
  ['ifc24 (Slot: 1 Port: 24)', '1/24'],
  ['Nortel Ethernet Routing Switch 4550T-PWR Module - Unit 1 Port 24', '1/24'],
  ['Slot 0, Port 5', '0/5'],
  ['GigabitEthernet1/0/1', null],
  ['ge-0/0/1', null],
  ['1/1.100', null],
  ['lo', null],
  ['', null],
  [null, null],
])('%s sits at %s', (text, wanted) => {
  expect(slotAndPort(text)).toBe(wanted);
});
