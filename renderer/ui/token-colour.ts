/** For what is drawn on a canvas: the value of a token now, and a hook that says when all of them changed. */
import { useSyncExternalStore } from 'react';

/** Value of a custom property of tokens.css, for example `tokenColour('--use-25')` gives "#52a0c6" in the dark theme. */
export function tokenColour(name: `--${string}`): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function follow(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-past'] });
  return () => observer.disconnect();
}

const look = (): string => {
  const { theme, past } = document.documentElement.dataset;
  return `${theme ?? 'dark'}${past === undefined ? '' : ' past'}`;
};

/** A word that changes whenever the tokens do ("dark", "light past"): a dependency for effects that draw. */
export function useLook(): string {
  return useSyncExternalStore(follow, look);
}
