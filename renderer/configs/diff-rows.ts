/**
 * From two configurations to the rows of a comparison, side by side. Pure; slow for two that have little in common, so it runs
 * in a worker (diff-in-worker.ts).
 *
 * Lines that change by themselves (clock, counters: the profile of the device says which) are equal to each other whatever they
 * hold: they are shown, and are no change.
 */
import { diffArrays } from 'diff';
import { markWords, type Piece } from './mark-words.ts';

export interface ConfigLines {
  readonly text: string;
  /** Numbers, from 0, of lines that change by themselves. */
  readonly volatileLines: readonly number[];
}

/** One line on one side. */
export interface Side {
  /** From 1. */
  readonly number: number;
  readonly pieces: readonly Piece[];
}

export interface DiffRow {
  /** `same` may hold two texts that differ where the line changes by itself: then `volatile` is set. */
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  readonly volatile: boolean;
  readonly left: Side | null;
  readonly right: Side | null;
}

interface Line {
  readonly number: number;
  readonly text: string;
  readonly volatile: boolean;
}

/** Past that, what is common at both ends has to do: a person would not read such a comparison line by line. */
const TIMEOUT_MS = 5000;

const linesOf = ({ text, volatileLines }: ConfigLines): readonly Line[] => {
  const byItself = new Set(volatileLines);
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line, volatile: byItself.has(index) }));
};

const alike = (a: Line, b: Line): boolean => (a.volatile ? b.volatile : !b.volatile && a.text === b.text);

const plain = ({ number, text }: Line): Side => ({ number, pieces: [{ text, marked: false }] });

const sameRow = (a: Line, b: Line): DiffRow => ({
  kind: 'same',
  volatile: a.volatile,
  left: plain(a),
  right: plain(b),
});

/** The lines that went and those that came in their place stand beside each other, the surplus alone. */
function changedRows(gone: readonly Line[], come: readonly Line[]): DiffRow[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index): DiffRow => {
    const [old, now] = [gone[index], come[index]];
    if (old === undefined || now === undefined) {
      const kind = old === undefined ? 'added' : 'removed';
      return { kind, volatile: false, left: old ? plain(old) : null, right: now ? plain(now) : null };
    }
    const marks = markWords(old.text, now.text);
    return {
      kind: 'changed',
      volatile: false,
      left: { number: old.number, pieces: marks.before },
      right: { number: now.number, pieces: marks.after },
    };
  });
}

/** How many lines are the same at the beginning. */
function commonStart(a: readonly Line[], b: readonly Line[]): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  for (; count < most; count += 1) {
    const [one, other] = [a[count], b[count]];
    if (one === undefined || other === undefined || !alike(one, other)) break;
  }
  return count;
}

function coarseRows(before: readonly Line[], after: readonly Line[]): DiffRow[] {
  const start = commonStart(before, after);
  const end = commonStart(before.slice(start).toReversed(), after.slice(start).toReversed());
  const same = (from: number, fromAfter: number, count: number): DiffRow[] =>
    before.slice(from, from + count).flatMap((line, index) => {
      const other = after[fromAfter + index];
      return other === undefined ? [] : [sameRow(line, other)];
    });
  return [
    ...same(0, 0, start),
    ...changedRows(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...same(before.length - end, after.length - end, end),
  ];
}

export function diffRows(older: ConfigLines, newer: ConfigLines): DiffRow[] {
  const [before, after] = [linesOf(older), linesOf(newer)];
  const parts = diffArrays([...before], [...after], { comparator: alike, timeout: TIMEOUT_MS });
  if (parts === undefined) return coarseRows(before, after);
  const rows: DiffRow[] = [];
  let [left, right] = [0, 0];
  let gone: readonly Line[] = [];
  let come: readonly Line[] = [];
  const flush = (): void => {
    rows.push(...changedRows(gone, come));
    [gone, come] = [[], []];
  };
  for (const { added, removed, count } of parts) {
    if (removed) gone = before.slice(left, (left += count));
    else if (added) come = after.slice(right, (right += count));
    else {
      flush();
      for (let index = 0; index < count; index += 1) {
        const [a, b] = [before[left + index], after[right + index]];
        if (a !== undefined && b !== undefined) rows.push(sameRow(a, b));
      }
      left += count;
      right += count;
    }
  }
  flush();
  return rows;
}

export interface DiffCounts {
  readonly added: number;
  readonly removed: number;
  /** Lines that differ, but change by themselves. */
  readonly byThemselves: number;
}

export function countRows(rows: readonly DiffRow[]): DiffCounts {
  const isChange = ({ kind }: DiffRow): boolean => kind !== 'same';
  const textOf = (side: Side | null): string => side?.pieces.map((piece) => piece.text).join('') ?? '';
  return {
    added: rows.filter((row) => isChange(row) && row.right !== null).length,
    removed: rows.filter((row) => isChange(row) && row.left !== null).length,
    byThemselves: rows.filter((row) => row.volatile && textOf(row.left) !== textOf(row.right)).length,
  };
}
