import { useSyncExternalStore } from 'react';
import { useMapChoices } from './live/map-choices.ts';

/** Here the legend would cover a good part of the map. */
const SMALL = '(max-width: 899px), (max-height: 599px)';

function follow(onChange: () => void): () => void {
  const query = matchMedia(SMALL);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** What a person chose, else folded where there is little room. */
export function useLegendFolded(): boolean {
  const small = useSyncExternalStore(follow, () => matchMedia(SMALL).matches);
  return useMapChoices((choices) => choices.legendFolded) ?? small;
}
