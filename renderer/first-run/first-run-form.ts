/** The form of the first run, and the check of what was typed. Pure. */
import { cidr, ipAddress } from '../../shared/contract/common.ts';

export type How = 'crawl' | 'sweep' | 'one';

/** Splits at commas, semicolons and blanks. */
export function listOf(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== '');
}

function isAddress(text: string): boolean {
  return ipAddress.safeParse(text).success;
}

function isRange(text: string): boolean {
  return cidr.safeParse(text).success;
}

/** What is wrong with the addresses, in words; null when nothing is. */
export function startProblem(how: How, text: string): string | null {
  const words = listOf(text);
  if (words.length === 0)
    return how === 'sweep' ? 'Give a range such as 10.0.0.0/24' : 'Give the address of one device';
  if (how === 'one' && words.length > 1) return 'One address here. To add many, sweep a range or crawl';
  const wrong = words.find((word) => !isAddress(word) && !(how !== 'one' && isRange(word)));
  if (wrong === undefined) return null;
  return `“${wrong}” is not an IPv4 or IPv6 address${how === 'one' ? '' : ' or range'}`;
}

export function rangesProblem(text: string): string | null {
  const wrong = listOf(text).find((word) => !isRange(word));
  return wrong === undefined ? null : `“${wrong}” is not a range such as 10.0.0.0/16`;
}
