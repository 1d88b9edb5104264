/** Numbers as people read them: about three significant digits, a unit after a space that does not break, a true minus. */
const SPACE = '\u00a0';
const MINUS = '\u2212';

function digits(value: number, decimals: number): string {
  return value.toFixed(decimals).replace('-', MINUS);
}

/** Decimals that leave about three significant digits. */
export function decimalsFor(value: number): number {
  const size = Math.abs(value);
  return size === 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
}

const prefixes = ['', 'k', 'M', 'G', 'T', 'P'] as const;

export interface Scaled {
  readonly factor: number;
  readonly prefix: (typeof prefixes)[number];
}

/** The SI prefix under which a value reads best; one for a whole column or axis when given its largest value. */
export function scaleFor(value: number, base = 1000): Scaled {
  let power = 0;
  while (power < prefixes.length - 1 && Math.abs(value) >= base ** (power + 1)) power += 1;
  return { factor: base ** power, prefix: prefixes[power] ?? '' };
}

/** 71_800_000_000 gives "71.8 Gbit/s". */
export function formatBitRate(bitsPerSecond: number): string {
  const { factor, prefix } = scaleFor(bitsPerSecond);
  const value = bitsPerSecond / factor;
  return `${digits(value, prefix === '' ? 0 : decimalsFor(value))}${SPACE}${prefix}bit/s`;
}

/** Speed of a port: 10_000_000_000 gives "10 G". */
export function formatSpeed(bitsPerSecond: number): string {
  const { factor, prefix } = scaleFor(bitsPerSecond);
  const value = bitsPerSecond / factor;
  return `${digits(value, Number.isInteger(value) ? 0 : 1)}${SPACE}${prefix === '' ? 'bit/s' : prefix}`;
}

export function formatBytes(bytes: number): string {
  const { factor, prefix } = scaleFor(bytes);
  const value = bytes / factor;
  return `${digits(value, prefix === '' ? 0 : decimalsFor(value))}${SPACE}${prefix}B`;
}

/** Whole percents, one decimal between 0 and 10 where it is not whole. */
export function formatPercent(percent: number): string {
  const small = percent > 0 && percent < 9.95;
  const text = digits(percent, small ? 1 : 0).replace(/\.0$/, '');
  return `${text}${SPACE}%`;
}

/** 1.84 gives "1.8 ms", 1840 gives "1.84 s". */
export function formatMilliseconds(ms: number): string {
  if (ms >= 1000) return `${digits(ms / 1000, decimalsFor(ms / 1000))}${SPACE}s`;
  return `${digits(ms, ms >= 99.5 ? 0 : ms >= 0.95 ? 1 : 2)}${SPACE}ms`;
}

/** A count with its unit: formatCount(3, 'device') gives "3 devices". */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')}${SPACE}${count === 1 ? one : many}`;
}
