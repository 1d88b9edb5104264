/** An agent that misbehaves as it is told: for faults that no real agent makes on demand. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { BerReader, BerWriter, TAG } from '../../../electron/engine/snmp/wire/ber.ts';
import { decodeOid, encodeOid } from '../../../electron/engine/snmp/wire/oid.ts';

export interface FakeRequest {
  readonly type: number;
  readonly requestId: number;
  readonly oids: readonly string[];
  readonly nonRepeaters: number;
  readonly maxRepetitions: number;
}

export interface FakeReply {
  readonly requestId?: number | undefined;
  readonly errorStatus?: number | undefined;
  readonly errorIndex?: number | undefined;
  /** OID and integer value; null for endOfMibView. */
  readonly varbinds: readonly (readonly [string, number | null])[];
}

const readRequest = (bytes: Buffer): FakeRequest => {
  const reader = new BerReader(bytes).expect(TAG.sequence).enter();
  reader.expect(TAG.integer);
  reader.expect(TAG.octets);
  reader.next();
  const type = reader.tag;
  reader.enter();
  const requestId = reader.expect(TAG.integer).integer();
  const nonRepeaters = reader.expect(TAG.integer).integer();
  const maxRepetitions = reader.expect(TAG.integer).integer();
  const list = reader.expect(TAG.sequence).enter();
  const oids: string[] = [];
  while (list.next()) oids.push(decodeOid(new BerReader(list.slice()).expect(TAG.oid).slice()));
  return { type, requestId, oids, nonRepeaters, maxRepetitions };
};

const writeReply = (request: FakeRequest, reply: FakeReply): Buffer => {
  const writer = new BerWriter();
  for (const [oid, value] of reply.varbinds.toReversed()) {
    const mark = writer.mark;
    if (value === null) writer.byte(0).byte(TAG.endOfMibView);
    else writer.unsigned(value);
    writer.octets(encodeOid(oid), TAG.oid).wrap(TAG.sequence, mark);
  }
  writer
    .wrap(TAG.sequence, 0)
    .unsigned(reply.errorIndex ?? 0)
    .unsigned(reply.errorStatus ?? 0);
  writer.unsigned(reply.requestId ?? request.requestId).wrap(TAG.response, 0);
  return writer.octets(Buffer.from('public')).unsigned(1).wrap(TAG.sequence, 0).take();
};

export interface FakeAgent extends AsyncDisposable {
  readonly address: string;
  readonly port: number;
  readonly requests: readonly FakeRequest[];
}

type Answer = FakeReply | Buffer | null;

/** `answer` may be null (silence) or raw bytes. `from` sends them from another socket. */
export const startFakeAgent = async (
  answer: (request: FakeRequest, count: number) => Answer | readonly Answer[],
  from: 'same' | 'other port' = 'same',
): Promise<FakeAgent> => {
  const socket = createSocket('udp4');
  const other = createSocket('udp4');
  const requests: FakeRequest[] = [];
  socket.on('message', (bytes, sender) => {
    const request = readRequest(bytes);
    requests.push(request);
    const told = answer(request, requests.length);
    const answers: readonly Answer[] = Array.isArray(told) ? (told as readonly Answer[]) : [told as Answer];
    for (const one of answers) {
      if (one === null) continue;
      const out = Buffer.isBuffer(one) ? one : writeReply(request, one);
      (from === 'same' ? socket : other).send(out, sender.port, sender.address);
    }
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  other.bind(0, '127.0.0.1');
  await once(other, 'listening');
  return {
    address: '127.0.0.1',
    port: socket.address().port,
    requests,
    [Symbol.asyncDispose]: async () => {
      socket.close();
      other.close();
      await once(other, 'close');
    },
  };
};

const compare = (left: string, right: string): number => {
  const [a, b] = [left.split('.').map(Number), right.split('.').map(Number)];
  const at = a.findIndex((arc, index) => arc !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? -1) - (b[at] ?? -1);
};

/** Answers like a proper agent that holds these OIDs, in their order. */
export const honest = (held: readonly string[]) => {
  const after = (oid: string): string | null => held.find((one) => compare(one, oid) > 0) ?? null;
  return (request: FakeRequest): FakeReply => {
    if (request.type === TAG.get) return { varbinds: request.oids.map((oid) => [oid, held.includes(oid) ? 7 : null]) };
    const varbinds: [string, number | null][] = [];
    let at = [...request.oids];
    for (let round = 0; round < (request.type === TAG.getBulk ? request.maxRepetitions : 1); round++)
      at = at.map((oid) => {
        const next = after(oid);
        varbinds.push([next ?? oid, next === null ? null : 7]);
        return next ?? oid;
      });
    return { varbinds };
  };
};
