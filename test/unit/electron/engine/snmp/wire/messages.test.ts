import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BerReader, BerWriter, MalformedMessage, TAG } from '../../../../../../electron/engine/snmp/wire/ber.ts';
import { encodeOid } from '../../../../../../electron/engine/snmp/wire/oid.ts';
import {
  decodeCommunityMessage,
  encodeCommunityMessage,
  peekMessageId,
} from '../../../../../../electron/engine/snmp/wire/pdu.ts';
import { decodeV3Message } from '../../../../../../electron/engine/snmp/wire/usm.ts';
import { decodeValue } from '../../../../../../electron/engine/snmp/wire/value.ts';

const uptime = encodeOid('1.3.6.1.2.1.1.3.0');
const request = { type: TAG.getBulk, oids: [uptime], nonRepeaters: 0, maxRepetitions: 20 } as const;

/** An answer like net-snmp's: the request with another tag. */
const answer = (id: number): Buffer => {
  const bytes = encodeCommunityMessage('2c', Buffer.from('public'), { ...request, maxRepetitions: 0 }, id);
  bytes[bytes.indexOf(TAG.getBulk)] = TAG.response;
  return bytes;
};

const onlyMalformed = (run: () => unknown): void => {
  try {
    run();
  } catch (error) {
    if (!(error instanceof MalformedMessage)) throw error;
  }
};

describe('messages', () => {
  it('are written as net-snmp writes them', () => {
    const bytes = encodeCommunityMessage('2c', Buffer.from('public'), request, 0x01020304);
    expect(bytes.toString('hex')).toBe(
      '3029' +
        '020101' +
        '04067075626c6963' +
        'a51c' +
        '020401020304' +
        '020100' +
        '020114' +
        '300e' +
        '300c' +
        '06082b06010201010300' +
        '0500',
    );
  });

  it('are paired by their id', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0x7fff_ffff }), (id) => {
        expect(peekMessageId(answer(id))).toBe(id);
      }),
    );
  });

  it('are read whole or refused, whatever octets were changed or cut', () => {
    const whole = answer(77);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, value, length) => {
        const bytes = Buffer.from(whole.subarray(0, length));
        if (at < length) bytes[at] = value;
        onlyMalformed(() => {
          const varbinds = decodeCommunityMessage(bytes, 0).varbinds();
          while (varbinds.next()) decodeValue(varbinds.tag, varbinds.bytes, varbinds.start, varbinds.stop);
        });
        onlyMalformed(() => peekMessageId(bytes));
      }),
    );
  });

  it('of strangers never break the reader', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => {
        const bytes = Buffer.from(octets);
        onlyMalformed(() => decodeCommunityMessage(bytes, 0));
        onlyMalformed(() => decodeV3Message(bytes, { kind: 'snmp-v3', user: 'x' }, null, 0));
      }),
    );
  });
});

describe('numbers', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (value) => {
        const bytes = new BerWriter().unsigned(value, TAG.gauge32).take();
        const reader = new BerReader(bytes).expect(TAG.gauge32);
        expect(decodeValue(TAG.gauge32, bytes, reader.start, reader.stop)).toBe(value);
      }),
    );
  });

  it('keep all 64 bits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (value) => {
        const hex = value.toString(16);
        const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
        expect(decodeValue(TAG.counter64, bytes, 0, bytes.length)).toBe(value);
      }),
    );
  });

  it('of agents that forget the leading zero are not negative', () => {
    const bytes = Buffer.from('ffffffff', 'hex');
    expect(decodeValue(TAG.gauge32, bytes, 0, 4)).toBe(4_294_967_295);
    expect(decodeValue(TAG.integer, bytes, 0, 4)).toBe(-1);
  });

  it("reads net-snmp's floats", () => {
    const bytes = Buffer.from('9f780442f6e979', 'hex');
    expect(decodeValue(TAG.opaque, bytes, 0, bytes.length)).toBeCloseTo(123.456, 3);
  });
});
