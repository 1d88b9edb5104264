/** BER encoding of the few types that SNMP knows (X.690, RFC 3416). The demo's own, so that no mistake is made twice. */

export const TAG = {
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  ipAddress: 0x40,
  counter32: 0x41,
  gauge32: 0x42,
  timeTicks: 0x43,
  counter64: 0x46,
  noSuchObject: 0x80,
  noSuchInstance: 0x81,
  endOfMibView: 0x82,
} as const;

export const NULL_VALUE = Buffer.from([TAG.null, 0]);
export const NO_SUCH_OBJECT = Buffer.from([TAG.noSuchObject, 0]);
export const NO_SUCH_INSTANCE = Buffer.from([TAG.noSuchInstance, 0]);
export const END_OF_MIB_VIEW = Buffer.from([TAG.endOfMibView, 0]);

export function encodeLength(length: number): number[] {
  if (length < 0x80) return [length];
  if (length < 0x100) return [0x81, length];
  return [0x82, length >> 8, length & 0xff];
}

/** Tag, length and the parts one after the other. */
export function encodeTlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from([tag, ...encodeLength(length)]), ...parts]);
}

/** A signed integer in the fewest octets; for request ids and INTEGER values. */
export function encodeInteger(value: number): Buffer {
  const bytes: number[] = [];
  let rest = Math.trunc(value);
  do {
    bytes.unshift(((rest % 256) + 256) % 256);
    rest = Math.floor(rest / 256);
  } while (rest !== 0 && rest !== -1);
  const negative = value < 0;
  const topBitSet = ((bytes[0] ?? 0) & 0x80) !== 0;
  if (negative !== topBitSet) bytes.unshift(negative ? 0xff : 0);
  return Buffer.from([TAG.integer, bytes.length, ...bytes]);
}

/** An unsigned number under an application tag (Counter32, Gauge32, TimeTicks), taken modulo 2^32. */
export function encodeUnsigned32(tag: number, value: number | bigint): Buffer {
  const wrapped = Number(BigInt.asUintN(32, BigInt(value)));
  const bytes: number[] = [];
  let rest = wrapped;
  do {
    bytes.unshift(rest & 0xff);
    rest = Math.floor(rest / 256);
  } while (rest > 0);
  if (((bytes[0] ?? 0) & 0x80) !== 0) bytes.unshift(0);
  return Buffer.from([tag, bytes.length, ...bytes]);
}

export function encodeCounter64(value: bigint): Buffer {
  let hex = BigInt.asUintN(64, value).toString(16);
  if (hex.length % 2 === 1) hex = `0${hex}`;
  if (Number.parseInt(hex.slice(0, 2), 16) >= 0x80) hex = `00${hex}`;
  return encodeTlv(TAG.counter64, Buffer.from(hex, 'hex'));
}

export function encodeOctets(value: string | Uint8Array): Buffer {
  return encodeTlv(TAG.octets, typeof value === 'string' ? Buffer.from(value, 'utf8') : value);
}

/** Four octets of a dotted address under the IpAddress tag. */
export function encodeIpAddress(dotted: string): Buffer {
  return Buffer.from([TAG.ipAddress, 4, ...dotted.split('.').map(Number)]);
}

function subIdentifier(value: number): number[] {
  const bytes = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest % 128) | 0x80);
  return bytes;
}

export function encodeOid(oid: readonly number[]): Buffer {
  const [first = 0, second = 0, ...rest] = oid;
  return encodeTlv(TAG.oid, Buffer.from([...subIdentifier(first * 40 + second), ...rest.flatMap(subIdentifier)]));
}

/** `1.3.6.1` as numbers. */
export function parseOid(dotted: string): number[] {
  return dotted.split('.').map(Number);
}
