/** What `trunkline discover` was asked for, checked before anything is sent. Pure. */
import { isInside } from '../engine/discovery/ranges.ts';
import { printable } from '../host/printable.ts';
import { UsageError } from './io.ts';
import { isAddress, isRange } from './option-values.ts';

export interface DiscoverTargets {
  readonly seeds: readonly string[];
  readonly allow: readonly string[];
}

/** An address as the range that holds it alone. */
const alone = (address: string): string => `${address}/${address.includes(':') ? 128 : 32}`;

/**
 * `--allow` takes several ranges, so in `discover --allow 10.0.0.0/8 10.0.0.1` it takes the seed too: without any seed,
 * plain addresses at the end of `--allow` are the seeds.
 */
export function discoverTargets(given: readonly string[], allowed: readonly string[]): DiscoverTargets {
  const ranges = allowed.flatMap((text) => text.split(',')).map((text) => text.trim());
  const borrowed = given.length > 0 ? [] : trailingAddresses(ranges);
  const seeds = [...given, ...borrowed];
  const allow = ranges.slice(0, ranges.length - borrowed.length);
  if (seeds.length === 0) throw new UsageError('give at least one seed: an address, or a range to sweep');
  for (const seed of seeds) {
    if (!isAddress(seed) && !isRange(seed)) {
      throw new UsageError(`${printable(seed)} is neither an IPv4 or IPv6 address nor a range such as 10.0.0.0/24`);
    }
  }
  for (const range of allow) {
    if (!isRange(range) && !isAddress(range)) {
      throw new UsageError(`--allow ${printable(range)} is not a range such as 10.0.0.0/16`);
    }
  }
  const inside = allow.map((range) => (isAddress(range) ? alone(range) : range));
  refuseOutside(seeds, inside);
  return { seeds, allow: inside };
}

/** The engine refuses them too, but by then there is a file. */
function refuseOutside(seeds: readonly string[], allow: readonly string[]): void {
  if (allow.length === 0) return;
  const outside = seeds.find((seed) => !isInside(seed.split('/')[0] ?? '', allow));
  if (outside === undefined) return;
  throw new UsageError(
    `${outside} lies outside the ranges that may be asked (${allow.join(', ')}): widen --allow, or give another seed`,
  );
}

function trailingAddresses(texts: readonly string[]): readonly string[] {
  const lastOther = texts.findLastIndex((text) => !isAddress(text));
  return texts.slice(lastOther + 1);
}
