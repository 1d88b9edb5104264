import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleSensor } from '../../../../../../electron/engine/snmp/decode/entity-sensors.ts';
import { inetAddress, isUsableAddress, prefixOfMask } from '../../../../../../electron/engine/snmp/decode/address.ts';
import { speedOf } from '../../../../../../electron/engine/snmp/decode/interfaces.ts';
import { macOf, parseMac } from '../../../../../../electron/engine/snmp/decode/mac.ts';
import { counterOf, numberInText, textOf, textOrHex } from '../../../../../../electron/engine/snmp/decode/octets.ts';

describe('text of devices', () => {
  it.each([
    ['valid UTF-8', Buffer.from('Zürich'), 'Zürich'],
    ['Latin-1', Buffer.from('Z\u00fcrich', 'latin1'), 'Zürich'],
    ['NULs behind', Buffer.from('sw1\0\0\0'), 'sw1'],
    ['escape sequences', Buffer.from('a\u001b[31mb\u0007'), 'a[31mb'],
    ['marks that turn the writing', Buffer.from('gpj.\u202eexe'), 'gpj.exe'],
    ['several lines', Buffer.from('one\r\ntwo'), 'one\r\ntwo'],
    ['blanks only', Buffer.from('  \0'), null],
    ['nothing', Buffer.alloc(0), null],
  ])('%s', (_, bytes, wanted) => {
    expect(textOf(bytes)).toBe(wanted);
  });

  it('is never more than it was, nor empty', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (octets) => {
        const text = textOf(Buffer.from(octets));
        // oxlint-disable-next-line no-control-regex
        if (text !== null) expect(text).toMatch(/^[^\u0000-\u0008\u000e-\u001f]+$/);
      }),
    );
  });

  it('is hexadecimal where it is no text', () => {
    expect(textOrHex(Buffer.from([0, 1, 2, 0xff]))).toBe('000102ff');
    expect(textOrHex(Buffer.from('ge-0/0/1\0'))).toBe('ge-0/0/1');
  });
});

describe('hardware addresses', () => {
  it.each(['AA-BB-CC-00-11-22', 'aabb.cc00.1122', 'aabbcc001122', 'aa:bb:cc:0:11:22', 'aa bb cc 00 11 22'])(
    '%s',
    (text) => {
      expect(parseMac(text)).toBe('aa:bb:cc:00:11:22');
      expect(macOf(Buffer.from(text))).toBe('aa:bb:cc:00:11:22');
    },
  );

  it('are six octets, also with zeros behind; all zeros is none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (octets) => {
        const zero = octets.every((octet) => octet === 0);
        const wanted = zero
          ? null
          : Buffer.from(octets)
              .toString('hex')
              .replaceAll(/..(?!$)/g, '$&:');
        expect(macOf(Buffer.from(octets))).toBe(wanted);
        expect(macOf(Buffer.from([...octets, 0, 0]))).toBe(wanted);
      }),
    );
  });

  it.each(['', 'Gi1/0/1', 'aabbcc00112', 'gg:bb:cc:00:11:22'])('not "%s"', (text) => {
    expect(parseMac(text)).toBeNull();
  });
});

describe('speeds', () => {
  it.each([
    ['a gigabit', 1_000_000_000, 1000, 1_000_000_000],
    ['ten gigabit with ifSpeed at its end', 4_294_967_295, 10_000, 10_000_000_000],
    ['ten gigabit with ifSpeed wrapped', 1_410_065_408, 10_000, 10_000_000_000],
    ['a modem, which ifHighSpeed cannot tell', 56_000, 0, 56_000],
    ['a T1, which ifHighSpeed rounds', 1_544_000, 2, 1_544_000],
    ['unknown', 0, 0, null],
    ['at its end, with nothing beside', 4_294_967_295, null, null],
    ['not told', null, null, null],
    ['ifHighSpeed in bits', null, 10_000_000_000, 10_000_000_000],
  ])('%s', (_, speed, highSpeed, wanted) => {
    expect(speedOf(speed, highSpeed)).toBe(wanted);
  });
});

describe('other values', () => {
  it('scales sensors without errors of floating point', () => {
    expect(scaleSensor(41, 8, 0)).toBe(0.041);
    expect(scaleSensor(365, 9, 1)).toBe(36.5);
    expect(scaleSensor(12, 10, 0)).toBe(12_000);
    expect(scaleSensor(5, null, null)).toBe(5);
  });

  it('reads addresses out of indexes', () => {
    expect(inetAddress(1, [192, 0, 2, 1])).toBe('192.0.2.1');
    expect(inetAddress(2, [0x20, 1, 0xd, 0xb8, ...Array.from({ length: 11 }, () => 0), 1])).toBe('2001:db8::1');
    expect(inetAddress(1, [300, 0, 2, 1])).toBeNull();
    expect(inetAddress(16, [1, 2, 3, 4])).toBeNull();
  });

  it('tells addresses that one can send to', () => {
    expect(['10.0.0.1', '2001:db8::1'].every(isUsableAddress)).toBe(true);
    expect(
      ['0.0.0.0', '127.0.0.1', '169.254.1.1', '224.0.0.1', '::1', 'fe80::1', 'ff02::1'].some(isUsableAddress),
    ).toBe(false);
  });

  it('reads masks', () => {
    expect(prefixOfMask('255.255.254.0')).toBe(23);
    expect(prefixOfMask('255.0.255.0')).toBeNull();
  });

  it('keeps counters whole and refuses negative ones', () => {
    expect(counterOf(18_446_744_073_709_551_615n)).toBe(18_446_744_073_709_551_615n);
    expect(counterOf(5)).toBe(5n);
    expect(counterOf(-1)).toBeNull();
    expect(numberInText(Buffer.from('36.5 C'))).toBe(36.5);
  });
});
