/** What the pointer does on the map: selects, opens, drags, draws out a box, hovers. */
import { rectBetween, type Point, type Rect } from '../geometry/plane.ts';
import type { SceneNode } from '../scene/scene-types.ts';
import type { GestureKeys, GestureListener, PressMode } from './gestures.ts';
import { hitTest, type Hit } from './hit-test.ts';
import { useMapChoices } from './map-choices.ts';
import type { MapContext } from './map-context.ts';
import type { MapMoves } from './map-moves.ts';
import type { Hovered } from './map-shown.ts';
import { openNode } from './open-node.ts';
import type { NodeGroup } from './node-group.ts';
import { selectHere, selectLink, selectNode } from './select-here.ts';
import { toWorld } from './viewport.ts';

export class MapPointer implements GestureListener {
  readonly #map: MapContext;
  readonly #group: NodeGroup;
  readonly #moves: MapMoves;
  #box: Rect | null = null;
  #adds = false;

  constructor(map: MapContext, group: NodeGroup, moves: MapMoves) {
    this.#map = map;
    this.#group = group;
    this.#moves = moves;
  }

  /** The box being drawn out, in world coordinates. */
  get drawnBox(): Rect | null {
    return this.#box;
  }

  hitAt(at: Point): Hit {
    const scene = this.#map.scene();
    const { viewport } = this.#map.camera;
    return scene ? hitTest(scene, toWorld(viewport, at), viewport.zoom) : null;
  }

  readonly press = (at: Point, keys: GestureKeys): PressMode => {
    const hit = this.hitAt(at);
    this.#map.shown.setState({ focusedNode: null, hovered: null, menu: null });
    this.#map.redraw();
    if (keys.shift) return this.#beginBox(keys);
    if (hit?.kind !== 'node' || keys.command || this.#moves.locked) return 'pan';
    this.#moves.drag.begin(this.#group.around(hit.node));
    return 'drag';
  };

  readonly drag = (dx: number, dy: number): void => {
    const { zoom } = this.#map.camera.viewport;
    this.#moves.drag.move(dx / zoom, dy / zoom);
  };

  readonly dragEnd = (cancelled: boolean): void => {
    this.#moves.drag.end(cancelled);
  };

  readonly box = (from: Point, to: Point): void => {
    const { viewport } = this.#map.camera;
    this.#box = rectBetween(toWorld(viewport, from), toWorld(viewport, to));
    this.#map.redraw();
  };

  readonly boxEnd = (cancelled: boolean): void => {
    if (this.#box && !cancelled) this.#group.inBox(this.#box, this.#adds);
    this.#box = null;
    this.#map.redraw();
  };

  readonly pan = (dx: number, dy: number): void => {
    this.#map.shown.setState({ hovered: null });
    this.#map.camera.pan(dx, dy);
  };

  readonly zoom = (factor: number, at: Point): void => {
    this.#map.shown.setState({ hovered: null });
    this.#map.camera.zoom(factor, at);
  };

  readonly hover = (at: Point | null): void => {
    const hit = at ? this.hitAt(at) : null;
    const hover = hit === null ? 'nothing' : hit.kind === 'link' ? 'link' : 'node';
    const last = this.#map.shown.getState();
    if (last.hover !== hover) this.#map.shown.setState({ hover });
    const hovered = at ? hoveredThing(hit, at) : null;
    if (hovered?.key === last.hovered?.key) return;
    this.#map.shown.setState({ hovered });
    this.#map.redraw();
  };

  readonly click = (at: Point, double: boolean, keys: GestureKeys): void => {
    const hit = this.hitAt(at);
    if (hit?.kind === 'node') {
      this.#clickNode(hit.node, double, keys);
      return;
    }
    if (keys.command || keys.shift) return;
    this.#group.clear();
    if (hit === null) selectHere(null);
    else if (hit.kind === 'link') selectLink(hit.link);
    else if (hit.kind === 'fold-button') useMapChoices.getState().setFoldOpen(hit.key, false);
    else useMapChoices.getState().setSite(hit.site, 'closed');
  };

  #clickNode(node: SceneNode, double: boolean, keys: GestureKeys): void {
    if (keys.command || keys.shift) {
      this.#group.toggle(node.key);
      return;
    }
    this.#group.clear();
    if (node.kind === 'device' && !double) selectNode(node);
    else openNode(node);
  }

  #beginBox(keys: GestureKeys): 'box' {
    this.#adds = keys.command;
    return 'box';
  }
}

function hoveredThing(hit: Hit, at: Point): Hovered | null {
  if (hit?.kind === 'node') return { kind: 'node', key: hit.node.key, at };
  if (hit?.kind === 'link') return { kind: 'link', key: hit.link.key, at };
  return null;
}
