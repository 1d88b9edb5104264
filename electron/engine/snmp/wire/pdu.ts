/** Protocol data units (RFC 3416), and the messages of versions 1 and 2c around them (RFC 1157, RFC 3417). */
import type { Buffer } from 'node:buffer';
import { BerReader, BerWriter, MalformedMessage, TAG } from './ber.ts';

export interface PduRequest {
  readonly type: typeof TAG.get | typeof TAG.getNext | typeof TAG.getBulk;
  /** Content octets of each OID. */
  readonly oids: readonly Uint8Array[];
  /** Only for getBulk. */
  readonly nonRepeaters: number;
  readonly maxRepetitions: number;
}

/** An answer, its varbinds not yet decoded. `varbinds()` starts over at each call. */
export interface PduReply {
  readonly type: number;
  readonly requestId: number;
  readonly errorStatus: number;
  /** From 1; 0 where the agent blames none. */
  readonly errorIndex: number;
  varbinds(): VarbindReader;
  /** Monotonic time of receipt. */
  readonly atMs: number;
}

/** RFC 3416 section 3. */
export const ERROR_STATUS = {
  noError: 0,
  tooBig: 1,
  noSuchName: 2,
  genErr: 5,
  noAccess: 6,
  authorizationError: 16,
} as const;

/** Walks over a variable-binding list. After `next`, the fields hold positions in `bytes`. */
export class VarbindReader {
  readonly bytes: Buffer;
  readonly #list: BerReader;
  oidStart = 0;
  oidStop = 0;
  tag = 0;
  start = 0;
  stop = 0;

  constructor(bytes: Buffer, start: number, stop: number) {
    this.bytes = bytes;
    this.#list = new BerReader(bytes, start, stop);
  }

  next(): boolean {
    const list = this.#list;
    if (!list.next()) return false;
    if (list.tag !== TAG.sequence) throw new MalformedMessage('a varbind is no sequence');
    const end = list.stop;
    list.step();
    list.expect(TAG.oid);
    this.oidStart = list.start;
    this.oidStop = list.stop;
    if (this.oidStop === this.oidStart) throw new MalformedMessage('empty object identifier');
    if (!list.next() || list.stop !== end) throw new MalformedMessage('a varbind does not fit its sequence');
    this.tag = list.tag;
    this.start = list.start;
    this.stop = list.stop;
    return true;
  }
}

/** Puts a PDU in front of what the writer holds. */
export const writePdu = (writer: BerWriter, request: PduRequest, requestId: number): void => {
  const end = writer.mark;
  const { oids } = request;
  for (let at = oids.length - 1; at >= 0; at--) {
    const mark = writer.mark;
    writer.byte(0).byte(TAG.null);
    const oid = oids[at];
    if (oid !== undefined) writer.octets(oid, TAG.oid);
    writer.wrap(TAG.sequence, mark);
  }
  writer.wrap(TAG.sequence, end);
  const bulk = request.type === TAG.getBulk;
  writer.unsigned(bulk ? request.maxRepetitions : 0).unsigned(bulk ? request.nonRepeaters : 0);
  writer.unsigned(requestId).wrap(request.type, end);
};

/** Reads the PDU that the reader comes to next. */
export const readPdu = (reader: BerReader, atMs: number): PduReply => {
  if (!reader.next()) throw new MalformedMessage('no PDU');
  const type = reader.tag;
  if (type !== TAG.response && type !== TAG.report) throw new MalformedMessage(`not an answer but PDU ${type}`);
  reader.enter();
  const requestId = reader.expect(TAG.integer).integer();
  const errorStatus = reader.expect(TAG.integer).integer();
  const errorIndex = reader.expect(TAG.integer).integer();
  const { bytes, start, stop } = reader.expect(TAG.sequence);
  return { type, requestId, errorStatus, errorIndex, varbinds: () => new VarbindReader(bytes, start, stop), atMs };
};

// One for the process: encoding is synchronous, and the result is copied out.
const scratch = new BerWriter();

export const encodeCommunityMessage = (
  version: '1' | '2c',
  community: Uint8Array,
  request: PduRequest,
  requestId: number,
): Buffer => {
  const writer = scratch.reset();
  writePdu(writer, request, requestId);
  return writer
    .octets(community)
    .unsigned(version === '1' ? 0 : 1)
    .wrap(TAG.sequence, 0)
    .take();
};

export const decodeCommunityMessage = (bytes: Buffer, atMs: number): PduReply => {
  const reader = new BerReader(bytes).expect(TAG.sequence).enter();
  if (reader.expect(TAG.integer).integer() > 1) throw new MalformedMessage('another version answered');
  reader.expect(TAG.octets);
  return readPdu(reader, atMs);
};

/** The id that pairs an answer with its question: msgID in version 3, else the PDU's request id. */
export const peekMessageId = (bytes: Buffer): number => {
  const reader = new BerReader(bytes).expect(TAG.sequence).enter();
  if (reader.expect(TAG.integer).integer() === 3)
    return reader.expect(TAG.sequence).enter().expect(TAG.integer).integer();
  reader.expect(TAG.octets);
  if (!reader.next()) throw new MalformedMessage('no PDU');
  return reader.enter().expect(TAG.integer).integer();
};
