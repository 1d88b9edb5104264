import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedMessage } from '../../../../../../electron/engine/snmp/wire/ber.ts';
import { compareOids, decodeArcs, decodeOid, encodeOid } from '../../../../../../electron/engine/snmp/wire/oid.ts';

const arc = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 0xffff_ffff }));
const arcs = fc
  .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 39 }), fc.array(arc, { maxLength: 20 }))
  .map(([first, second, rest]) => [first, second, ...rest]);

const compareArcs = (left: readonly number[], right: readonly number[]): number => {
  const at = left.findIndex((one, index) => one !== right[index]);
  return at < 0 ? left.length - right.length : (left[at] ?? -1) - (right[at] ?? -1);
};

describe('object identifiers', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(arcs, (one) => {
        expect(decodeOid(encodeOid(one.join('.')))).toBe(one.join('.'));
      }),
    );
  });

  it('are ordered by their arcs, not by their octets', () => {
    fc.assert(
      fc.property(arcs, arcs, (left, right) => {
        const [a, b] = [encodeOid(left.join('.')), encodeOid(right.join('.'))];
        expect(Math.sign(compareOids(a, 0, a.length, b, 0, b.length))).toBe(Math.sign(compareArcs(left, right)));
      }),
    );
    const [less, more] = [encodeOid('1.3.16383'), encodeOid('1.3.16384')];
    expect(compareOids(less, 0, less.length, more, 0, more.length)).toBeLessThan(0);
  });

  it.each(['', '1', '1.x', '3.1', '1.3.-1', '1.3.4294967296'])('refuses "%s"', (text) => {
    expect(() => encodeOid(text)).toThrow(RangeError);
  });

  it('refuses arcs that are cut off, too large or too many', () => {
    expect(() => decodeArcs(Buffer.from([0x2b, 0x86]), 0, 2)).toThrow(MalformedMessage);
    expect(() => decodeArcs(Buffer.from([0x2b, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]), 0, 7)).toThrow(MalformedMessage);
    expect(() => decodeArcs(Buffer.alloc(200, 1), 0, 200)).toThrow(MalformedMessage);
  });
});
