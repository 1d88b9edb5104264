/** Find and fly: brings what somebody asks for into the middle and rings it, opening the stack or site that it is folded into. */
import { middleOf, type Point } from '../geometry/plane.ts';
import { useMapTarget, type MapTarget } from '../../state/map-target.ts';
import { isFiltered, noFilter } from '../scene/filter-devices.ts';
import type { Scene, SceneNode } from '../scene/scene-types.ts';
import { useMapChoices } from './map-choices.ts';
import type { MapContext } from './map-context.ts';
import type { Rings } from './rings.ts';
import { selectHere } from './select-here.ts';

export class MapFlight {
  readonly #map: MapContext;
  readonly #rings: Rings;
  readonly #stop: () => void;

  constructor(map: MapContext, rings: Rings) {
    this.#map = map;
    this.#rings = rings;
    this.#stop = useMapTarget.subscribe(() => this.follow());
  }

  close(): void {
    this.#stop();
  }

  /** Called after each change of the scene too: what was asked for may only now be there. */
  follow(): void {
    const { target } = useMapTarget.getState();
    const scene = this.#map.scene();
    if (target === null || !scene) return;
    const place =
      target.kind === 'device' ? this.#placeOfDevice(scene, target.deviceId) : this.#placeOfLink(scene, target);
    if (place) this.#land(target, place);
  }

  #land(target: MapTarget, { at, radius }: Place): void {
    useMapTarget.setState({ target: null });
    selectHere(target);
    this.#map.camera.flyTo(at);
    this.#rings.start(at, radius);
    this.#map.redraw();
  }

  /** Null while something must be opened first: the scene changes, and `follow` is called again. */
  #placeOfDevice(scene: Scene, deviceId: number): Place | null {
    const node = scene.nodes.get(scene.nodeOf.get(deviceId) ?? '');
    if (!node) this.#showAll();
    else if (node.kind !== 'device') this.#open(node);
    else return { at: node, radius: node.halfWidth };
    return null;
  }

  #placeOfLink(scene: Scene, { linkId }: { readonly linkId: number }): Place | null {
    const link = scene.links.find(({ linkIds }) => linkIds.includes(linkId));
    if (link) return { at: middleOf(link.line.from, link.line.to), radius: 12 };
    this.#showAll();
    return null;
  }

  #open(node: SceneNode): void {
    const { setFoldOpen, setSite } = useMapChoices.getState();
    if (node.kind === 'fold') setFoldOpen(node.key, true);
    else setSite(node.name, 'open');
  }

  #showAll(): void {
    const { filter, setFilter } = useMapChoices.getState();
    if (isFiltered(filter)) setFilter(noFilter);
  }
}

interface Place {
  readonly at: Point;
  /** Of the thing itself, in world pixels. */
  readonly radius: number;
}
