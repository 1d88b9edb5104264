/** What one frame shows: the scene with use, selection and pulses of this moment, or the last picture of it moved. */
import type { InterfaceLatest } from '../../../shared/contract/series.ts';
import { usePlayhead } from '../../state/playhead.ts';
import { useSelectionStore } from '../../state/selection.ts';
import type { Highlights, UseOfEnds } from '../paint/canvas-context.ts';
import { paintMap } from '../paint/paint-map.ts';
import { readPalette, type Palette } from '../paint/palette.ts';
import type { NodeKey, Scene, SceneLink } from '../scene/scene-types.ts';
import { FrameCache } from './frame-cache.ts';
import { linkUse } from './link-use.ts';
import { newFaults } from './new-faults.ts';
import { Pulses } from './pulses.ts';
import { selectedOnMap } from './selection-on-map.ts';
import { visibleRect, type Size, type Viewport } from './viewport.ts';

export interface FrameSources {
  readonly sample: (interfaceId: number) => InterfaceLatest | undefined;
  readonly deviceOfIncident: (incidentId: number) => number | null;
}

export interface FrameState extends Pick<Highlights, 'hoveredNode' | 'hoveredLink' | 'focusedNode'> {
  readonly scene: Scene;
  readonly viewport: Viewport;
  readonly size: Size;
}

const noNodes: Scene['nodes'] = new Map();
const unknownUse: UseOfEnds = { a: null, b: null, aBps: null, bBps: null };

export class FramePainter {
  readonly #sources: FrameSources;
  readonly #pulses = new Pulses();
  readonly #cache = new FrameCache();
  readonly #useOf = new Map<string, UseOfEnds>();
  #linksByKey: ReadonlyMap<string, SceneLink> = new Map();
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
    this.#useOf.clear();
  }

  sceneChanged(before: Scene | null, scene: Scene): void {
    this.#linksByKey = new Map(scene.links.map((link) => [link.key, link]));
    this.#useOf.clear();
    this.#pulses.start(newFaults(before?.nodes ?? noNodes, scene.nodes), performance.now());
  }

  /** True when the next frame is to be drawn too. */
  paint(context: CanvasRenderingContext2D, nowMs: number, state: FrameState): boolean {
    const pulses = this.#pulses.at(nowMs);
    const fromPicture = this.#cache.serves(state.viewport, nowMs);
    if (fromPicture) this.#cache.show(context, state.viewport, this.#palette('--canvas'));
    else this.#cache.keep(context.canvas, state.viewport, this.#paintWhole(context, state, pulses));
    return fromPicture || pulses.size > 0;
  }

  #paintWhole(context: CanvasRenderingContext2D, state: FrameState, pulses: ReadonlyMap<NodeKey, number>): number {
    const { scene, viewport, size, hoveredNode, hoveredLink, focusedNode } = state;
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
      highlights: { hoveredNode, hoveredLink, focusedNode, selectedNode, selectedLink },
      useOf: (key) => this.#useOfLink(key),
      pulses,
      past: usePlayhead.getState().atMs !== null,
    });
  }

  #useOfLink(key: string): UseOfEnds {
    const known = this.#useOf.get(key);
    if (known) return known;
    const link = this.#linksByKey.get(key);
    const use = link ? linkUse(link, this.#sources.sample) : unknownUse;
    this.#useOf.set(key, use);
    return use;
  }
}
