/** What a person chose on the map for as long as the page lives: opened stacks and sites, whether the legend is folded. */
import { create } from 'zustand';
import type { NodeKey } from '../scene/scene-types.ts';

interface MapChoices {
  readonly openedFolds: ReadonlySet<NodeKey>;
  readonly sites: ReadonlyMap<string, 'open' | 'closed'>;
  readonly legendFolded: boolean;
  readonly setFoldOpen: (key: NodeKey, open: boolean) => void;
  readonly setSite: (site: string, choice: 'open' | 'closed') => void;
  readonly setLegendFolded: (folded: boolean) => void;
  readonly foldAll: () => void;
}

export const useMapChoices = create<MapChoices>((set) => ({
  openedFolds: new Set(),
  sites: new Map(),
  legendFolded: false,
  setFoldOpen: (key, open) =>
    set(({ openedFolds }) => {
      const next = new Set(openedFolds);
      if (open) next.add(key);
      else next.delete(key);
      return { openedFolds: next };
    }),
  setSite: (site, choice) => set(({ sites }) => ({ sites: new Map(sites).set(site, choice) })),
  setLegendFolded: (legendFolded) => set({ legendFolded }),
  foldAll: () => set({ openedFolds: new Set() }),
}));
