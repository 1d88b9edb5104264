import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { BoardCard, type CardEdits } from './BoardCard.tsx';
import { change, duplicate, heighten, moveBy, widen, type Graphs } from './board-edits.ts';
import type { BoardEdits } from './use-board-edits.ts';
import { useCardDrag } from './use-card-drag.ts';
import styles from './Boards.module.css';

export interface BoardGridProps {
  readonly name: string;
  readonly graphs: Graphs;
  /** Null: nothing can be changed here. */
  readonly edits: BoardEdits | null;
}

const GRIP_HELP =
  'Arrow keys move the graph. Shift with left and right changes its width, with up and down its height.';

/** What a key on the grip makes of the board. */
function edited(graphs: Graphs, id: string, { key, shiftKey }: KeyboardEvent): Graphs | null {
  if (shiftKey && key === 'ArrowLeft') return widen(graphs, id, -1);
  if (shiftKey && key === 'ArrowRight') return widen(graphs, id, 1);
  if (shiftKey && key === 'ArrowUp') return heighten(graphs, id, -1);
  if (shiftKey && key === 'ArrowDown') return heighten(graphs, id, 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return moveBy(graphs, id, -1);
  if (key === 'ArrowRight' || key === 'ArrowDown') return moveBy(graphs, id, 1);
  return null;
}

function placeWords(graphs: Graphs, id: string, name: string): string {
  const at = graphs.findIndex((graph) => graph.id === id);
  const graph = graphs[at];
  if (graph === undefined) return '';
  const wide = graph.columns === 1 ? '1 column' : `${graph.columns} columns`;
  return `${name}: place ${at + 1} of ${graphs.length}, ${wide} wide, ${graph.height}.`;
}

/** Graphs in three columns. The list keeps its order in the document; while a card is dragged, only its looks move. */
export function BoardGrid({ name, graphs, edits }: BoardGridProps): ReactNode {
  const [said, setSaid] = useState('');
  const grid = useRef<HTMLUListElement>(null);
  const focusOn = useRef<string | null>(null);
  const drag = useCardDrag((next) => edits?.put(next));
  const preview = drag.preview ?? graphs;

  // A card that changes its place in the document loses the focus.
  useEffect(() => {
    if (focusOn.current === null) return;
    grid.current?.querySelector<HTMLElement>(`[data-graph="${focusOn.current}"] button`)?.focus();
    focusOn.current = null;
  });

  const cardEdits = (id: string): CardEdits | null =>
    edits === null
      ? null
      : {
          change: (changes) => edits.put(change(edits.graphs, id, changes)),
          duplicate: () => edits.put(duplicate(edits.graphs, id)),
          remove: (title) => edits.remove(id, title),
          onGripDown: (event) => drag.startMove(event, edits.graphs, id),
          onCornerDown: (event) => drag.startSize(event, edits.graphs, id),
          onGripKey: (event, title) => {
            const next = edited(edits.graphs, id, event);
            if (next === null) return;
            event.preventDefault();
            focusOn.current = next === edits.graphs ? null : id;
            edits.put(next);
            setSaid(placeWords(next, id, title));
          },
        };
  return (
    <div className={styles.scroller}>
      {edits !== null && (
        <p id="board-grip-help" className="only-for-readers">
          {GRIP_HELP}
        </p>
      )}
      <p className="only-for-readers" role="status">
        {said}
      </p>
      <ul
        ref={grid}
        className={styles.grid}
        aria-label={`Graphs of ${name}`}
        data-dragging={drag.draggedId ?? undefined}
      >
        {graphs.map((graph) => {
          const place = preview.findIndex(({ id }) => id === graph.id);
          return (
            <BoardCard
              key={graph.id}
              graph={preview[place] ?? graph}
              edits={cardEdits(graph.id)}
              dragged={drag.draggedId === graph.id}
              order={place}
            />
          );
        })}
      </ul>
    </div>
  );
}
