/** The graphs of one board: a change is shown at once, goes to the engine, and can be undone step by step. */
import { useEffect, useRef, useState } from 'react';
import type { Board } from '../../shared/contract/boards.ts';
import { call } from '../engine/connection.ts';
import { toastFailure } from '../state/use-action.ts';
import { showToast } from '../ui/Toast.tsx';
import { without, type Graphs } from './board-edits.ts';

const MOST_UNDOS = 50;

export interface BoardEdits {
  readonly graphs: Graphs;
  readonly put: (graphs: Graphs) => void;
  readonly remove: (id: string, name: string) => void;
  readonly undo: () => void;
}

/** What this window has shown but the engine has not told yet. */
interface Pending {
  readonly graphs: Graphs;
  readonly over: Board;
}

export function useBoardEdits(board: Board): BoardEdits {
  const [pending, setPending] = useState<Pending | null>(null);
  const graphs = pending !== null && pending.over === board ? pending.graphs : board.graphs;
  const newest = useRef(graphs);
  const undos = useRef<Graphs[]>([]);
  useEffect(() => {
    newest.current = graphs;
  });

  const send = (next: Graphs): void => {
    newest.current = next;
    setPending({ graphs: next, over: board });
    call('board.change', { boardId: board.id, graphs: [...next] }).catch((error: unknown) => {
      setPending(null);
      toastFailure(`“${board.name}” was not changed`, error);
    });
  };
  const put = (next: Graphs): void => {
    if (next === newest.current) return;
    undos.current = [...undos.current, newest.current].slice(-MOST_UNDOS);
    send(next);
  };
  const undo = (): void => {
    const last = undos.current.pop();
    if (last === undefined) showToast({ title: 'Nothing to undo on this board' });
    else send(last);
  };
  const remove = (id: string, name: string): void => {
    put(without(newest.current, id));
    showToast({ title: `Graph “${name}” removed`, action: { label: 'Undo', run: undo } });
  };
  return { graphs, put, remove, undo };
}
