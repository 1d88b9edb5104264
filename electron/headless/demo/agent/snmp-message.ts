/** SNMP v1 and v2c messages (RFC 1157, RFC 1901, RFC 3416): what was asked, and how the answer goes out. */
import { readAll, readInteger, readOid, readTlv } from '../ber/decode.ts';
import type { Tlv } from '../ber/decode.ts';
import { NULL_VALUE, TAG, encodeInteger, encodeOctets, encodeOid, encodeTlv } from '../ber/encode.ts';

const PDU = { get: 0xa0, getNext: 0xa1, response: 0xa2, set: 0xa3, getBulk: 0xa5 } as const;
const MOST_VARBINDS = 512;

export type RequestKind = 'get' | 'get-next' | 'get-bulk' | 'set';

export interface SnmpRequest {
  readonly version: 1 | 2;
  readonly community: string;
  readonly kind: RequestKind;
  readonly requestId: number;
  /** GETBULK only: how many of the first objects are asked once. */
  readonly nonRepeaters: number;
  /** GETBULK only: how often the others are asked. */
  readonly maxRepetitions: number;
  readonly oids: readonly (readonly number[])[];
}

/** One object of an answer, both parts encoded. */
export interface VarBind {
  readonly oid: Buffer;
  readonly value: Buffer;
}

export interface SnmpAnswer {
  /** RFC 3416: 0 noError, 1 tooBig, 2 noSuchName, 17 notWritable … */
  readonly errorStatus: number;
  /** Counted from 1; 0 when there is no error or it belongs to no object. */
  readonly errorIndex: number;
  readonly varBinds: readonly VarBind[];
}

const KINDS = new Map<number, RequestKind>([
  [PDU.get, 'get'],
  [PDU.getNext, 'get-next'],
  [PDU.getBulk, 'get-bulk'],
  [PDU.set, 'set'],
]);

function readOids(bytes: Uint8Array, list: Tlv | undefined): number[][] | null {
  if (list === undefined || list.tag !== TAG.sequence) return null;
  const binds = readAll(bytes, list.start, list.end, MOST_VARBINDS);
  if (binds === null) return null;
  const oids: number[][] = [];
  for (const bind of binds) {
    const pair = bind.tag === TAG.sequence ? readAll(bytes, bind.start, bind.end, 2) : null;
    const oid = pair?.length === 2 ? readOid(bytes, pair[0]) : null;
    if (oid === null) return null;
    oids.push(oid);
  }
  return oids;
}

function readPdu(bytes: Uint8Array, pdu: Tlv | undefined): Omit<SnmpRequest, 'version' | 'community'> | null {
  if (pdu === undefined) return null;
  const kind = KINDS.get(pdu.tag);
  const parts = readAll(bytes, pdu.start, pdu.end, 4);
  if (kind === undefined || parts === null || parts.length !== 4) return null;
  const requestId = readInteger(bytes, parts[0]);
  const second = readInteger(bytes, parts[1]);
  const third = readInteger(bytes, parts[2]);
  const oids = readOids(bytes, parts[3]);
  if (requestId === null || second === null || third === null || oids === null) return null;
  return { kind, requestId, nonRepeaters: Math.max(0, second), maxRepetitions: Math.max(0, third), oids };
}

/** Null for anything that is not a v1 or v2c request, garbage included: a device keeps silent then. */
export function decodeRequest(bytes: Uint8Array): SnmpRequest | null {
  const message = readTlv(bytes, 0, bytes.length);
  if (message === null || message.tag !== TAG.sequence) return null;
  const parts = readAll(bytes, message.start, message.end, 3);
  const versionNumber = readInteger(bytes, parts?.[0]);
  const community = parts?.[1];
  if (versionNumber !== 0 && versionNumber !== 1) return null;
  if (community === undefined || community.tag !== TAG.octets) return null;
  const pdu = readPdu(bytes, parts?.[2]);
  if (pdu === null || (versionNumber === 0 && pdu.kind === 'get-bulk')) return null;
  const version = versionNumber === 0 ? 1 : 2;
  return { version, community: Buffer.from(bytes.subarray(community.start, community.end)).toString('latin1'), ...pdu };
}

/** Octets that one object adds to a message. */
export function varBindLength(bind: VarBind): number {
  const content = bind.oid.length + bind.value.length;
  return content + (content < 0x80 ? 2 : content < 0x100 ? 3 : 4);
}

export function encodeAnswer(request: SnmpRequest, answer: SnmpAnswer): Buffer {
  const binds = answer.varBinds.map((bind) => encodeTlv(TAG.sequence, bind.oid, bind.value));
  const pdu = encodeTlv(
    PDU.response,
    encodeInteger(request.requestId),
    encodeInteger(answer.errorStatus),
    encodeInteger(answer.errorIndex),
    encodeTlv(TAG.sequence, ...binds),
  );
  const community = encodeOctets(Buffer.from(request.community, 'latin1'));
  return encodeTlv(TAG.sequence, encodeInteger(request.version - 1), community, pdu);
}

/** What was asked, unanswered: the varbinds of an error answer. */
export function echoedVarBinds(request: SnmpRequest): VarBind[] {
  return request.oids.map((oid) => ({ oid: encodeOid(oid), value: NULL_VALUE }));
}
