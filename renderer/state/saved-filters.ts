/** Filters that a person named, by list. Kept by the browser. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export interface SavedFilter {
  readonly name: string;
  readonly filter: string;
}

interface SavedFilters {
  readonly lists: Readonly<Record<string, readonly SavedFilter[]>>;
  /** A filter of the same name gives way. */
  readonly save: (list: string, saved: SavedFilter) => void;
  readonly forget: (list: string, name: string) => void;
}

const byName = (a: SavedFilter, b: SavedFilter): number => a.name.localeCompare(b.name);

export const useSavedFilters = create<SavedFilters>()(
  persist(
    (set) => {
      const change = (list: string, next: (before: readonly SavedFilter[]) => readonly SavedFilter[]): void => {
        set(({ lists }) => ({ lists: { ...lists, [list]: next(lists[list] ?? []) } }));
      };
      return {
        lists: {},
        save: (list, saved) =>
          change(list, (before) => [...before.filter(({ name }) => name !== saved.name), saved].toSorted(byName)),
        forget: (list, gone) => change(list, (before) => before.filter(({ name }) => name !== gone)),
      };
    },
    { name: 'trunkline.filters', version: 1 },
  ),
);
