/** Handlers of shared/contract/boards.ts. */
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import type { EngineContext } from './context.ts';

type Handlers = Pick<EngineHandlers, 'board.add' | 'board.change' | 'board.remove'>;

export function boardHandlers({ boards, store }: EngineContext): Handlers {
  return {
    'board.add': async ({ name, graphs }) => {
      const boardId = boards.add(name, graphs);
      await store.flush();
      return { boardId };
    },
    'board.change': async ({ boardId, ...change }) => {
      boards.change(boardId, change);
      await store.flush();
      return {};
    },
    'board.remove': async ({ boardId }) => {
      boards.remove(boardId);
      await store.flush();
      return {};
    },
  };
}
