/** Undo and redo of moves. Each step gives a new history; it is kept while the window lives, whatever view it shows. */
import { create } from 'zustand';
import type { Position } from '../../../shared/contract/topology.ts';

export interface Move {
  /** Where the moved devices stood, and where they stand now. */
  readonly before: readonly Position[];
  readonly after: readonly Position[];
}

export interface MoveHistory {
  readonly done: readonly Move[];
  readonly undone: readonly Move[];
}

const MOST_KEPT = 100;

export const noMoves: MoveHistory = { done: [], undone: [] };

export const useMoveHistory = create<MoveHistory>(() => noMoves);

export function withMove(history: MoveHistory, move: Move): MoveHistory {
  return { done: [...history.done, move].slice(-MOST_KEPT), undone: [] };
}

export interface HistoryStep {
  readonly history: MoveHistory;
  /** The positions to set. */
  readonly positions: readonly Position[];
}

export function undo({ done, undone }: MoveHistory): HistoryStep | null {
  const last = done.at(-1);
  return last ? { history: { done: done.slice(0, -1), undone: [...undone, last] }, positions: last.before } : null;
}

export function redo({ done, undone }: MoveHistory): HistoryStep | null {
  const last = undone.at(-1);
  return last ? { history: { done: [...done, last], undone: undone.slice(0, -1) }, positions: last.after } : null;
}
