/** A term in words for its chip: "State: Down or Unreachable", "not Site: Depot", "Processor over 80". */
import { textsOf, type FilterField, type FilterSpec } from './filter-spec.ts';
import type { FieldTerm } from './parse-terms.ts';

const COMPARED = { is: ':', over: ' over', under: ' under' } as const;

export function termWords<R>(term: FieldTerm, spec: FilterSpec<R>, rows: readonly R[]): string {
  const field = spec.fields.find(({ id }) => id === term.field);
  if (field === undefined) return term.text;
  const values = term.values.map((value) => spelled(field, value, rows)).join(' or ');
  return `${term.negated ? 'not ' : ''}${field.label}${COMPARED[term.comparison]} ${values}`;
}

/** As people spell it: terms are kept in lower case. */
function spelled<R>(field: FilterField<R>, value: string, rows: readonly R[]): string {
  if (field.kind === 'number') return value;
  for (const row of rows) {
    for (const text of textsOf(field, row)) {
      const name = field.nameOf?.(text) ?? text;
      if (text.toLowerCase() === value || name.toLowerCase() === value) return name;
    }
  }
  return field.nameOf?.(value) ?? value;
}
