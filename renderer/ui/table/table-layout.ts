/** What a person may change of a table, and how a table's own columns become those that are drawn. Pure. */
import type { TableColumn, TableSort } from '../table-column.ts';

export interface TableLayout {
  /** Keys in order of weight. */
  readonly sort: readonly TableSort[];
  /** Ids of all columns that were ever placed, in order; a column that is not named stands where the table has it. */
  readonly order: readonly string[];
  /** Shown although optional, hidden although not. */
  readonly shown: readonly string[];
  readonly hidden: readonly string[];
  /** Pixels. */
  readonly widths: Readonly<Record<string, number>>;
  readonly groupBy: string | null;
}

export const plainLayout: TableLayout = { sort: [], order: [], shown: [], hidden: [], widths: {}, groupBy: null };

export const NARROWEST_PX = 40;
const WIDEST_PX = 800;

type Columns<R> = readonly TableColumn<R>[];

/** All columns in the order chosen. */
export function orderedColumns<R>(columns: Columns<R>, layout: TableLayout): Columns<R> {
  const place = new Map(layout.order.map((id, index) => [id, index]));
  const placed = columns.filter(({ id }) => place.has(id));
  placed.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  let next = 0;
  // A column that came with a newer version keeps its own place among the others.
  return columns.map((column) => (place.has(column.id) ? (placed[next++] ?? column) : column));
}

export function isShown<R>({ id, optional = false, fixed = false }: TableColumn<R>, layout: TableLayout): boolean {
  return fixed || (optional ? layout.shown.includes(id) : !layout.hidden.includes(id));
}

/** The columns to draw, with the widths chosen. */
export function drawnColumns<R>(columns: Columns<R>, layout: TableLayout): Columns<R> {
  return orderedColumns(columns, layout)
    .filter((column) => isShown(column, layout))
    .map((column) => {
      const width = layout.widths[column.id];
      return width === undefined ? column : { ...column, width: `${width}px`, fits: false };
    });
}

export function showColumn<R>(layout: TableLayout, column: TableColumn<R>, shown: boolean): TableLayout {
  const without = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== column.id);
  const optional = column.optional === true;
  return {
    ...layout,
    shown: optional && shown ? [...without(layout.shown), column.id] : without(layout.shown),
    hidden: !optional && !shown ? [...without(layout.hidden), column.id] : without(layout.hidden),
  };
}

/** Puts a column where another stands; that one gives way. */
export function moveColumn<R>(layout: TableLayout, columns: Columns<R>, id: string, to: string): TableLayout {
  const ids = orderedColumns(columns, layout).map((column) => column.id);
  const [from, at] = [ids.indexOf(id), ids.indexOf(to)];
  if (from < 0 || at < 0 || from === at) return layout;
  ids.splice(from, 1);
  ids.splice(at, 0, id);
  return { ...layout, order: ids };
}

/** One place on or back among the columns that are shown. */
export function stepColumn<R>(layout: TableLayout, columns: Columns<R>, id: string, by: -1 | 1): TableLayout {
  const shown = drawnColumns(columns, layout).map((column) => column.id);
  const other = shown[shown.indexOf(id) + by];
  return other === undefined ? layout : moveColumn(layout, columns, id, other);
}

/** Null gives the column its own width back. */
export function widenColumn(layout: TableLayout, id: string, width: number | null): TableLayout {
  const { [id]: _before, ...widths } = layout.widths;
  if (width === null) return { ...layout, widths };
  return { ...layout, widths: { ...widths, [id]: Math.round(Math.min(WIDEST_PX, Math.max(NARROWEST_PX, width))) } };
}

/** A click sorts by one column, the next turns it round. With `add` it becomes one key more, and goes at the third click. */
export function sortByColumn<R>(
  sort: readonly TableSort[],
  { id, downFirst = false }: TableColumn<R>,
  add: boolean,
): readonly TableSort[] {
  const at = sort.findIndex((key) => key.id === id);
  const before = sort[at];
  if (!add) return [{ id, desc: before === undefined || at > 0 ? downFirst : !before.desc }];
  if (before === undefined) return [...sort, { id, desc: downFirst }];
  if (before.desc === downFirst) return sort.with(at, { id, desc: !before.desc });
  return sort.length === 1 ? sort : sort.toSpliced(at, 1);
}
