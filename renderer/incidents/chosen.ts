/** Which incidents of the list something is to be done with. */
import { useMemo, useState } from 'react';

export interface Chosen {
  readonly ids: ReadonlySet<number>;
  /** One in or out; with `range` all from the last one touched up to it come in. `order` is that of the list. */
  readonly toggle: (id: number, range: boolean, order: readonly number[]) => void;
  /** All between two come in. */
  readonly extend: (fromId: number, toId: number, order: readonly number[]) => void;
  readonly all: (order: readonly number[]) => void;
  readonly clear: () => void;
}

/** Both ends and what stands between them; only the second where the first is not in the list. Pure. */
export function between(fromId: number, toId: number, order: readonly number[]): readonly number[] {
  const [from, to] = [order.indexOf(fromId), order.indexOf(toId)];
  if (from === -1 || to === -1) return [toId];
  return order.slice(Math.min(from, to), Math.max(from, to) + 1);
}

interface State {
  readonly ids: ReadonlySet<number>;
  readonly lastId: number | null;
}

const none: State = { ids: new Set(), lastId: null };

export function useChosen(): Chosen {
  const [state, setState] = useState<State>(none);
  return useMemo(() => {
    const add = (more: readonly number[], lastId: number): void =>
      setState(({ ids }) => ({ ids: new Set([...ids, ...more]), lastId }));
    return {
      ids: state.ids,
      toggle: (id, range, order) => {
        if (range && state.lastId !== null) add(between(state.lastId, id, order), id);
        else if (state.ids.has(id)) setState({ ids: new Set([...state.ids].filter((one) => one !== id)), lastId: id });
        else add([id], id);
      },
      extend: (fromId, toId, order) => add(between(fromId, toId, order), toId),
      all: (order) => setState({ ids: new Set(order), lastId: null }),
      clear: () => setState(none),
    };
  }, [state]);
}
