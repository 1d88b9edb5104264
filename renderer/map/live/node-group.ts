/** Nodes selected together: to move, align, pin or arrange them as one. */
import { contains, type Rect } from '../geometry/plane.ts';
import type { NodeKey, SceneNode } from '../scene/scene-types.ts';
import type { MapContext } from './map-context.ts';
import { selectHere } from './select-here.ts';

export class NodeGroup {
  readonly #map: MapContext;

  constructor(map: MapContext) {
    this.#map = map;
  }

  nodes(): ReadonlyMap<NodeKey, SceneNode> {
    const scene = this.#map.scene();
    const { group } = this.#map.shown.getState();
    return new Map(
      [...group].flatMap((key) => (scene?.nodes.has(key) ? [[key, scene.nodes.get(key) as SceneNode]] : [])),
    );
  }

  /** What a move is about: the whole group when the node belongs to it, else the node alone. */
  around(node: SceneNode): readonly SceneNode[] {
    const nodes = this.nodes();
    return nodes.size > 1 && nodes.has(node.key) ? [...nodes.values()] : [node];
  }

  set(keys: Iterable<NodeKey>): void {
    this.#map.shown.setState({ group: new Set(keys) });
    this.#map.redraw();
  }

  clear(): void {
    if (this.#map.shown.getState().group.size > 0) this.set([]);
  }

  /** The first one brings what is selected already into the group: a click and then a Ctrl-click make two. */
  toggle(key: NodeKey): void {
    const { group } = this.#map.shown.getState();
    const selected = this.#map.selectedNode()?.key;
    const next = new Set(group.size === 0 && selected !== undefined && selected !== key ? [selected] : group);
    if (!next.delete(key)) next.add(key);
    this.set(next);
  }

  all(): void {
    this.set(this.#map.scene()?.nodes.keys() ?? []);
    selectHere(null);
  }

  /** Nodes whose middle lies in the box (world coordinates). */
  inBox(box: Rect, added: boolean): void {
    const inside = [...(this.#map.scene()?.nodes.values() ?? [])].filter((node) => contains(box, node));
    const before = added ? this.#map.shown.getState().group : [];
    this.set([...before, ...inside.map(({ key }) => key)]);
  }
}
