/**
 * Terms to tests of a row. Several terms of one field mean any of them (so do values with commas), everything else must hold
 * together. A value that some row has as a whole means that value and no longer one: `kind:switch` is not an L3 switch, while
 * `vendor:cis` finds Cisco.
 */
import { textsOf, type FilterField, type FilterSpec } from './filter-spec.ts';
import type { FieldTerm, Term, WordTerm } from './parse-terms.ts';

export interface TermTest<R> {
  /** Terms that are one condition together. */
  readonly terms: readonly Term[];
  readonly test: (row: R) => boolean;
}

export function termTests<R>(terms: readonly Term[], spec: FilterSpec<R>, rows: readonly R[]): readonly TermTest<R>[] {
  const words = terms.filter((term) => term.kind === 'word').map((term) => wordTest(term, spec));
  return [...words, ...spec.fields.flatMap((field) => fieldTests(field, terms, rows))];
}

/** Rows for which all terms hold. */
export function matchingRows<R>(terms: readonly Term[], spec: FilterSpec<R>, rows: readonly R[]): readonly R[] {
  const tests = termTests(terms, spec, rows);
  return tests.length === 0 ? rows : rows.filter((row) => tests.every(({ test }) => test(row)));
}

function wordTest<R>(term: WordTerm, spec: FilterSpec<R>): TermTest<R> {
  const { word, negated } = term;
  return { terms: [term], test: (row) => spec.textOf(row).includes(word) !== negated };
}

function fieldTests<R>(field: FilterField<R>, terms: readonly Term[], rows: readonly R[]): readonly TermTest<R>[] {
  const own = terms.filter((term) => term.kind === 'field' && term.field === field.id && term.values.length > 0);
  const told = own as readonly FieldTerm[];
  const test = (term: FieldTerm): ((row: R) => boolean) => valueTest(field, term, rows);
  const refused = told
    .filter((term) => term.negated)
    .map((term): TermTest<R> => {
      const holds = test(term);
      return { terms: [term], test: (row) => !holds(row) };
    });
  const wanted = told.filter((term) => !term.negated);
  if (wanted.length === 0) return refused;
  const tests = wanted.map(test);
  return [{ terms: wanted, test: (row) => tests.some((holds) => holds(row)) }, ...refused];
}

function valueTest<R>(field: FilterField<R>, term: FieldTerm, rows: readonly R[]): (row: R) => boolean {
  const { fits } = field;
  if (fits !== undefined) return (row) => term.values.some((value) => fits(row, value));
  return field.kind === 'number' ? numberTest(field, term) : textTest(field, term, rows);
}

const UNKNOWN = ['unknown', 'none'];

function numberTest<R>(field: FilterField<R>, { comparison, values }: FieldTerm): (row: R) => boolean {
  const wantsUnknown = comparison === 'is' && values.some((value) => UNKNOWN.includes(value));
  const numbers = values.map((value) => Number.parseFloat(value)).filter((value) => !Number.isNaN(value));
  const fits = (value: number): boolean =>
    numbers.some((limit) =>
      comparison === 'over' ? value > limit : comparison === 'under' ? value < limit : Math.round(value) === limit,
    );
  return (row) => {
    const value = field.of(row);
    return typeof value === 'number' ? fits(value) : wantsUnknown;
  };
}

/** Lower case, with the name for people beside the value. */
function spellings<R>(field: FilterField<R>, row: R): readonly string[] {
  const texts = textsOf(field, row);
  const named = field.nameOf === undefined ? texts : [...texts, ...texts.map(field.nameOf)];
  return named.map((text) => text.toLowerCase());
}

function textTest<R>(field: FilterField<R>, { values }: FieldTerm, rows: readonly R[]): (row: R) => boolean {
  const whole = new Set(values.filter((value) => rows.some((row) => spellings(field, row).includes(value))));
  const wantsUnknown = values.some((value) => UNKNOWN.includes(value) && !whole.has(value));
  return (row) => {
    const known = spellings(field, row);
    if (known.length === 0) return wantsUnknown;
    return known.some((text) => values.some((value) => (whole.has(value) ? text === value : text.includes(value))));
  };
}
