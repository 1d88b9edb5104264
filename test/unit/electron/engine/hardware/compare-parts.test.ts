import { expect, test } from 'vitest';
import type { DevicePart } from '../../../../../shared/contract/hardware.ts';
import { compareParts } from '../../../../../electron/engine/hardware/compare-parts.ts';

const part = (index: number, name: string, serial: string | null, more: Partial<DevicePart> = {}): DevicePart => ({
  index,
  parent: index === 1 ? null : 1,
  class: 'module',
  name,
  description: null,
  position: null,
  hardware: null,
  firmware: null,
  software: null,
  serial,
  manufacturer: null,
  model: 'C9K',
  replaceable: null,
  health: 'unknown',
  interfaceId: null,
  ...more,
});
const CHASSIS = part(1, 'Chassis', 'CH1');

test('a part with another serial number in the same place was replaced, whatever its index is now', () => {
  expect(compareParts([CHASSIS, part(5, 'PSU 1', 'A')], [CHASSIS, part(9, 'PSU 1', 'B')])).toEqual([
    'PSU 1 was replaced: C9K, serial A before, C9K, serial B now',
  ]);
});

test('parts that come and go are told; what has neither model nor serial number is no part', () => {
  const slot = part(7, 'Slot 3', null, { model: null });
  expect(compareParts([CHASSIS, part(5, 'Card 1', 'A')], [CHASSIS, part(6, 'Card 2', 'B'), slot])).toEqual([
    'Card 2 was put in: C9K, serial B',
    'Card 1 is gone: C9K, serial A',
  ]);
});

test('a serial number that the device did not tell before is no replacement', () => {
  expect(compareParts([CHASSIS, part(5, 'PSU 1', null)], [CHASSIS, part(5, 'PSU 1', 'B')])).toEqual([]);
});

test('a first reading, and one that brought nothing, change nothing', () => {
  expect(compareParts([], [CHASSIS])).toEqual([]);
  expect(compareParts([CHASSIS], [])).toEqual([]);
});

test('another serial number of a chassis that stands alone is told with the identity of the device', () => {
  const chassis = (serial: string) => part(1, 'Chassis', serial, { class: 'chassis' });
  expect(compareParts([chassis('A')], [chassis('B')])).toEqual([]);
});

test('new names for everything are told once', () => {
  const many = (prefix: string): DevicePart[] =>
    Array.from({ length: 20 }, (_, at) => part(at + 2, `${prefix} ${at}`, `S${at}`));
  expect(compareParts(many('old'), many('new'))).toEqual([
    '40 of its parts have other names or serial numbers than before',
  ]);
});
