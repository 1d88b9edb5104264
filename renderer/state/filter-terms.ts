/**
 * What stands in the filter of a list: terms `field:value` and plain words, separated by blanks. A value with blanks stands
 * in quotation marks: `state:down site:"Harbour north" cisco`. Pure.
 */

export interface FilterTerms {
  /** In the order written; several of one field mean any of them. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Everything that is no term, in lower case: each must occur. */
  readonly words: readonly string[];
}

const PIECE = /(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/gi;

/** Only the fields asked for are terms; `10:b5:c7` and `https://…` stay words. */
export function parseFilter(text: string, known: readonly string[]): FilterTerms {
  const fields = new Map<string, string[]>();
  const words: string[] = [];
  for (const [whole, field = '', quoted, plain = ''] of text.matchAll(PIECE)) {
    const name = field.toLowerCase();
    const value = quoted ?? plain;
    if (known.includes(name)) fields.set(name, [...(fields.get(name) ?? []), value]);
    else words.push((field === '' ? value : whole).toLowerCase());
  }
  return { fields, words: words.filter((word) => word !== '') };
}

/** One term, quoted where it must be. A quotation mark inside a value cannot be said and is left out. */
export function filterTerm(field: string, value: string): string {
  const plain = value.replaceAll('"', '');
  return /\s/.test(plain) ? `${field}:"${plain}"` : `${field}:${plain}`;
}

const UNITS_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** The moment of `since:` and its like: an age ("90m", "24h", "7d") before now, or a time as ISO 8601 has it. Else null. */
export function filterMoment(value: string, nowMs: number): number | null {
  const age = /^(\d{1,6})([mhd])$/.exec(value);
  const unit = age?.[2] as keyof typeof UNITS_MS | undefined;
  if (unit !== undefined) return nowMs - Number(age?.[1]) * UNITS_MS[unit];
  const atMs = Date.parse(value);
  return Number.isNaN(atMs) ? null : atMs;
}
