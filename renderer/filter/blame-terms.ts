/** Where a filter leaves nothing: what each of its conditions leaves alone, and what would be left without it. */
import type { FilterSpec } from './filter-spec.ts';
import { termTests } from './match-terms.ts';
import type { Term } from './parse-terms.ts';

export interface Blame {
  /** As written. */
  readonly text: string;
  readonly terms: readonly Term[];
  /** Rows that this condition alone leaves; 0 means that nothing fits it at all. */
  readonly alone: number;
  /** Rows that all others leave. */
  readonly without: number;
}

/** Those without which most would be left come first. */
export function blameTerms<R>(terms: readonly Term[], spec: FilterSpec<R>, rows: readonly R[]): readonly Blame[] {
  const tests = termTests(terms, spec, rows);
  return tests
    .map((own) => ({
      text: own.terms.map((term) => term.text).join(' '),
      terms: own.terms,
      alone: rows.filter(own.test).length,
      without: rows.filter((row) => tests.every((other) => other === own || other.test(row))).length,
    }))
    .sort((a, b) => b.without - a.without);
}

/** The text of a filter without some of its terms. */
export function withoutTerms(all: readonly Term[], gone: readonly Term[]): string {
  return all
    .filter((term) => !gone.includes(term))
    .map((term) => term.text)
    .join(' ');
}
