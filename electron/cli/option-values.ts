/** Parsers of option values. What they throw becomes exit code 2 with the option named. */
import { InvalidArgumentError } from 'commander';
import ipaddr from 'ipaddr.js';

export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isNaN(value) || value < min || value > max) {
      throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
    }
    return value;
  };
}

export const portNumber = wholeNumber(1, 65_535);

/** A moment: 2026-11-21T16:05:00Z, 2026-11-21 16:05 (local time), or milliseconds since 1970. */
export function moment(text: string): number {
  const atMs = /^\d{12,}$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isNaN(atMs)) throw new InvalidArgumentError('It must be a time such as 2026-11-21T16:05:00Z.');
  return atMs;
}

export function oneOf<T extends string>(words: readonly T[]): (text: string) => T {
  return (text) => {
    const found = words.find((word) => word === text);
    if (found === undefined) throw new InvalidArgumentError(`It must be one of ${words.join(', ')}.`);
    return found;
  };
}

export function isRange(text: string): boolean {
  return ipaddr.isValidCIDR(text);
}

export function isAddress(text: string): boolean {
  return ipaddr.IPv6.isValid(text) || ipaddr.IPv4.isValidFourPartDecimal(text);
}

/** Collects a repeated option. Each value may be several, parted by commas. */
export function ranges(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(',').map((part) => part.trim())];
}
