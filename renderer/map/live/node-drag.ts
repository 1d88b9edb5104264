/** A node being dragged: a device, or all devices of a stack or site together. Where it is let go it is pinned. */
import type { Position } from '../../../shared/contract/topology.ts';
import type { SceneNode } from '../scene/scene-types.ts';
import type { PositionsBook } from './positions-book.ts';

export class NodeDrag {
  readonly #positions: PositionsBook;
  #before: readonly Position[] = [];
  #dx = 0;
  #dy = 0;

  constructor(positions: PositionsBook) {
    this.#positions = positions;
  }

  begin(node: SceneNode): void {
    const own = node.deviceIds.flatMap((id) => this.#positions.get(id) ?? []);
    // A device that left its stack stands where there was room, which is not where it is kept.
    const [only] = own;
    this.#before = node.kind === 'device' && only ? [{ ...only, x: node.x, y: node.y }] : own;
    this.#dx = 0;
    this.#dy = 0;
  }

  /** World pixels. */
  move(dx: number, dy: number): void {
    this.#dx += dx;
    this.#dy += dy;
    this.#positions.preview(this.#after());
  }

  end(cancelled: boolean): void {
    if (cancelled) this.#positions.preview(this.#before);
    else this.#positions.keep(this.#after(), this.#before);
    this.#before = [];
  }

  #after(): readonly Position[] {
    return this.#before.map(({ id, x, y }) => ({
      id,
      x: Math.round(x + this.#dx),
      y: Math.round(y + this.#dy),
      pinned: true,
    }));
  }
}
