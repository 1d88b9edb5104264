import { useSyncExternalStore } from 'react';

/** Below this the inspector lies over the view. */
const WIDE = '(min-width: 1200px)';

function follow(onChange: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

export function useWide(): boolean {
  return useSyncExternalStore(follow, () => matchMedia(WIDE).matches);
}
