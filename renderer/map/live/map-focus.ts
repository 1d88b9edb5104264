/** Where the keyboard is on the map. */
import { nearestNode, type Direction } from '../geometry/nearest-node.ts';
import type { NodeKey, SceneLink, SceneNode } from '../scene/scene-types.ts';
import type { MapContext } from './map-context.ts';
import { inReadingOrder } from './map-shown.ts';
import { selectLink, selectNode } from './select-here.ts';

export class MapFocus {
  readonly #map: MapContext;

  constructor(map: MapContext) {
    this.#map = map;
  }

  node(): SceneNode | null {
    const { focusedNode } = this.#map.shown.getState();
    return focusedNode === null ? null : (this.#map.scene()?.nodes.get(focusedNode) ?? null);
  }

  set(focusedNode: NodeKey | null): void {
    if (this.#map.shown.getState().focusedNode === focusedNode) return;
    this.#map.shown.setState({ focusedNode });
    this.#map.redraw();
  }

  /** Puts the keyboard on the map: on what is selected, else on the first node. */
  enter(): void {
    const scene = this.#map.scene();
    if (this.node() !== null || !scene) return;
    const first = inReadingOrder(scene.nodes.values())[0];
    this.set(this.#map.selectedNode()?.key ?? first?.key ?? null);
  }

  leave(): void {
    this.set(null);
  }

  /** `selects` is false while a group is being put together: the focus moves on alone. */
  move(direction: Direction, selects: boolean): void {
    const node = this.node();
    const scene = this.#map.scene();
    if (!node || !scene) {
      this.enter();
      return;
    }
    const next = nearestNode(node, scene.nodes.values(), direction);
    if (!next) return;
    this.set(next.key);
    this.#map.camera.show(next);
    if (selects && next.kind === 'device') selectNode(next);
  }

  /** Selects the next link of the focused node, in the order of their other ends; for whoever cannot point at one. */
  nextLink(step: 1 | -1, selected: SceneLink | null): void {
    const node = this.node();
    const scene = this.#map.scene();
    if (!node || !scene) return;
    const own = scene.links.filter(({ a, b }) => a.node === node.key || b.node === node.key);
    const index = own.findIndex(({ key }) => key === selected?.key);
    const next = own[index < 0 ? (step === 1 ? 0 : own.length - 1) : (index + step + own.length) % own.length];
    if (next) selectLink(next);
  }
}
