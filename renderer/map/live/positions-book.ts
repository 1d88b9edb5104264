/**
 * Where devices stand: what the engine stored, over that what a person moves at this moment, under that what the page
 * suggests until it is sure. A move shows at once and is sent when it ends; until the engine tells it back, the page's own
 * word holds.
 */
import type { Position } from '../../../shared/contract/topology.ts';
import { call } from '../../engine/connection.ts';
import { redo, undo, useMoveHistory, withMove, type HistoryStep } from './move-history.ts';

const same = (a: Position, b: Position | undefined): boolean =>
  b !== undefined && a.x === b.x && a.y === b.y && a.pinned === b.pinned;

const byId = (positions: readonly Position[]): ReadonlyMap<number, Position> =>
  new Map(positions.map((position) => [position.id, position]));

export class PositionsBook {
  readonly #changed: () => void;
  readonly #failed: (error: unknown) => void;
  readonly #moving = new Map<number, Position>();
  #stored: ReadonlyMap<number, Position> = new Map();
  #suggested: ReadonlyMap<number, Position> = new Map();

  constructor(changed: () => void, failed: (error: unknown) => void) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** What the engine has; own changes that it confirms are forgotten. */
  setStored(positions: readonly Position[]): void {
    this.#stored = byId(positions);
    for (const [id, position] of this.#moving) if (same(position, this.#stored.get(id))) this.#moving.delete(id);
  }

  /** Without what is only suggested. */
  kept(): ReadonlyMap<number, Position> {
    return this.#moving.size === 0 ? this.#stored : new Map([...this.#stored, ...this.#moving]);
  }

  all(): ReadonlyMap<number, Position> {
    return this.#suggested.size === 0 ? this.kept() : new Map([...this.#suggested, ...this.kept()]);
  }

  get(id: number): Position | undefined {
    return this.#moving.get(id) ?? this.#stored.get(id) ?? this.#suggested.get(id);
  }

  /** Where devices stand until it is known where they belong; takes the place of what was suggested before. */
  suggest(positions: readonly Position[]): void {
    this.#suggested = byId(positions);
  }

  /** Shows positions without keeping them: a drag under way. */
  preview(positions: readonly Position[]): void {
    for (const position of positions) this.#moving.set(position.id, position);
    this.#changed();
  }

  /** Keeps what was previewed or laid out; `before` makes it undoable. */
  keep(after: readonly Position[], before: readonly Position[] | null): void {
    if (before !== null && before.length > 0) {
      useMoveHistory.setState((history) => withMove(history, { before, after }));
    }
    this.preview(after);
    this.#send(after);
  }

  undo(): boolean {
    return this.#step(undo(useMoveHistory.getState()));
  }

  redo(): boolean {
    return this.#step(redo(useMoveHistory.getState()));
  }

  #step(step: HistoryStep | null): boolean {
    if (!step) return false;
    useMoveHistory.setState(step.history);
    this.preview(step.positions);
    this.#send(step.positions);
    return true;
  }

  #send(positions: readonly Position[]): void {
    if (positions.length === 0) return;
    const sent = positions.map(({ id, x, y, pinned }) => ({ deviceId: id, x, y, pinned }));
    call('position.set', { positions: sent }).catch((error: unknown) => {
      for (const position of positions)
        if (this.#moving.get(position.id) === position) this.#moving.delete(position.id);
      this.#failed(error);
      this.#changed();
    });
  }
}
