import { IconFilter, IconX } from '@tabler/icons-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isKeyOf } from '../state/keymap.ts';
import { classNames } from '../ui/class-names.ts';
import { nextIndex } from '../ui/list-keys.ts';
import { fieldIds, type FilterSpec } from './filter-spec.ts';
import { FilterChoices } from './FilterChoices.tsx';
import { matchingRows } from './match-terms.ts';
import { parseTerms } from './parse-terms.ts';
import { finishedTerm, joinFilter, lastPiece, splitFilter, type SplitFilter } from './split-filter.ts';
import { suggestTerms, type Suggestion } from './suggest-terms.ts';
import { termWords } from './term-words.ts';
import styles from './FilterBox.module.css';

export interface FilterBoxProps<R> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly spec: FilterSpec<R>;
  /** All rows of the list: what they hold is offered. */
  readonly rows: readonly R[];
  /** Then the key / belongs to another box, and Escape closes the popover and keeps what was typed. */
  readonly inPopover?: boolean | undefined;
}

/** The key / goes there, from wherever nobody types. */
function useSlash(input: React.RefObject<HTMLInputElement | null>, leadsHere: boolean): void {
  useEffect(() => {
    if (!leadsHere) return undefined;
    function onKeyDown(event: globalThis.KeyboardEvent): void {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, [role="dialog"]');
      if (!isKeyOf('filter', event) || typing) return;
      event.preventDefault();
      input.current?.focus();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [input, leadsHere]);
}

/** Chips and text of a filter that may also be changed from outside. */
function useSplit(value: string, fields: readonly string[], onChange: (value: string) => void) {
  const [split, setSplit] = useState<SplitFilter>(() => splitFilter(value, fields));
  // What came from outside, a link for example, is taken apart anew; what was typed is as it was typed.
  const shown = joinFilter(split) === value.trim() ? split : splitFilter(value, fields);
  const change = (next: SplitFilter): void => {
    setSplit(next);
    onChange(joinFilter(next));
  };
  return [shown, change] as const;
}

/**
 * Filters the list under it: plain words, and terms such as state:down, which become chips when they are finished. Suggests
 * how a word may go on; Down and Enter, or Tab, take a suggestion. Escape closes the list, then empties the box.
 */
export function FilterBox<R>({ label, value, onChange, spec, rows, inPopover = false }: FilterBoxProps<R>): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLSpanElement>(null);
  const listId = useId();
  const fields = useMemo(() => fieldIds(spec), [spec]);
  const [split, change] = useSplit(value, fields, onChange);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  useSlash(input, !inPopover);
  const { chips, draft } = split;
  const piece = lastPiece(draft);
  const suggestions = useMemo(() => {
    if (!open) return [];
    const others = joinFilter({ chips, draft: draft.slice(0, draft.length - piece.length) });
    return suggestTerms(piece, spec, matchingRows(parseTerms(others, fields), spec, rows));
  }, [open, chips, draft, piece, spec, fields, rows]);

  function type(text: string): void {
    change({ chips, draft: text });
    setOpen(true);
    setActive(-1);
  }

  function finish(text: string): void {
    change(splitFilter(text, fields, chips));
    setActive(-1);
  }

  function take(suggestion: Suggestion): void {
    const text = draft.slice(0, draft.length - piece.length) + suggestion.text;
    if (suggestion.complete) finish(text);
    else type(text);
    input.current?.focus();
  }

  function dropChip(chip: string): void {
    change({ chips: chips.filter((one) => one !== chip), draft });
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const chosen = open ? suggestions[active] : undefined;
    const atStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0;
    const last = chips.at(-1);
    if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen === undefined) finish(draft);
      else take(chosen);
      if (chosen === undefined) setOpen(false);
    } else if (event.key === 'Tab' && !event.shiftKey && open && piece !== '' && suggestions[0] !== undefined) {
      event.preventDefault();
      take(chosen ?? suggestions[0]);
    } else if (event.key === ' ' && finishedTerm(piece, fields) !== null) {
      event.preventDefault();
      finish(draft);
    } else if (event.key === 'Backspace' && atStart && last !== undefined) {
      event.preventDefault();
      change({ chips: chips.slice(0, -1), draft: `${last}${draft === '' ? '' : ` ${draft}`}` });
    } else if (event.key === 'Escape' && !(inPopover && suggestions.length === 0)) {
      event.preventDefault();
      event.stopPropagation();
      if (open && suggestions.length > 0) setOpen(false);
      else if (value !== '') change({ chips: [], draft: '' });
      else input.current?.blur();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(nextIndex(event.key, active, suggestions.length, 1) ?? -1);
    }
  }

  return (
    <span ref={box} className={styles.box} data-wide={chips.length > 0 || undefined}>
      <IconFilter size={14} aria-hidden />
      {chips.map((chip) => (
        <FilterChip key={chip} chip={chip} words={wordsOf(chip, spec, fields, rows)} onDrop={() => dropChip(chip)} />
      ))}
      <input
        ref={input}
        className={styles.input}
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={open && suggestions.length > 0}
        aria-controls={open && suggestions.length > 0 ? listId : undefined}
        aria-activedescendant={open && active >= 0 ? `${listId}-${active}` : undefined}
        placeholder={chips.length === 0 ? label : ''}
        spellCheck={false}
        autoComplete="off"
        value={draft}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onClick={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          finish(draft);
        }}
      />
      {value !== '' && (
        <button
          type="button"
          className={styles.clear}
          aria-label="Clear the filter"
          onClick={() => change({ chips: [], draft: '' })}
        >
          <IconX size={14} aria-hidden />
        </button>
      )}
      {open && <FilterChoices id={listId} box={box} suggestions={suggestions} active={active} onTake={take} />}
    </span>
  );
}

function wordsOf<R>(chip: string, spec: FilterSpec<R>, fields: readonly string[], rows: readonly R[]): string {
  const term = finishedTerm(chip, fields);
  return term === null ? chip : termWords(term, spec, rows);
}

interface FilterChipProps {
  readonly chip: string;
  readonly words: string;
  readonly onDrop: () => void;
}

function FilterChip({ chip, words, onDrop }: FilterChipProps): ReactNode {
  return (
    <span className={classNames(styles.chip, words.startsWith('not ') && styles.not)} title={chip}>
      <span className={styles.words}>{words}</span>
      <button type="button" className={styles.drop} aria-label={`Take away ${words}`} onClick={onDrop}>
        <IconX size={12} aria-hidden />
      </button>
    </span>
  );
}
