/** What of a comparison is drawn: long stretches without a change folded, and for narrow places both sides in one. Pure. */
import type { DiffRow, Side } from './diff-rows.ts';

export interface Fold {
  readonly kind: 'fold';
  /** Index of the first folded row, which names the fold. */
  readonly from: number;
  readonly count: number;
  /** The line under which the next change stands: "interface Vlan10". Null at the end and at the top level. */
  readonly heading: string | null;
}

export type ShownRow = DiffRow | Fold;

/** Lines without a change that stay in sight round one. */
const CONTEXT = 3;
/** Fewer lines than that are not worth a fold. */
const SHORTEST_FOLD = 4;

const textOf = (side: Side | null): string => side?.pieces.map((piece) => piece.text).join('') ?? '';
const lineOf = (row: DiffRow | undefined): string => (row === undefined ? '' : textOf(row.right ?? row.left));
const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Configurations are indented or braced: the section is the nearest line before that is indented less. */
function headingOf(rows: readonly DiffRow[], next: number): string | null {
  const wanted = indentOf(lineOf(rows[next]));
  if (wanted === 0 || next >= rows.length) return null;
  for (let index = next - 1; index >= 0; index -= 1) {
    const line = lineOf(rows[index]);
    if (line.trim() !== '' && indentOf(line) < wanted) return line.trim();
  }
  return null;
}

/** `opened`: the folds, by their first row, that a person opened. */
export function foldRows(rows: readonly DiffRow[], opened: ReadonlySet<number>): readonly ShownRow[] {
  const shown: ShownRow[] = [];
  let at = 0;
  while (at < rows.length) {
    if (rows[at]?.kind !== 'same') {
      const row = rows[at];
      if (row !== undefined) shown.push(row);
      at += 1;
      continue;
    }
    let end = at;
    while (end < rows.length && rows[end]?.kind === 'same') end += 1;
    const from = at === 0 ? 0 : at + CONTEXT;
    const to = end === rows.length ? end : end - CONTEXT;
    if (to - from < SHORTEST_FOLD || opened.has(from)) shown.push(...rows.slice(at, end));
    else {
      const fold: Fold = { kind: 'fold', from, count: to - from, heading: headingOf(rows, to) };
      shown.push(...rows.slice(at, from), fold, ...rows.slice(to, end));
    }
    at = end;
  }
  return shown;
}

/** Both sides in one column: what went, then what came. */
export function unifyRows(rows: readonly ShownRow[]): readonly ShownRow[] {
  const unified: ShownRow[] = [];
  let come: DiffRow[] = [];
  const flush = (): void => {
    unified.push(...come);
    come = [];
  };
  for (const row of rows) {
    if (row.kind === 'changed') {
      unified.push({ ...row, kind: 'removed', right: null });
      come.push({ ...row, kind: 'added', left: null });
    } else if (row.kind === 'added') come.push(row);
    else {
      if (row.kind !== 'removed') flush();
      unified.push(row);
    }
  }
  flush();
  return unified;
}

/** Index of the first row of each stretch of changes. */
export function changeStarts(rows: readonly ShownRow[]): readonly number[] {
  const isChange = (row: ShownRow | undefined): boolean =>
    row !== undefined && row.kind !== 'same' && row.kind !== 'fold';
  return rows.flatMap((row, index) => (isChange(row) && !isChange(rows[index - 1]) ? [index] : []));
}
