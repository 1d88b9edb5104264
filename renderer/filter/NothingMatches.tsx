import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { blameTerms, withoutTerms, type Blame } from './blame-terms.ts';
import { fieldIds, type FilterSpec } from './filter-spec.ts';
import { parseTerms } from './parse-terms.ts';
import styles from './NothingMatches.module.css';

export interface NothingMatchesProps<R> {
  readonly filter: string;
  readonly spec: FilterSpec<R>;
  readonly rows: readonly R[];
  /** "device", "interface". */
  readonly noun: string;
  readonly onChange: (filter: string) => void;
}

function because({ alone, without }: Blame, noun: string): string {
  if (alone === 0) return `no ${noun} fits this at all`;
  const many = (count: number): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  return without === 0 ? `${many(alone)} by itself` : `${many(alone)} by itself, ${many(without)} without it`;
}

/** In place of the rows of a list: which part of the filter leaves nothing, and what to do about it. */
export function NothingMatches<R>({ filter, spec, rows, noun, onChange }: NothingMatchesProps<R>): ReactNode {
  const terms = parseTerms(filter, fieldIds(spec));
  const blamed = blameTerms(terms, spec, rows);
  return (
    <div className={styles.nothing} role="status">
      <h2 className={styles.title}>No {noun} matches</h2>
      <ul className={styles.list}>
        {blamed.map((blame) => (
          <li key={blame.text} className={styles.item}>
            <code className={styles.term}>{blame.text}</code>
            <span className={styles.why}>{because(blame, noun)}</span>
            {blamed.length > 1 && (
              <Button size="small" onClick={() => onChange(withoutTerms(terms, blame.terms))}>
                Leave it out
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button onClick={() => onChange('')}>Clear the filter</Button>
    </div>
  );
}
