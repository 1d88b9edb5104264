import { useEffect, useRef, type ReactNode } from 'react';
import styles from './FilterBox.module.css';

export interface FilterBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly icon?: ReactNode;
}

/** A field that filters the list under it. The key / goes there, Escape empties it and leaves. */
export function FilterBox({ label, value, onChange, icon }: FilterBoxProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, [role="dialog"]');
      if (event.key !== '/' || typing) return;
      event.preventDefault();
      input.current?.focus();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <span className={styles.box}>
      {icon}
      <input
        ref={input}
        className={styles.input}
        aria-label={label}
        placeholder={label}
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          onChange('');
          input.current?.blur();
        }}
      />
    </span>
  );
}
