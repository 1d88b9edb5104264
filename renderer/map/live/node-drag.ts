/** Nodes being moved: devices, and all devices of a stack or site together. Where they are let go they are pinned. */
import type { Position } from '../../../shared/contract/topology.ts';
import type { SceneNode } from '../scene/scene-types.ts';
import type { PositionsBook } from './positions-book.ts';

/** Where the devices of a node stand. A device that left its stack stands where there was room, not where it is kept. */
export function placesOf(node: SceneNode, positions: PositionsBook): readonly Position[] {
  const own = node.deviceIds.flatMap((id) => positions.get(id) ?? []);
  const [only] = own;
  return node.kind === 'device' && only ? [{ ...only, x: node.x, y: node.y }] : own;
}

export const moved = ({ id, x, y }: Position, dx: number, dy: number): Position => ({
  id,
  x: Math.round(x + dx),
  y: Math.round(y + dy),
  pinned: true,
});

export class NodeDrag {
  readonly #positions: PositionsBook;
  #before: readonly Position[] = [];
  #dx = 0;
  #dy = 0;

  constructor(positions: PositionsBook) {
    this.#positions = positions;
  }

  begin(nodes: readonly SceneNode[]): void {
    this.#before = nodes.flatMap((node) => placesOf(node, this.#positions));
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
    return this.#before.map((position) => moved(position, this.#dx, this.#dy));
  }
}
