/** Moves the card to where it covers nothing that it speaks of, when something opens, closes or moves. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { cardBox, cornerFor, type Box, type Corner } from './card-place.ts';

/** A map moves what is on it without telling. */
const LOOK_EVERY_MS = 500;
/** Around the sentence of a blast radius lies the radius itself. */
const AROUND_PX = 140;

function boxOf(element: Element): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  if (!element.hasAttribute('data-blast')) return { left, top, right, bottom };
  return { left: left - AROUND_PX, top: top - AROUND_PX, right: right + AROUND_PX, bottom: bottom + AROUND_PX };
}

export interface CardPlace {
  readonly left: number;
  readonly top: number;
}

export function useCardPlace(card: RefObject<HTMLElement | null>, about: readonly string[]): CardPlace {
  const [place, setPlace] = useState<CardPlace>({ left: 0, top: 0 });
  const corner = useRef<Corner>('bottom-left');
  const look = useCallback((): void => {
    const view = document.getElementById('view');
    if (card.current === null || view === null) return;
    const size = { width: card.current.offsetWidth, height: card.current.offsetHeight };
    const spokenOf = [...document.querySelectorAll(about.join(','))].map(boxOf);
    corner.current = cornerFor(boxOf(view), size, spokenOf, corner.current);
    const { left, top } = cardBox(corner.current, boxOf(view), size);
    setPlace((last) => (last.left === left && last.top === top ? last : { left, top }));
  }, [card, about]);
  // After each drawing: what it says has another length then.
  useLayoutEffect(look);
  useEffect(() => {
    const timer = setInterval(look, LOOK_EVERY_MS);
    window.addEventListener('resize', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('resize', look);
    };
  }, [look]);
  return place;
}
