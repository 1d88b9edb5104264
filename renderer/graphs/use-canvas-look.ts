import { useSyncExternalStore } from 'react';
import { useLook } from '../ui/token-colour.ts';

let loadings = 0;

function follow(onChange: () => void): () => void {
  const count = (): void => {
    loadings += 1;
    onChange();
  };
  document.fonts.addEventListener('loadingdone', count);
  return () => document.fonts.removeEventListener('loadingdone', count);
}

/** Changes with the tokens and when a font has come: a canvas does not set its type anew by itself. */
export function useCanvasLook(): string {
  const look = useLook();
  const fonts = useSyncExternalStore(follow, () => loadings);
  return `${look} ${fonts}`;
}
