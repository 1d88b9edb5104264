/** Rows and heads of groups as the lines that a table draws, top to bottom. Pure. */
export type RowKey = number | string;

export interface RowLine<R> {
  readonly kind: 'row';
  readonly key: RowKey;
  readonly row: R;
}

export interface GroupLine<R> {
  readonly kind: 'group';
  /** Of the group; no row has it. */
  readonly key: string;
  readonly title: string;
  readonly rows: readonly R[];
  readonly folded: boolean;
}

export type TableLine<R> = RowLine<R> | GroupLine<R>;

export interface TableGrouping<R> {
  readonly id: string;
  /** The name of a row's group; null where it is unknown, which stands last. */
  readonly titleOf: (row: R) => string | null;
  /** Smaller comes first; groups alike go by name. */
  readonly rankOf?: ((rows: readonly R[]) => number) | undefined;
  /** How rows without one are called. */
  readonly unknown: string;
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const GROUP = 'group:';

export function tableLines<R>(
  rows: readonly R[],
  rowKey: (row: R) => RowKey,
  grouping: TableGrouping<R> | null,
  folded: ReadonlySet<string>,
): readonly TableLine<R>[] {
  const line = (row: R): RowLine<R> => ({ kind: 'row', key: rowKey(row), row });
  if (grouping === null) return rows.map(line);
  return groupRows(rows, grouping).flatMap(({ title, rows: own }): TableLine<R>[] => {
    const key = `${GROUP}${title}`;
    const head = { kind: 'group', key, title, rows: own, folded: folded.has(key) } as const;
    return head.folded ? [head] : [head, ...own.map(line)];
  });
}

/** Groups in their order; within one the rows stay as they came. */
export function groupRows<R>(
  rows: readonly R[],
  { titleOf, rankOf, unknown }: TableGrouping<R>,
): readonly { readonly title: string; readonly rows: readonly R[] }[] {
  const groups = Map.groupBy(rows, (row) => titleOf(row));
  return [...groups]
    .map(([title, own]) => ({
      title: title ?? unknown,
      isUnknown: title === null,
      rows: own,
      rank: rankOf?.(own) ?? 0,
    }))
    .sort((a, b) => Number(a.isUnknown) - Number(b.isUnknown) || a.rank - b.rank || byName.compare(a.title, b.title));
}

/** Keys of all groups, for folding all at once. */
export const groupKeys = <R>(rows: readonly R[], grouping: TableGrouping<R>): readonly string[] =>
  groupRows(rows, grouping).map(({ title }) => `${GROUP}${title}`);
