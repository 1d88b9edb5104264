/** How the piece that is being typed may go on. */
import { filterTerm } from '../state/filter-terms.ts';
import { textsOf, type FilterField, type FilterSpec } from './filter-spec.ts';

export interface Suggestion {
  /** Takes the place of the piece. */
  readonly text: string;
  readonly label: string;
  /** How many rows it would leave, or what can be written. */
  readonly note: string;
  /** A finished term; false for a field that wants a value yet. */
  readonly complete: boolean;
}

const MOST = 8;

/** Best first. `rows` are those that the other terms leave, so that no suggestion empties the list. */
export function suggestTerms<R>(piece: string, spec: FilterSpec<R>, rows: readonly R[]): readonly Suggestion[] {
  const minus = piece.startsWith('-') ? '-' : '';
  const bare = piece.slice(minus.length).replaceAll('"', '').toLowerCase();
  const colon = bare.indexOf(':');
  const field = colon < 0 ? undefined : spec.fields.find(({ id }) => id === bare.slice(0, colon));
  const found =
    field === undefined ? [...fieldNames(bare, spec), ...anyValues(bare, spec, rows)] : valuesOf(field, bare, rows);
  if (minus === '') return found.slice(0, MOST);
  return found.slice(0, MOST).map((one) => ({ ...one, text: `-${one.text}`, label: `not ${one.label}` }));
}

function fieldNames<R>(start: string, spec: FilterSpec<R>): readonly Suggestion[] {
  return spec.fields
    .filter(({ id, label }) => id.startsWith(start) || label.toLowerCase().startsWith(start))
    .map(({ id, label, hint }) => ({ text: `${id}:`, label: `${id}:`, note: hint ?? label, complete: false }));
}

/** From two letters on the values of all fields are offered too: "riv" becomes site:Riverside. */
function anyValues<R>(start: string, spec: FilterSpec<R>, rows: readonly R[]): readonly Suggestion[] {
  if (start.length < 2 || start.includes(':')) return [];
  return spec.fields
    .filter((field) => field.offered === true)
    .flatMap((field) => offered(field, rows, (text) => text.startsWith(start)));
}

function valuesOf<R>(field: FilterField<R>, bare: string, rows: readonly R[]): readonly Suggestion[] {
  if (field.offered !== true) return [];
  const typed = bare.slice(field.id.length + 1);
  const comma = typed.lastIndexOf(',') + 1;
  const before = typed.slice(0, comma);
  const found = offered(field, rows, (text) => text.includes(typed.slice(comma)));
  if (before === '') return found;
  return found.map((one) => ({ ...one, text: `${field.id}:${before}${one.text.slice(field.id.length + 1)}` }));
}

function offered<R>(
  field: FilterField<R>,
  rows: readonly R[],
  wanted: (text: string) => boolean,
): readonly Suggestion[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of textsOf(field, row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const name = (value: string): string => field.nameOf?.(value) ?? value;
  return [...counts]
    .filter(([value]) => wanted(value.toLowerCase()) || wanted(name(value).toLowerCase()))
    .sort(([, a], [, b]) => b - a)
    .map(([value, count]) => ({
      text: filterTerm(field.id, value),
      label: `${field.label}: ${name(value)}`,
      note: String(count),
      complete: true,
    }));
}
