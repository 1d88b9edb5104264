/** What devices put into octet strings: text in some encoding, numbers, addresses, or plain octets. Device text is hostile. */
import type { Buffer } from 'node:buffer';
import type { SnmpValue } from '../wire/value.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const MOST_CHARACTERS = 4096;

const decodeText = (bytes: Uint8Array): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes); // every octet is a character there: cannot fail
  }
};

/** Control characters but tab and line ends, and the marks that turn the direction of writing (they can make a name look like another). */
// oxlint-disable-next-line no-control-regex
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Without NULs, control characters and outer blanks; null for nothing. */
export const cleanText = (text: string): string | null => {
  const clean = text.replaceAll(UNWANTED, '').trim().slice(0, MOST_CHARACTERS);
  return clean === '' ? null : clean;
};

/** Text of a DisplayString or SnmpAdminString: UTF-8 where it is valid, else Latin-1; null for nothing. */
export const textOf = (value: SnmpValue | undefined): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') return cleanText(decodeText(value));
  return cleanText(String(value));
};

export const numberOf = (value: SnmpValue | undefined): number | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return Number(value);
  return null;
};

export const counterOf = (value: SnmpValue | undefined): bigint | null => {
  if (typeof value === 'bigint') return value;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? BigInt(value) : null;
};

/** Numbers that an agent tells as text ("42", "36.5 C"): the number it begins with. */
export const numberInText = (value: SnmpValue | undefined): number | null => {
  const number = numberOf(value);
  if (number !== null) return number;
  const match = /^\s*([-+]?\d+(?:\.\d+)?)/.exec(textOf(value) ?? '');
  return match ? Number(match[1]) : null;
};

export const bytesOf = (value: SnmpValue | undefined): Buffer | null =>
  typeof value === 'object' && value !== null ? value : null;

export const hexOf = (bytes: Uint8Array, separator = ''): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(separator);

const isPrintable = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => (byte >= 0x20 && byte !== 0x7f) || byte === 0x09);

/** Text where the octets are text, else their hexadecimal digits; trailing NULs do not count. */
export const textOrHex = (bytes: Uint8Array): string | null => {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  if (end === 0) return null;
  const kept = bytes.subarray(0, end);
  return isPrintable(kept) ? cleanText(decodeText(kept)) : hexOf(bytes);
};
