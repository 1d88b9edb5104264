/**
 * The small language in which profiles name what they want of a device.
 *
 * A cell is `table.column`, of the row that a rule stands at; of another table, the row of the same index. `@` says another one:
 * `entity.7@cpm.2` is the row whose index is the value of cpm.2, `ifX.1@index.0` the row whose index is the first arc of ours,
 * `psu.3@index.0-1` that of the first two, `entity.7@index.-1` the last one.
 * A template is text with cells in braces, besides {index}, {index.0} and the like: `Fan {fan.2}`.
 */

export interface Join {
  /** Of our own index: from this arc to that one (both included, negative from the end); null where `value` says it. */
  readonly arcs: readonly [number, number] | null;
  readonly value: CellRef | null;
}

export interface CellRef {
  readonly table: string;
  /** "8" of a table, "2.2.3" below the prefix of scalars. */
  readonly column: string;
  readonly join: Join | null;
}

const CELL = /^([a-zA-Z]\w*)\.(\d+(?:\.\d+)*)(?:@(.+))?$/;
const ARCS = /^index(?:\.(-?\d+)(?:-(\d+))?)?$/;

const parseJoin = (text: string): Join | null => {
  const arcs = ARCS.exec(text);
  if (arcs) {
    const from = Number(arcs[1] ?? 0);
    const to = arcs[2] === undefined ? (arcs[1] === undefined ? -1 : from) : Number(arcs[2]);
    return { arcs: [from, to], value: null };
  }
  const value = parseCell(text);
  return value === null ? null : { arcs: null, value };
};

/** Null where the text is no cell. */
export const parseCell = (text: string): CellRef | null => {
  const [, table, column, joined] = CELL.exec(text) ?? [];
  if (table === undefined || column === undefined) return null;
  if (joined === undefined) return { table, column, join: null };
  const join = parseJoin(joined);
  return join === null ? null : { table, column, join };
};

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'arcs'; readonly arcs: readonly [number, number] }
  | { readonly kind: 'cell'; readonly cell: CellRef };

/** Null where something in braces is neither a cell nor an index. */
export const parseTemplate = (text: string): readonly TemplatePart[] | null => {
  const parts: TemplatePart[] = [];
  for (const [, plain = '', braced] of text.matchAll(/([^{]*)(?:\{([^}]*)\})?/g)) {
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    if (braced === undefined) continue;
    const join = parseJoin(braced);
    if (join === null) return null;
    parts.push(join.value ? { kind: 'cell', cell: join.value } : { kind: 'arcs', arcs: join.arcs ?? [0, -1] });
  }
  return parts;
};

/** The cell and those that lead to it. */
export const cellsIn = (cell: CellRef): readonly CellRef[] =>
  cell.join?.value ? [cell, ...cellsIn(cell.join.value)] : [cell];

/** The arcs of an index that a join speaks of. */
export const arcsOf = (index: readonly number[], [from, to]: readonly [number, number]): readonly number[] => {
  const start = from < 0 ? index.length + from : from;
  return index.slice(start, (to < 0 ? index.length + to : to) + 1);
};
