/** Which menu opens where, by pointer and by keys. */
import { middleOf, type Point } from '../geometry/plane.ts';
import type { MapContext } from './map-context.ts';
import type { MapFocus } from './map-focus.ts';
import type { MapPointer } from './map-pointer.ts';
import { menuTarget, targetOfNode, type MenuTarget } from './menu-target.ts';
import type { NodeGroup } from './node-group.ts';
import type { SelectedOnMap } from './selection-on-map.ts';
import { toScreen } from './viewport.ts';

interface Parts {
  readonly pointer: MapPointer;
  readonly group: NodeGroup;
  readonly focus: MapFocus;
  readonly selected: () => SelectedOnMap;
}

export class MenuOpener {
  readonly #map: MapContext;
  readonly #parts: Parts;

  constructor(map: MapContext, parts: Parts) {
    this.#map = map;
    this.#parts = parts;
  }

  /** The menu of what lies at a point of the map; `onPage` is the same point in pixels of the window. */
  at(at: Point, onPage: Point): void {
    const { pointer, group } = this.#parts;
    this.#open(menuTarget(pointer.hitAt(at), group.nodes()), onPage);
  }

  /** Of what the keyboard is at: group, selected link, focused node, else the map itself. `corner` is the map's. */
  byKey(corner: Point): void {
    const { target, place } = this.#targetOfKeys();
    this.#open(target, { x: corner.x + place.x, y: corner.y + place.y });
  }

  close(): void {
    this.#map.shown.setState({ menu: null });
  }

  #open(target: MenuTarget, at: Point): void {
    this.#map.shown.setState({ menu: { target, at }, hovered: null });
  }

  #targetOfKeys(): { readonly target: MenuTarget; readonly place: Point } {
    const { camera } = this.#map;
    const placeOf = (world: Point): Point => toScreen(camera.viewport, world);
    const nodes = [...this.#parts.group.nodes().values()];
    const [first] = nodes;
    if (first && nodes.length > 1) return { target: { kind: 'group', nodes }, place: placeOf(first) };
    const { link } = this.#parts.selected();
    if (link) return { target: { kind: 'link', link }, place: placeOf(middleOf(link.line.from, link.line.to)) };
    const node = this.#parts.focus.node();
    if (node) return { target: targetOfNode(node), place: placeOf(node) };
    return { target: { kind: 'canvas' }, place: { x: camera.size.width / 2, y: camera.size.height / 3 } };
  }
}
