import type { ReactNode } from 'react';
import styles from './ConfigsView.module.css';

export interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly icon: ReactNode;
}

/** A field that asks the engine while one types. Escape empties it, which cancels the search. */
export function SearchBox({ label, value, onChange, icon }: SearchBoxProps): ReactNode {
  return (
    <span className={styles.search}>
      {icon}
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onChange('');
        }}
      />
    </span>
  );
}
