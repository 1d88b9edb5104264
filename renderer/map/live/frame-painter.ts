/** What one frame shows: the scene with use, selection and pulses of this moment, or the last picture of it moved. */
import type { InterfaceLatest } from '../../../shared/contract/series.ts';
import { usePlayhead } from '../../state/playhead.ts';
import { useSelectionStore } from '../../state/selection.ts';
import type { Rect } from '../geometry/plane.ts';
import type { Highlights, LinkInk, PaintedRing } from '../paint/canvas-context.ts';
import { paintMap } from '../paint/paint-map.ts';
import { readPalette, type Palette } from '../paint/palette.ts';
import { inkOf } from '../scene/link-ink.ts';
import type { NodeKey, Scene, SceneLink } from '../scene/scene-types.ts';
import { FrameCache } from './frame-cache.ts';
import { linkFlow, type LinkFlow } from './link-use.ts';
import { useMapChoices } from './map-choices.ts';
import { newFaults } from './new-faults.ts';
import { Pulses } from './pulses.ts';
import type { Rings } from './rings.ts';
import { selectedOnMap } from './selection-on-map.ts';
import { visibleRect, type Size, type Viewport } from './viewport.ts';

export interface FrameSources {
  readonly rings: Rings;
  readonly sample: (interfaceId: number) => InterfaceLatest | undefined;
  readonly deviceOfIncident: (incidentId: number) => number | null;
}

export interface FrameState extends Omit<Highlights, 'selectedNode' | 'selectedLink'> {
  readonly scene: Scene;
  readonly drawnBox: Rect | null;
  readonly viewport: Viewport;
  readonly size: Size;
}

const noNodes: Scene['nodes'] = new Map();

export class FramePainter {
  readonly #sources: FrameSources;
  readonly #pulses = new Pulses();
  readonly #cache = new FrameCache();
  readonly #flows = new Map<string, LinkFlow>();
  readonly #inks = new Map<string, LinkInk>();
  #palette: Palette = readPalette();

  constructor(sources: FrameSources) {
    this.#sources = sources;
  }

  get palette(): Palette {
    return this.#palette;
  }

  lookChanged(): void {
    this.#palette = readPalette();
  }

  samplesChanged(): void {
    this.#flows.clear();
    this.#inks.clear();
  }

  /** Links are coloured by something else now. */
  colouringChanged(): void {
    this.#inks.clear();
  }

  sceneChanged(before: Scene | null, scene: Scene): void {
    this.samplesChanged();
    this.#pulses.start(newFaults(before?.nodes ?? noNodes, scene.nodes), performance.now());
  }

  /** True when the next frame is to be drawn too. */
  paint(context: CanvasRenderingContext2D, nowMs: number, state: FrameState): boolean {
    const pulses = this.#pulses.at(nowMs);
    const rings = this.#sources.rings.at(nowMs);
    const fromPicture = this.#cache.serves(state.viewport, nowMs);
    if (fromPicture) this.#cache.show(context, state.viewport, this.#palette('--canvas'));
    else this.#cache.keep(context.canvas, state.viewport, this.#paintWhole(context, state, { pulses, rings }));
    return fromPicture || pulses.size > 0 || rings.length > 0;
  }

  #paintWhole(context: CanvasRenderingContext2D, state: FrameState, moving: Moving): number {
    const { scene, viewport, size, drawnBox, ...highlights } = state;
    const { selection } = useSelectionStore.getState();
    const selected = selectedOnMap(scene, selection, this.#sources.deviceOfIncident);
    const [selectedNode, selectedLink] = [selected.node, selected.link?.key ?? null];
    context.translate(viewport.panX, viewport.panY);
    context.scale(viewport.zoom, viewport.zoom);
    return paintMap({
      context,
      scene,
      palette: this.#palette,
      zoom: viewport.zoom,
      view: visibleRect(viewport, size),
      highlights: { ...highlights, selectedNode, selectedLink },
      inkOf: (link) => this.#inkOf(link),
      ...moving,
      drawnBox,
      past: usePlayhead.getState().atMs !== null,
    });
  }

  /** What goes through a link at this moment. */
  flowOf(link: SceneLink): LinkFlow {
    const known = this.#flows.get(link.key);
    if (known) return known;
    const flow = linkFlow(link, this.#sources.sample);
    this.#flows.set(link.key, flow);
    return flow;
  }

  #inkOf(link: SceneLink): LinkInk {
    const known = this.#inks.get(link.key);
    if (known) return known;
    const { colouring } = useMapChoices.getState();
    const { a, b } = this.flowOf(link);
    const ink = {
      a: inkOf(colouring, a, link.state),
      b: inkOf(colouring, b, link.state),
      aBps: a.bps,
      bBps: b.bps,
    };
    this.#inks.set(link.key, ink);
    return ink;
  }
}

interface Moving {
  readonly pulses: ReadonlyMap<NodeKey, number>;
  readonly rings: readonly PaintedRing[];
}
