/** How a person likes each table: columns, order, widths, sorting, grouping. Kept by the browser. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { plainLayout, type TableLayout } from '../ui/table/table-layout.ts';

interface TableLayouts {
  /** By the table's name. */
  readonly layouts: Readonly<Record<string, TableLayout>>;
  readonly setLayout: (table: string, layout: TableLayout) => void;
}

export const useTableLayouts = create<TableLayouts>()(
  persist(
    (set) => ({
      layouts: {},
      setLayout: (table, layout) => set(({ layouts }) => ({ layouts: { ...layouts, [table]: layout } })),
    }),
    { name: 'trunkline.tables', version: 1 },
  ),
);

/** `standard` stands until a person changes something; keep it stable (module scope). */
export function useTableLayout(
  table: string,
  standard: TableLayout = plainLayout,
): readonly [TableLayout, (layout: TableLayout) => void] {
  const layout = useTableLayouts((state) => state.layouts[table]) ?? standard;
  const setLayout = useTableLayouts((state) => state.setLayout);
  return [layout, (next) => setLayout(table, next)];
}
