/** Boards of graphs, as people keep them in the file. Nothing refers to them and they refer to nothing: a device may go. */
import { boardGraph, MOST_BOARDS, type Board, type BoardGraph } from '../../../shared/contract/boards.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import type { BoardRow } from '../store/rows.ts';
import { Collection } from './collection.ts';
import type { Network } from './network.ts';

export interface BoardChange {
  readonly name?: string | undefined;
  readonly graphs?: readonly BoardGraph[] | undefined;
}

export class BoardBook {
  readonly items = new Collection<Board>();
  readonly #network: Network;

  constructor(network: Network) {
    this.#network = network;
    this.items.put([...network.boards.all()].map(viewOf));
  }

  /** The new board's id. */
  add(name: string, graphs: readonly BoardGraph[]): number {
    if (this.items.size >= MOST_BOARDS) {
      throw new CallError('conflict', `There are ${MOST_BOARDS} boards already.`, { hint: 'Remove one first.' });
    }
    const id = this.#network.store.nextId('boards');
    this.#put({ id, name, graphs });
    return id;
  }

  change(boardId: number, { name, graphs }: BoardChange): void {
    const row = this.#rowOf(boardId);
    this.#put({ ...row, name: name ?? row.name, graphs: graphs ?? row.graphs });
  }

  remove(boardId: number): void {
    this.#network.boards.remove([this.#rowOf(boardId).id]);
    this.items.remove([boardId]);
  }

  #rowOf(boardId: number): BoardRow {
    const row = this.#network.boards.get(boardId);
    if (row !== undefined) return row;
    throw new CallError('not-found', `There is no board ${boardId} any more; it was removed.`);
  }

  #put(row: BoardRow): void {
    this.#network.boards.put([row]);
    this.items.put([viewOf(row)]);
  }
}

/** A graph that this version does not know is left out, alone: the others stay. */
function viewOf({ id, name, graphs }: BoardRow): Board {
  const known = graphs.flatMap((graph) => {
    const parsed = boardGraph.safeParse(graph);
    return parsed.success ? [parsed.data] : [];
  });
  return { id, name, graphs: known };
}
