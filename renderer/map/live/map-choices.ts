/**
 * What a person chose on the map. How it looks (legend, lock, colours, open sites) is kept by the browser; opened stacks and
 * filters last as long as the window: a filter that hides a fault must not outlive the shift that set it.
 */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { noFilter, type MapFilter } from '../scene/filter-devices.ts';
import type { Colouring } from '../scene/link-ink.ts';
import type { NodeKey } from '../scene/scene-types.ts';

export type SiteChoice = 'open' | 'closed';

interface MapChoices {
  readonly openedFolds: ReadonlySet<NodeKey>;
  /** By name. A plain object: it is kept as JSON. */
  readonly sites: Readonly<Record<string, SiteChoice>>;
  /** Null until somebody folds or opens it: then it depends on the room there is. */
  readonly legendFolded: boolean | null;
  /** Nothing can be moved. */
  readonly locked: boolean;
  /** What links are coloured by. */
  readonly colouring: Colouring;
  readonly filter: MapFilter;
  readonly setFoldOpen: (key: NodeKey, open: boolean) => void;
  readonly setSite: (site: string, choice: SiteChoice) => void;
  readonly setLegendFolded: (folded: boolean) => void;
  readonly setLocked: (locked: boolean) => void;
  readonly setColouring: (colouring: Colouring) => void;
  readonly setFilter: (change: Partial<MapFilter>) => void;
  readonly foldAll: () => void;
}

export const useMapChoices = create<MapChoices>()(
  persist(
    (set) => ({
      openedFolds: new Set(),
      sites: {},
      legendFolded: null,
      locked: false,
      colouring: 'use',
      filter: noFilter,
      setFoldOpen: (key, open) =>
        set(({ openedFolds }) => {
          const next = new Set(openedFolds);
          if (open) next.add(key);
          else next.delete(key);
          return { openedFolds: next };
        }),
      setSite: (site, choice) => set(({ sites }) => ({ sites: { ...sites, [site]: choice } })),
      setLegendFolded: (legendFolded) => set({ legendFolded }),
      setLocked: (locked) => set({ locked }),
      setColouring: (colouring) => set({ colouring }),
      setFilter: (change) => set(({ filter }) => ({ filter: { ...filter, ...change } })),
      foldAll: () => set({ openedFolds: new Set() }),
    }),
    {
      name: 'trunkline.map',
      version: 1,
      partialize: ({ sites, legendFolded, locked, colouring }) => ({ sites, legendFolded, locked, colouring }),
    },
  ),
);
