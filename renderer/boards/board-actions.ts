/** Boards as a whole: new, renamed, copied, removed; each told, and removal undone on request. */
import type { Board, BoardGraph } from '../../shared/contract/boards.ts';
import { call } from '../engine/connection.ts';
import { goTo } from '../state/route.ts';
import { toastFailure } from '../state/use-action.ts';
import { showToast } from '../ui/Toast.tsx';

/** Opens the new board. Null where the engine refused: told already. */
export async function addBoard(name: string, graphs: readonly BoardGraph[]): Promise<number | null> {
  try {
    const { boardId } = await call('board.add', { name, graphs: [...graphs] });
    goTo({ view: 'graphs', board: boardId });
    return boardId;
  } catch (error) {
    toastFailure(`The board “${name}” was not made`, error);
    return null;
  }
}

export async function renameBoard(board: Board, name: string): Promise<void> {
  try {
    await call('board.change', { boardId: board.id, name });
  } catch (error) {
    toastFailure(`“${board.name}” was not renamed`, error);
  }
}

export async function removeBoard(board: Board): Promise<void> {
  try {
    await call('board.remove', { boardId: board.id });
    goTo({ view: 'graphs', board: 'busiest' });
    showToast({
      title: `Board “${board.name}” removed`,
      action: { label: 'Undo', run: () => void addBoard(board.name, board.graphs) },
    });
  } catch (error) {
    toastFailure(`“${board.name}” was not removed`, error);
  }
}
