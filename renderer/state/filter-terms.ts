/** Terms of a filter as they are written, `site:"Harbour north"`, and moments in them. Reading them: `renderer/filter`. Pure. */

/** One term, quoted where blanks, commas and comparisons would be read. A quotation mark inside a value cannot be said and is left out. */
export function filterTerm(field: string, value: string): string {
  const plain = value.replaceAll('"', '');
  return /[\s,<>]/.test(plain) ? `${field}:"${plain}"` : `${field}:${plain}`;
}

const UNITS_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/**
 * The moment of `since:` and its like: an age ("90m", "24h", "7d") before now, or a time as ISO 8601 has it, in upper or lower
 * case. Else null.
 */
export function filterMoment(value: string, nowMs: number): number | null {
  const age = /^(\d{1,6})([mhd])$/.exec(value);
  const unit = age?.[2] as keyof typeof UNITS_MS | undefined;
  if (unit !== undefined) return nowMs - Number(age?.[1]) * UNITS_MS[unit];
  const atMs = Date.parse(value.toUpperCase());
  return Number.isNaN(atMs) ? null : atMs;
}
