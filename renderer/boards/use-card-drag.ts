/** Order and size of cards by pointer: what is dragged shows its new place at once, and is kept when it is let go. */
import { useState, type PointerEvent } from 'react';
import { change, moveTo, nearestHeight, WIDEST, type Graphs } from './board-edits.ts';

export interface CardDrag {
  /** As shown while something is dragged; null otherwise. */
  readonly preview: Graphs | null;
  readonly draggedId: string | null;
  readonly startMove: (event: PointerEvent, graphs: Graphs, id: string) => void;
  readonly startSize: (event: PointerEvent, graphs: Graphs, id: string) => void;
}

const cardUnder = (x: number, y: number): string | null => {
  for (const element of document.elementsFromPoint(x, y)) {
    const card = element.closest<HTMLElement>('[data-graph]');
    if (card !== null) return card.dataset['graph'] ?? null;
  }
  return null;
};

/** Follows the pointer over the whole window until it is let go; Escape takes all back. */
function follow(onMove: (x: number, y: number) => void, onEnd: (kept: boolean) => void): void {
  const over = new AbortController();
  const { signal } = over;
  const end = (kept: boolean) => (): void => {
    over.abort();
    onEnd(kept);
  };
  window.addEventListener('pointermove', ({ clientX, clientY }) => onMove(clientX, clientY), { signal });
  window.addEventListener('pointerup', end(true), { signal });
  window.addEventListener('pointercancel', end(false), { signal });
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false)(), { signal });
}

export function useCardDrag(keep: (graphs: Graphs) => void): CardDrag {
  const [drag, setDrag] = useState<{ readonly id: string; readonly graphs: Graphs } | null>(null);
  const run = (graphs: Graphs, id: string, next: (now: Graphs, x: number, y: number) => Graphs): void => {
    let now = graphs;
    setDrag({ id, graphs });
    follow(
      (x, y) => {
        const after = next(now, x, y);
        if (after === now) return;
        now = after;
        setDrag({ id, graphs: now });
      },
      (kept) => {
        setDrag(null);
        if (kept) keep(now);
      },
    );
  };
  return {
    preview: drag?.graphs ?? null,
    draggedId: drag?.id ?? null,
    startMove: (event, graphs, id) => {
      if (event.button !== 0) return;
      let last: string | null = id;
      run(graphs, id, (now, x, y) => {
        const target = cardUnder(x, y);
        // A card that came under the pointer by the move itself must not move it back.
        if (target === last) return now;
        last = target;
        return target === null || target === id ? now : moveTo(now, id, target);
      });
    },
    startSize: (event, graphs, id) => {
      if (event.button !== 0) return;
      event.preventDefault();
      const card = event.currentTarget.closest<HTMLElement>('[data-graph]');
      const grid = card?.parentElement;
      if (!card || !grid) return;
      const box = card.getBoundingClientRect();
      const column = grid.getBoundingClientRect().width / WIDEST;
      run(graphs, id, (now, x, y) => {
        const columns = Math.min(WIDEST, Math.max(1, Math.round((x - box.left) / column)));
        const height = nearestHeight(y - box.top);
        const graph = now.find((one) => one.id === id);
        return graph?.columns === columns && graph.height === height ? now : change(now, id, { columns, height });
      });
    },
  };
}
