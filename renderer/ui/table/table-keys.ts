/** What a key means in a table. Pure. */
import { nextIndex } from '../list-keys.ts';
import type { TableLine } from './table-lines.ts';

export interface TableKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

export type TableCommand =
  | { readonly do: 'go'; readonly to: number; readonly mark: boolean }
  | { readonly do: 'fold'; readonly folded: boolean; readonly all: boolean }
  | { readonly do: 'toggle-mark' | 'mark-all' | 'clear-marks' | 'open' | 'menu' };

const PAGE_ROWS = 15;

/** Null when the key is not for the table. `active` is the place of the active line, -1 where there is none. */
export function tableCommand<R>(
  event: TableKey,
  lines: readonly TableLine<R>[],
  active: number,
  hasMarks: boolean,
): TableCommand | null {
  const line = lines[active];
  const { key, shiftKey } = event;
  if (event.ctrlKey || event.metaKey) return key.toLowerCase() === 'a' ? { do: 'mark-all' } : null;
  if (key === 'ArrowRight' && line?.kind === 'group') return { do: 'fold', folded: false, all: shiftKey };
  if (key === 'ArrowLeft' && line !== undefined) return foldOrGoUp(lines, active, shiftKey);
  if (key === ' ' && line?.kind === 'row') return { do: 'toggle-mark' };
  if (key === 'Escape' && hasMarks) return { do: 'clear-marks' };
  if (key === 'Enter' && line !== undefined) return { do: 'open' };
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return { do: 'menu' };
  const to = nextIndex(key, active, lines.length, PAGE_ROWS);
  return to === null ? null : { do: 'go', to, mark: shiftKey };
}

/** In a tree, left goes from a row to the head of its group and folds it from there. */
function foldOrGoUp<R>(lines: readonly TableLine<R>[], active: number, all: boolean): TableCommand | null {
  if (lines[active]?.kind === 'group') return { do: 'fold', folded: true, all };
  const head = lines.slice(0, active).findLastIndex((line) => line.kind === 'group');
  return head < 0 ? null : { do: 'go', to: head, mark: false };
}
