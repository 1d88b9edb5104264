import type { ReactNode, RefObject } from 'react';
import { createPortal } from 'react-dom';
import popup from '../ui/Popup.module.css';
import type { Suggestion } from './suggest-terms.ts';
import styles from './FilterBox.module.css';

export interface FilterChoicesProps {
  readonly id: string;
  /** What it hangs under, or over where there is no room below. */
  readonly box: RefObject<HTMLElement | null>;
  readonly suggestions: readonly Suggestion[];
  /** -1: none. */
  readonly active: number;
  readonly onTake: (suggestion: Suggestion) => void;
}

const GAP_PX = 4;

/** The suggestions, over everything: the bar that the box stands in cuts off what hangs out of it. */
export function FilterChoices({ id, box, suggestions, active, onTake }: FilterChoicesProps): ReactNode {
  if (suggestions.length === 0) return null;
  function hang(list: HTMLElement | null): void {
    const rect = box.current?.getBoundingClientRect();
    if (list === null || rect === undefined) return;
    const below = rect.bottom + GAP_PX;
    const above = rect.top - GAP_PX - list.offsetHeight;
    list.style.left = `${rect.left}px`;
    list.style.top = `${below + list.offsetHeight > window.innerHeight && above > 0 ? above : below}px`;
  }
  return createPortal(
    <ul
      ref={hang}
      id={id}
      role="listbox"
      aria-label="How the filter may go on"
      className={`${popup.popup} ${styles.choices}`}
    >
      {suggestions.map((suggestion, at) => (
        <li
          key={suggestion.text}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          className={popup.item}
          data-highlighted={at === active || undefined}
          // The box keeps the focus: who chooses goes on typing.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          <span className={styles.choice}>{suggestion.label}</span>
          <span className={styles.note}>{suggestion.note}</span>
        </li>
      ))}
    </ul>,
    document.body,
  );
}
