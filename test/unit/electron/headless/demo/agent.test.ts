import { array, assert, nat, property, tuple, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerRequest } from '../../../../../electron/headless/demo/agent/answer-request.ts';
import { indexObjects } from '../../../../../electron/headless/demo/agent/object-index.ts';
import { replyTo } from '../../../../../electron/headless/demo/agent/open-agent.ts';
import { decodeRequest } from '../../../../../electron/headless/demo/agent/snmp-message.ts';
import type { RequestKind, SnmpRequest } from '../../../../../electron/headless/demo/agent/snmp-message.ts';
import {
  NULL_VALUE,
  TAG,
  encodeCounter64,
  encodeInteger,
  encodeOctets,
  encodeOid,
  encodeTlv,
} from '../../../../../electron/headless/demo/ber/encode.ts';

const index = indexObjects<{ there: boolean }>([
  { oid: [1, 3, 2, 1], value: encodeCounter64(7n) },
  { oid: [1, 3, 1, 0], value: encodeInteger(1) },
  { oid: [1, 3, 3, 1], value: (view) => (view.there ? encodeInteger(3) : null) },
  { oid: [1, 3, 4, 1], value: encodeInteger(4) },
]);

function ask(kind: RequestKind, oids: number[][], more: Partial<SnmpRequest> = {}): SnmpRequest {
  return { version: 2, community: 'c', kind, requestId: 1, nonRepeaters: 0, maxRepetitions: 0, oids, ...more };
}

function values(request: SnmpRequest, there = true): string[] {
  return answerRequest(request, index, { there }).varBinds.map(({ value }) => value.toString('hex'));
}

describe('an agent of the demo', () => {
  it('goes through its objects in order and passes over rows that are not there now', () => {
    const request = ask('get-bulk', [[1]], { maxRepetitions: 10 });
    expect(values(request)).toEqual(['020101', '460107', '020103', '020104', '8200']);
    expect(values(request, false)).toEqual(['020101', '460107', '020104', '8200']);
  });

  it('asks non-repeaters once and repeats the others in turn', () => {
    const request = ask(
      'get-bulk',
      [
        [1, 3, 1],
        [1, 3, 1, 0],
        [1, 3, 3],
      ],
      { nonRepeaters: 1, maxRepetitions: 2 },
    );
    expect(values(request)).toEqual(['020101', '460107', '020103', '020103', '020104']);
  });

  it('tells a missing instance from a missing object, in v2c', () => {
    expect(
      values(
        ask('get', [
          [1, 3, 1, 0],
          [1, 3, 4, 9],
          [1, 9, 9, 9],
        ]),
      ),
    ).toEqual(['020101', '8100', '8000']);
  });

  it('has no Counter64 in v1 and names the object that is missing', () => {
    expect(values(ask('get-next', [[1, 3, 1, 0]], { version: 1 }))).toEqual(['020103']);
    const answer = answerRequest(
      ask(
        'get',
        [
          [1, 3, 1, 0],
          [1, 3, 2, 1],
        ],
        { version: 1 },
      ),
      index,
      { there: true },
    );
    expect(answer).toMatchObject({ errorStatus: 2, errorIndex: 2 });
  });

  it('refuses to be changed', () => {
    expect(answerRequest(ask('set', [[1, 3, 1, 0]]), index, { there: true }).errorStatus).toBe(17);
  });

  it('keeps an answer below the largest datagram, whatever is asked', () => {
    const big = indexObjects<null>(
      Array.from({ length: 300 }, (_, i) => ({ oid: [1, 3, i], value: encodeOctets('x'.repeat(100)) })),
    );
    const bulk = answerRequest(ask('get-bulk', [[1]], { maxRepetitions: 2 ** 31 - 1 }), big, null);
    expect(bulk.varBinds.length).toBeGreaterThan(60);
    expect(bulk.varBinds.length).toBeLessThan(82);
    const get = answerRequest(
      ask(
        'get',
        Array.from({ length: 300 }, (_, i) => [1, 3, i]),
      ),
      big,
      null,
    );
    expect(get).toMatchObject({ errorStatus: 1, varBinds: [] });
  });
});

const behaviour = {
  community: 'public',
  answers: () => true,
  echoRttMs: () => 1,
  index: () => index,
  view: () => ({ there: true }),
};

const bind = encodeTlv(TAG.sequence, encodeOid([1, 3, 1, 0]), NULL_VALUE);
const pdu = encodeTlv(0xa1, encodeInteger(5), encodeInteger(0), encodeInteger(0), encodeTlv(TAG.sequence, bind));
const good = encodeTlv(TAG.sequence, encodeInteger(1), encodeOctets('public'), pdu);

describe('a datagram from outside', () => {
  it('is answered when it is a request with the right community', () => {
    expect(decodeRequest(good)).toMatchObject({ version: 2, kind: 'get-next', requestId: 5, oids: [[1, 3, 1, 0]] });
    expect(replyTo(good, behaviour)).not.toBeNull();
  });

  it('is met with silence when the community is another', () => {
    expect(replyTo(good, { ...behaviour, community: 'private' })).toBeNull();
  });

  it('never breaks the agent, random or damaged', () => {
    assert(
      property(uint8Array({ maxLength: 300 }), (bytes) => {
        replyTo(bytes, behaviour);
      }),
      { numRuns: 3000 },
    );
    const damage = array(tuple(nat(good.length - 1), nat(255)), { minLength: 1, maxLength: 6 });
    assert(
      property(damage, nat(good.length), (changes, cut) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        replyTo(bytes, behaviour);
        replyTo(bytes.subarray(0, cut), behaviour);
      }),
      { numRuns: 5000 },
    );
  });

  it('is not a request when any octet of it is missing', () => {
    for (let length = 0; length < good.length; length += 1) expect(decodeRequest(good.subarray(0, length))).toBeNull();
  });
});
