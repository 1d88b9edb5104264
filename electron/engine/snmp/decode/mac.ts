/** Hardware addresses, as octets or as any of the texts that agents make of them. */
import type { SnmpValue } from '../wire/value.ts';
import { bytesOf, hexOf, textOf } from './octets.ts';

const HEX = /^[0-9a-f]{12}$/;

/** aa:bb:cc:dd:ee:ff from "AA-BB-…", "aabb.ccdd.eeff", "aabbccddeeff", "0:1b:2:…"; null for anything else. */
export const parseMac = (text: string): string | null => {
  const lower = text.trim().toLowerCase();
  const parts = lower.split(/[:\-\s]/);
  const digits =
    parts.length === 6 && parts.every((part) => /^[0-9a-f]{1,2}$/.test(part))
      ? parts.map((part) => part.padStart(2, '0')).join('')
      : lower.replaceAll(/[.:-]/g, '');
  return HEX.test(digits) ? (digits.match(/../g) ?? []).join(':') : null;
};

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** Six octets, or six followed by zeros (some agents fill up), or text. All zeros is no address. */
export const macOf = (value: SnmpValue | undefined): string | null => {
  const bytes = bytesOf(value);
  if (bytes === null || bytes.length < 6) return null;
  if (bytes.length === 6 || (bytes.length <= 8 && isZero(bytes.subarray(6))))
    return isZero(bytes) ? null : hexOf(bytes.subarray(0, 6), ':');
  return bytes.length >= 11 && bytes.length <= 23 ? parseMac(textOf(bytes) ?? '') : null;
};
