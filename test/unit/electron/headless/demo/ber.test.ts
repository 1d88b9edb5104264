import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInteger, readOid, readTlv } from '../../../../../electron/headless/demo/ber/decode.ts';
import {
  TAG,
  encodeCounter64,
  encodeInteger,
  encodeOctets,
  encodeOid,
  encodeUnsigned32,
} from '../../../../../electron/headless/demo/ber/encode.ts';

const hex = (bytes: Buffer): string => bytes.toString('hex');

describe('BER encoding', () => {
  it('writes the octets of known values', () => {
    expect(hex(encodeInteger(0))).toBe('020100');
    expect(hex(encodeInteger(127))).toBe('02017f');
    expect(hex(encodeInteger(128))).toBe('02020080');
    expect(hex(encodeInteger(-1))).toBe('0201ff');
    expect(hex(encodeInteger(-129))).toBe('0202ff7f');
    expect(hex(encodeUnsigned32(TAG.gauge32, 4_294_967_295))).toBe('420500ffffffff');
    expect(hex(encodeUnsigned32(TAG.counter32, 2n ** 32n + 5n))).toBe('410105');
    expect(hex(encodeCounter64(2n ** 64n - 1n))).toBe('460900ffffffffffffffff');
    expect(hex(encodeCounter64(0n))).toBe('460100');
    expect(hex(encodeOid([1, 3, 6, 1, 4, 1, 2636]))).toBe('06072b06010401944c');
    expect(hex(encodeOid([1, 0, 8802]))).toBe('060328c462');
    expect(hex(encodeOctets('x'.repeat(200))).slice(0, 6)).toBe('0481c8');
  });

  it('reads back every integer of 32 bits', () => {
    assert(
      property(integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (value) => {
        const bytes = encodeInteger(value);
        expect(readInteger(bytes, readTlv(bytes, 0, bytes.length) ?? undefined)).toBe(value);
      }),
    );
  });

  it('reads back every object identifier', () => {
    const tail = array(integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 40 });
    assert(
      property(integer({ min: 0, max: 2 }), integer({ min: 0, max: 39 }), tail, (first, second, rest) => {
        const bytes = encodeOid([first, second, ...rest]);
        expect(readOid(bytes, readTlv(bytes, 0, bytes.length) ?? undefined)).toEqual([first, second, ...rest]);
      }),
    );
  });

  it('takes an object identifier that is cut short for none', () => {
    const cut = Buffer.from([TAG.oid, 3, 0x2b, 0x06, 0x81]);
    expect(readOid(cut, { tag: TAG.oid, start: 2, end: 5 })).toBeNull();
  });
});
