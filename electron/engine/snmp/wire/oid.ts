/** Object identifiers in their encoded form: compared, cut and sent without ever becoming text. */
import { Buffer } from 'node:buffer';
import { MalformedMessage } from './ber.ts';

const MAX_ARCS = 128; // RFC 3416 section 4.1

const pushArc = (into: number[], arc: number): void => {
  const septets = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) septets.push((rest % 128) | 0x80);
  into.push(...septets.reverse());
};

/** The content octets of an OID in text ("1.3.6.1.2.1.1.3.0", with or without a leading dot). Throws on anything else. */
export const encodeOid = (text: string): Buffer => {
  const arcs = text.replace(/^\./, '').split('.').map(Number);
  const [first, second] = arcs;
  if (first === undefined || second === undefined || first > 2 || arcs.some((arc) => !isArc(arc)))
    throw new RangeError(`not an object identifier: ${text}`);
  const into: number[] = [];
  pushArc(into, first * 40 + second);
  for (const arc of arcs.slice(2)) pushArc(into, arc);
  return Buffer.from(into);
};

const isArc = (arc: number): boolean => Number.isInteger(arc) && arc >= 0 && arc <= 0xffff_ffff;

/** The arcs of an encoded OID, or of the rest of one (an index). */
export const decodeArcs = (bytes: Uint8Array, start: number, stop: number): number[] => {
  const arcs: number[] = [];
  let arc = 0;
  for (let at = start; at < stop; at++) {
    const byte = bytes[at] ?? 0;
    arc = arc * 128 + (byte & 0x7f);
    if (byte > 0x7f) continue;
    if (arc > 0xffff_ffff || arcs.length >= MAX_ARCS) throw new MalformedMessage('impossible object identifier');
    arcs.push(arc);
    arc = 0;
  }
  if (stop > start && (bytes[stop - 1] ?? 0) > 0x7f) throw new MalformedMessage('object identifier cut off');
  return arcs;
};

export const decodeOid = (bytes: Uint8Array, start = 0, stop = bytes.length): string => {
  const [first = 0, ...rest] = decodeArcs(bytes, start, stop);
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
};

/** Octets left of the arc that `at` stands in. */
const restOfArc = (bytes: Uint8Array, at: number, stop: number): number => {
  let count = 1;
  while (at < stop - 1 && (bytes[at] ?? 0) > 0x7f) {
    at++;
    count++;
  }
  return count;
};

/** Negative, zero or positive as the left comes before, is, or comes after the right in lexicographic order of arcs. */
export const compareOids = (
  left: Uint8Array,
  leftStart: number,
  leftStop: number,
  right: Uint8Array,
  rightStart: number,
  rightStop: number,
): number => {
  let a = leftStart;
  let b = rightStart;
  while (a < leftStop && b < rightStop && left[a] === right[b]) {
    a++;
    b++;
  }
  if (a === leftStop || b === rightStop) return leftStop - a - (rightStop - b);
  // Within one arc more octets mean a greater number: 16384 is 81 80 00, 16383 is ff 7f.
  const longer = restOfArc(left, a, leftStop) - restOfArc(right, b, rightStop);
  return longer === 0 ? (left[a] ?? 0) - (right[b] ?? 0) : longer;
};

export const startsWith = (bytes: Uint8Array, start: number, stop: number, prefix: Uint8Array): boolean => {
  if (stop - start < prefix.length) return false;
  // From the end, for it is the last arcs that differ between columns.
  for (let at = prefix.length - 1; at >= 0; at--) if (bytes[start + at] !== prefix[at]) return false;
  return true;
};

export const sameOctets = (
  bytes: Uint8Array,
  start: number,
  stop: number,
  other: Uint8Array,
  otherStart: number,
): boolean => {
  for (let at = start, at2 = otherStart; at < stop; at++, at2++) if (bytes[at] !== other[at2]) return false;
  return true;
};
