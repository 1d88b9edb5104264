import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './Overview.module.css';

const STOPS = 'a, button';

const stopsOf = (part: Element | undefined): readonly HTMLElement[] => [
  ...(part?.querySelectorAll<HTMLElement>(STOPS) ?? []),
];

/** Where an arrow leads from a row: the same place of the row above or below, or the next place of this row. */
function target(list: Element, key: string): HTMLElement | undefined {
  const rows = [...list.children];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const places = stopsOf(rows[at]);
  const place = places.findIndex((stop) => stop === document.activeElement);
  const inRow = (row: Element | undefined): HTMLElement | undefined => stopsOf(row)[place] ?? stopsOf(row)[0];
  switch (key) {
    case 'ArrowDown':
      return inRow(rows[at + 1]);
    case 'ArrowUp':
      return inRow(rows[at - 1]);
    case 'ArrowRight':
      return places[place + 1];
    case 'ArrowLeft':
      return places[place - 1];
    case 'Home':
      return inRow(rows[0]);
    case 'End':
      return inRow(rows.at(-1));
    default:
      return undefined;
  }
}

export interface RowListProps {
  /** Read aloud as the list's name. */
  readonly label: string;
  readonly className?: string | undefined;
  /** `li` elements. */
  readonly children: ReactNode;
}

/** Rows of links and buttons that are one stop of the Tab key; the arrows move between and inside them. */
export function RowList({ label, className = styles.rows, children }: RowListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  // Rows come and go while the network lives: whatever is there now, one of them can be reached.
  useLayoutEffect(() => {
    const stops = list.current === null ? [] : stopsOf(list.current);
    const current = stops.find((stop) => stop === document.activeElement) ?? stops[0];
    for (const stop of stops) stop.tabIndex = stop === current ? 0 : -1;
  });
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const next = target(event.currentTarget, event.key);
    if (next === undefined) return;
    event.preventDefault();
    for (const stop of stopsOf(event.currentTarget)) stop.tabIndex = stop === next ? 0 : -1;
    next.focus();
  }
  return (
    <ul ref={list} className={className} aria-label={label} onKeyDown={onKeyDown}>
      {children}
    </ul>
  );
}
