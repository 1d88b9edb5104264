/**
 * What stands in the filter of a list, as terms in the order written. A term is `field:value` for a field that the list
 * has, or a plain word. A value with blanks stands in quotation marks, values with commas between them mean any of them, a
 * minus before a term turns it round, and a field of numbers takes `>` and `<`:
 * `state:down,unreachable -site:"Old Mill" cpu:>80 cisco`. What names no field of the list, as a MAC does, is a word.
 */
export type Comparison = 'is' | 'over' | 'under';

export interface FieldTerm {
  readonly kind: 'field';
  /** As it was written, to be shown and to be taken out again. */
  readonly text: string;
  readonly negated: boolean;
  readonly field: string;
  readonly comparison: Comparison;
  /** Lower case; any of them. Empty while nothing stands behind the colon. */
  readonly values: readonly string[];
}

export interface WordTerm {
  readonly kind: 'word';
  readonly text: string;
  readonly negated: boolean;
  /** Lower case. */
  readonly word: string;
}

export type Term = FieldTerm | WordTerm;

const PIECE = /-?(?:[a-z]+:)?(?:"[^"]*"?|[^\s",]|,)*/gi;
const FIELD = /^(-?)([a-z]+):(.*)$/is;
const COMPARED: Readonly<Record<string, Comparison>> = { '>': 'over', '<': 'under' };

/** The pieces between blanks; blanks inside quotation marks do not count. */
export function piecesOf(text: string): readonly string[] {
  return [...text.matchAll(PIECE)].map(([piece]) => piece).filter((piece) => piece !== '');
}

export function parseTerms(text: string, fields: readonly string[]): readonly Term[] {
  return piecesOf(text).flatMap((piece) => termOf(piece, fields) ?? []);
}

/** Null for what says nothing: a lone minus or quotation mark. */
function termOf(piece: string, fields: readonly string[]): Term | null {
  const [, minus = '', name = '', rest = ''] = FIELD.exec(piece) ?? [];
  const field = name.toLowerCase();
  if (!fields.includes(field)) return wordOf(piece);
  const comparison = COMPARED[rest.slice(0, 1)] ?? 'is';
  const values = splitValues(comparison === 'is' ? rest : rest.slice(1));
  return { kind: 'field', text: piece, negated: minus !== '', field, comparison, values };
}

function wordOf(piece: string): WordTerm | null {
  const negated = piece.startsWith('-') && piece.length > 1;
  const word = unquoted(negated ? piece.slice(1) : piece).toLowerCase();
  return word === '' || word === '-' ? null : { kind: 'word', text: piece, negated, word };
}

const unquoted = (text: string): string => text.replaceAll('"', '');

function splitValues(text: string): readonly string[] {
  const values = text.match(/(?:"[^"]*"?|[^,"])+/g) ?? [];
  return values.map((value) => unquoted(value).trim().toLowerCase()).filter((value) => value !== '');
}
