/** Height of a table row in the density that stands on <html>, for lists that draw only what is visible. */
import { useSyncExternalStore } from 'react';

const DENSE_PX = 24;
const NORMAL_PX = 28;

function follow(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-density'] });
  return () => observer.disconnect();
}

const rowHeight = (): number => (document.documentElement.dataset['density'] === 'dense' ? DENSE_PX : NORMAL_PX);

export function useRowHeight(): number {
  return useSyncExternalStore(follow, rowHeight);
}
