import { useSyncExternalStore } from 'react';

/** Below 800 px of height the time bar folds to one lane of all sites. */
const LOW = '(max-height: 799px)';

function follow(onChange: () => void): () => void {
  const query = matchMedia(LOW);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

export function useFolded(): boolean {
  return useSyncExternalStore(follow, () => matchMedia(LOW).matches);
}
