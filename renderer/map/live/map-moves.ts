/** Everything that moves nodes, by keys, buttons and menus alike. The lock stops it all. */
import type { Position } from '../../../shared/contract/topology.ts';
import { showToast } from '../../ui/Toast.tsx';
import { aligned, distributed, type Axis, type Edge } from '../geometry/align.ts';
import type { Direction } from '../geometry/nearest-node.ts';
import type { Point } from '../geometry/plane.ts';
import type { SceneNode } from '../scene/scene-types.ts';
import { useMapChoices } from './map-choices.ts';
import type { MapContext } from './map-context.ts';
import { moved, NodeDrag, placesOf } from './node-drag.ts';

/** World pixels. */
const NUDGES: Readonly<Record<Direction, readonly [dx: number, dy: number]>> = {
  left: [-16, 0],
  right: [16, 0],
  up: [0, -16],
  down: [0, 16],
};

export class MapMoves {
  readonly drag: NodeDrag;
  readonly #map: MapContext;
  readonly #fit: () => void;

  constructor(map: MapContext, fit: () => void) {
    this.#map = map;
    this.#fit = fit;
    this.drag = new NodeDrag(map.positions);
  }

  get locked(): boolean {
    return useMapChoices.getState().locked;
  }

  /** False, and says why, when the map is locked. */
  mayMove(): boolean {
    if (this.locked) showToast({ title: 'The map is locked', detail: 'Unlock it to move things.' });
    return !this.locked;
  }

  /** Moves nodes by a step, for whoever cannot drag (WCAG 2.2, 2.5.7). */
  nudge(nodes: readonly SceneNode[], direction: Direction): void {
    if (nodes.length === 0 || !this.mayMove()) return;
    const [dx, dy] = NUDGES[direction];
    this.drag.begin(nodes);
    this.drag.move(dx, dy);
    this.drag.end(false);
    for (const { x, y } of nodes.slice(0, 1)) this.#map.camera.show({ x: x + dx, y: y + dy });
  }

  align(nodes: readonly SceneNode[], edge: Edge): void {
    this.#moveTo(nodes, aligned(nodes, edge));
  }

  distribute(nodes: readonly SceneNode[], axis: Axis): void {
    this.#moveTo(nodes, distributed(nodes, axis));
  }

  /** Pinned, a device stays where it is when the map is arranged. */
  pin(nodes: readonly SceneNode[], pinned: boolean): void {
    if (!this.mayMove()) return;
    const before = nodes.flatMap((node) => placesOf(node, this.#map.positions));
    this.#keep(
      before.map((position) => ({ ...position, x: Math.round(position.x), y: Math.round(position.y), pinned })),
      before,
    );
  }

  undo(): boolean {
    return this.#keptInView(this.mayMove() && this.#map.positions.undo());
  }

  redo(): boolean {
    return this.#keptInView(this.mayMove() && this.#map.positions.redo());
  }

  /** After a step of undo: who has the whole map in view keeps it so. */
  #keptInView(stepped: boolean): boolean {
    if (stepped && !this.#map.camera.touched) this.#fit();
    return stepped;
  }

  /** What a stack or a site shows is moved by as much as its node. */
  #moveTo(nodes: readonly SceneNode[], places: readonly Point[]): void {
    if (nodes.length === 0 || !this.mayMove()) return;
    const before: Position[] = [];
    const after: Position[] = [];
    for (const [i, node] of nodes.entries()) {
      const place = places[i] ?? node;
      for (const position of placesOf(node, this.#map.positions)) {
        before.push(position);
        after.push(moved(position, place.x - node.x, place.y - node.y));
      }
    }
    this.#keep(after, before);
  }

  #keep(after: readonly Position[], before: readonly Position[]): void {
    this.#map.positions.keep(after, before);
  }
}
