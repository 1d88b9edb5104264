/** What the map is asked to show next, from anywhere in the window: it flies there and rings it. */
import { create } from 'zustand';
import { goTo } from './route.ts';

export type MapTarget =
  { readonly kind: 'device'; readonly deviceId: number } | { readonly kind: 'link'; readonly linkId: number };

/** Null once the map has it. */
export const useMapTarget = create<{ readonly target: MapTarget | null }>(() => ({ target: null }));

export function showOnMap(target: MapTarget): void {
  useMapTarget.setState({ target });
  goTo({ view: 'map' });
}
