/** BER decoding for requests from outside: every length is checked, and what does not decode is null, never an exception. */
import { TAG } from './encode.ts';

/** Where one value lies in the datagram. */
export interface Tlv {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

const MOST_SUB_IDENTIFIERS = 128;

function readLength(bytes: Uint8Array, at: number): { length: number; next: number } | null {
  const first = bytes[at];
  if (first === undefined) return null;
  if (first < 0x80) return { length: first, next: at + 1 };
  const count = first & 0x7f;
  // 0x80 is the indefinite form, which SNMP forbids (RFC 3417 section 8).
  if (count === 0 || count > 4) return null;
  let length = 0;
  for (let i = 1; i <= count; i += 1) {
    const byte = bytes[at + i];
    if (byte === undefined) return null;
    length = length * 256 + byte;
  }
  return { length, next: at + 1 + count };
}

/** The value that starts at `at` and ends no later than `limit`. */
export function readTlv(bytes: Uint8Array, at: number, limit: number): Tlv | null {
  if (at >= limit) return null;
  const tag = bytes[at];
  const length = readLength(bytes, at + 1);
  if (tag === undefined || length === null) return null;
  const end = length.next + length.length;
  return end > limit ? null : { tag, start: length.next, end };
}

/** The values one after the other between two places; null when one does not fit. */
export function readAll(bytes: Uint8Array, start: number, end: number, most: number): Tlv[] | null {
  const found: Tlv[] = [];
  for (let at = start; at < end;) {
    const tlv = readTlv(bytes, at, end);
    if (tlv === null || found.length >= most) return null;
    found.push(tlv);
    at = tlv.end;
  }
  return found;
}

/** A signed INTEGER of one to four octets. */
export function readInteger(bytes: Uint8Array, tlv: Tlv | undefined): number | null {
  if (tlv === undefined || tlv.tag !== TAG.integer) return null;
  const length = tlv.end - tlv.start;
  if (length < 1 || length > 4) return null;
  return Buffer.from(bytes.buffer, bytes.byteOffset + tlv.start, length).readIntBE(0, length);
}

function splitFirst(first: number): [number, number] {
  const arc = Math.min(2, Math.floor(first / 40));
  return [arc, first - arc * 40];
}

/** An object identifier; null when empty, cut short, longer than 128 parts or with a part past 2^32 - 1. */
export function readOid(bytes: Uint8Array, tlv: Tlv | undefined): number[] | null {
  if (tlv === undefined || tlv.tag !== TAG.oid || tlv.start === tlv.end) return null;
  const parts: number[] = [];
  let value = 0;
  let open = false;
  for (let at = tlv.start; at < tlv.end; at += 1) {
    const byte = bytes[at] ?? 0;
    value = value * 128 + (byte & 0x7f);
    open = byte >= 0x80;
    if (value > 0xffffffff || parts.length >= MOST_SUB_IDENTIFIERS) return null;
    if (open) continue;
    if (parts.length === 0) parts.push(...splitFirst(value));
    else parts.push(value);
    value = 0;
  }
  return open ? null : parts;
}
