/** U+2212: a hyphen is narrower than a digit and reads as a dash. (look: numbers) */
const TRUE_MINUS = '\u2212';

/** The word for a value that nobody knows: never 0, never a dash. */
export const UNKNOWN = 'unknown';

/** About three significant digits without an exponent: 0.456, 7.18, 71.8, 718, 7180. */
export function threeDigits(value: number): string {
  const size = Math.abs(value);
  const decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 || size === 0 ? 2 : 3;
  return withTrueMinus(value.toFixed(value === 0 ? 0 : decimals));
}

/** Replaces the hyphen of a negative number; "-0.00" has no sign at all. */
export function withTrueMinus(text: string): string {
  if (!text.startsWith('-')) return text;
  return Number(text) === 0 ? text.slice(1) : TRUE_MINUS + text.slice(1);
}

/** The value in the largest unit that keeps it at 1 or more after rounding; `step` is 1000 or 1024. */
export function scaled(value: number, units: readonly string[], step: number): string {
  let rest = value;
  let index = 0;
  while (Math.abs(rest) >= step - 0.5 && index < units.length - 1) {
    rest /= step;
    index += 1;
  }
  const text = index === 0 && Number.isInteger(rest) ? withTrueMinus(String(rest)) : threeDigits(rest);
  return `${text} ${units[index] ?? ''}`;
}
