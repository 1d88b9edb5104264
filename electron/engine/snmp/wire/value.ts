/** What one variable of a device holds. */
import type { Buffer } from 'node:buffer';
import { MalformedMessage, TAG, signedInteger, unsignedBigInteger, unsignedInteger } from './ber.ts';
import { decodeOid } from './oid.ts';

/**
 * number: INTEGER, Counter32, Gauge32, TimeTicks, and floats inside an Opaque; bigint: Counter64; Buffer: OCTET STRING;
 * string: an OID or an IPv4 address in text; null: the device has no such object.
 */
export type SnmpValue = number | bigint | Buffer | string | null;

export interface VarBind {
  readonly oid: string;
  readonly value: SnmpValue;
}

// net-snmp puts floats into an Opaque, with a context tag of two octets (draft-perkins-opaque-01).
const OPAQUE_FLOAT = 0x9f7804;
const OPAQUE_DOUBLE = 0x9f7908;

const decodeOpaque = (bytes: Buffer, start: number, stop: number): SnmpValue => {
  const kind = stop - start > 3 ? bytes.readUIntBE(start, 3) : 0;
  if (kind === OPAQUE_FLOAT && stop - start === 7) return bytes.readFloatBE(start + 3);
  if (kind === OPAQUE_DOUBLE && stop - start === 11) return bytes.readDoubleBE(start + 3);
  return bytes.subarray(start, stop);
};

const decodeIpAddress = (bytes: Buffer, start: number, stop: number): SnmpValue =>
  stop - start === 4 ? bytes.subarray(start, stop).join('.') : null;

export const decodeValue = (tag: number, bytes: Buffer, start: number, stop: number): SnmpValue => {
  switch (tag) {
    case TAG.integer:
      return signedInteger(bytes, start, stop);
    case TAG.counter32:
    case TAG.gauge32:
    case TAG.timeTicks:
      return unsignedInteger(bytes, start, stop);
    case TAG.counter64:
      return unsignedBigInteger(bytes, start, stop);
    case TAG.octets:
      return bytes.subarray(start, stop);
    case TAG.oid:
      return decodeOid(bytes, start, stop);
    case TAG.ipAddress:
      return decodeIpAddress(bytes, start, stop);
    case TAG.opaque:
      return decodeOpaque(bytes, start, stop);
    case TAG.null:
    case TAG.noSuchObject:
    case TAG.noSuchInstance:
    case TAG.endOfMibView:
      return null;
    default:
      throw new MalformedMessage(`unknown type ${tag}`);
  }
};

export const isException = (tag: number): boolean => tag >= TAG.noSuchObject && tag <= TAG.endOfMibView;
