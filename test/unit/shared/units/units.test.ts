import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBits, formatPackets, formatSpeed } from '../../../../shared/units/bits.ts';
import { formatBytes } from '../../../../shared/units/bytes.ts';
import { formatAge, formatDuration } from '../../../../shared/units/durations.ts';
import { normaliseMac } from '../../../../shared/units/mac.ts';
import { compareOids, isUnder } from '../../../../shared/units/oid.ts';
import { formatPercent, useOf } from '../../../../shared/units/percent.ts';
import { comparePorts } from '../../../../shared/units/port-order.ts';

describe('values as text', () => {
  test.each([
    [71_812_345_678, '71.8 Gbit/s'],
    [718_000_000, '718 Mbit/s'],
    [7_180_000, '7.18 Mbit/s'],
    [999_600, '1.00 Mbit/s'],
    [999_400, '999 kbit/s'],
    [0, '0 bit/s'],
    [512, '512 bit/s'],
    [0.5, '0.500 bit/s'],
    [-71_800, '\u221271.8 kbit/s'],
    [9_996_000, '10.0 Mbit/s'],
    [null, 'unknown'],
  ])('%s bit/s is %s', (value, text) => expect(formatBits(value)).toBe(text));

  test.each([
    [10_000_000_000, '10 G'],
    [2_500_000_000, '2.5 G'],
    [100_000_000, '100 M'],
    [null, 'unknown'],
  ])('speed %s is %s', (value, text) => expect(formatSpeed(value)).toBe(text));

  test.each([
    [34.2, '34 %'],
    [9.96, '10 %'],
    [9.94, '9.9 %'],
    [0.42, '0.42 %'],
    [0, '0 %'],
    [100, '100 %'],
    [-0.001, '\u22120.001 %'],
    [null, 'unknown'],
  ])('%s percent is %s', (value, text) => expect(formatPercent(value)).toBe(text));

  test('packets and bytes have their own units', () => {
    expect(formatPackets(14_880)).toBe('14.9 k packets/s');
    expect(formatBytes(1536)).toBe('1.50 KiB');
    expect(formatBytes(null)).toBe('unknown');
  });

  test('use is unknown where rate or speed is', () => {
    expect(useOf(50, 200)).toBe(25);
    expect(useOf(null, 200)).toBeNull();
    expect(useOf(50, null)).toBeNull();
    expect(useOf(50, 0)).toBeNull();
  });

  test.each([
    [24 * 60_000, '24 min'],
    [103 * 60_000, '1 h 43 min'],
    [2 * 3_600_000, '2 h'],
    [76 * 3_600_000, '3 d 4 h'],
    [12_900, '12 s'],
    [-5, '0 s'],
    [null, 'unknown'],
  ])('an age of %s ms is %s', (value, text) => expect(formatAge(value)).toBe(text));

  test.each([
    [0.42, '0.420 ms'],
    [187.2, '187 ms'],
    [4_200, '4.20 s'],
    [72_000, '1 min 12 s'],
    [null, 'unknown'],
  ])('a duration of %s ms is %s', (value, text) => expect(formatDuration(value)).toBe(text));

  test('property: no rate is ever shown with four digits before its unit, except in the largest', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e17, noNaN: true }), (value) => {
        expect(formatBits(value)).toMatch(/^\d{1,3}(\.\d+)? /);
      }),
    );
  });
});

describe('MAC addresses', () => {
  test.each([
    ['AA-BB-CC-DD-EE-FF', 'aa:bb:cc:dd:ee:ff'],
    ['aabb.ccdd.eeff', 'aa:bb:cc:dd:ee:ff'],
    ['aabbccddeeff', 'aa:bb:cc:dd:ee:ff'],
    ['0xAABBCCDDEEFF', 'aa:bb:cc:dd:ee:ff'],
    ['0:1:2:3:4:5', '00:01:02:03:04:05'],
    ['aa:bb:cc:dd:ee:ff:00:00', 'aa:bb:cc:dd:ee:ff'],
    ['aa:bb:cc:dd:ee:ff:00:01', 'aa:bb:cc:dd:ee:ff:00:01'],
    [' aa:bb:cc:dd:ee:ff\u0000', 'aa:bb:cc:dd:ee:ff'],
    ['aa:bb:cc', null],
    ['GigabitEthernet1', null],
    ['', null],
    [null, null],
  ])('%s becomes %s', (text, mac) => expect(normaliseMac(text)).toBe(mac));

  test('property: normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (bytes) => {
        const text = [...bytes].map((byte) => byte.toString(16)).join(':');
        const once = normaliseMac(text);
        expect(once).toMatch(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/);
        expect(normaliseMac(once)).toBe(once);
      }),
    );
  });
});

describe('order', () => {
  test('OIDs compare by number, a prefix first', () => {
    expect(['1.3.10', '1.3.9.1', '1.3', '.1.3.9'].toSorted(compareOids)).toEqual([
      '1.3',
      '.1.3.9',
      '1.3.9.1',
      '1.3.10',
    ]);
    expect(isUnder('1.3.61', '1.3.6')).toBe(false);
    expect(isUnder('.1.3.6.1', '1.3.6')).toBe(true);
  });

  test('ports compare as people count', () => {
    const ports = ['Gi1/0/10', 'Te1/1/1', 'Gi1/0/2', 'gi1/0/3', 'eth0', 'Gi1/0'];
    expect(ports.toSorted(comparePorts)).toEqual(['eth0', 'Gi1/0', 'Gi1/0/2', 'gi1/0/3', 'Gi1/0/10', 'Te1/1/1']);
  });

  test('property: the order of ports is total', () => {
    const name = fc.stringMatching(/^[A-Za-z]{0,2}[0-9]{0,3}(\/[0-9]{1,3})?$/);
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(comparePorts(a, b))).toBe(-Math.sign(comparePorts(b, a)) + 0);
        expect(comparePorts(a, b) === 0).toBe(a === b);
        if (comparePorts(a, b) <= 0 && comparePorts(b, c) <= 0) expect(comparePorts(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
