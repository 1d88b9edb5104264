/** What one frame shows: the scene with use, selection and pulses of this moment, or the last picture of it moved. */
import type { InterfaceLatest } from '../../../shared/contract/series.ts';
import { usePlayhead } from '../../state/playhead.ts';
import { useSelectionStore } from '../../state/selection.ts';
import { grow, type Rect } from '../geometry/plane.ts';
import { GLYPHS_FROM, type Highlights, type LinkInk, type PaintJob } from '../paint/canvas-context.ts';
import { paintMap } from '../paint/paint-map.ts';
import { paintMoving } from '../paint/paint-moving.ts';
import { readPalette, type Palette } from '../paint/palette.ts';
import { inkOf } from '../scene/link-ink.ts';
import { sceneDamage } from '../scene/scene-damage.ts';
import type { Scene, SceneLink } from '../scene/scene-types.ts';
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
  /** What the last frame at rest was drawn from; null where that does not hold any more. */
  #drawn: Drawn | null = null;
  #shapes = 0;

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
    this.#forgetLinks();
    this.#drawn = null;
  }

  /** Links are coloured by something else now. */
  colouringChanged(): void {
    this.#inks.clear();
    this.#drawn = null;
  }

  sceneChanged(before: Scene | null, scene: Scene): void {
    this.#forgetLinks();
    this.#pulses.start(newFaults(before?.nodes ?? noNodes, scene.nodes), performance.now());
  }

  /** True when the next frame is to be drawn too. */
  paint(context: CanvasRenderingContext2D, nowMs: number, state: FrameState): boolean {
    const pulses = this.#pulses.at(nowMs);
    const rings = this.#sources.rings.at(nowMs);
    const { scene, viewport } = state;
    const fromPicture = this.#cache.serves(viewport, nowMs);
    if (fromPicture) this.#cache.show(context, viewport, this.#palette('--canvas'));
    else this.#paintStill(context, this.#toDraw(state));
    intoWorld(context, viewport);
    paintMoving({ context, scene, palette: this.#palette, zoom: viewport.zoom }, { pulses, rings });
    return fromPicture || pulses.size > 0 || rings.length > 0;
  }

  #toDraw({ scene, viewport, size, drawnBox, ...highlights }: FrameState): Drawn {
    const { selection } = useSelectionStore.getState();
    const { node, link } = selectedOnMap(scene, selection, this.#sources.deviceOfIncident);
    const selected = { selectedNode: node, selectedLink: link?.key ?? null };
    const past = usePlayhead.getState().atMs !== null;
    return { scene, viewport, size, drawnBox, ...highlights, ...selected, past, palette: this.#palette };
  }

  /** All that stands still. Of what was drawn before only that which is different, where there is a picture to start from. */
  #paintStill(context: CanvasRenderingContext2D, drawn: Drawn): void {
    const { viewport, size } = drawn;
    const damage = this.#cache.holds(viewport) ? damageOf(this.#drawn, drawn) : null;
    if (damage === null) this.#shapes = this.#paintWithin(context, drawn, visibleRect(viewport, size));
    else this.#cache.show(context, viewport, this.#palette('--canvas'));
    for (const rect of damage ?? []) {
      context.save();
      clipToPixels(context, viewport, rect);
      this.#paintWithin(context, drawn, grow(rect, CULL_MARGIN_PX / viewport.zoom));
      context.restore();
    }
    if (damage?.length !== 0) this.#cache.keep(context.canvas, viewport, this.#shapes);
    this.#drawn = drawn;
  }

  /** Returns how many links and devices were in view. */
  #paintWithin(context: CanvasRenderingContext2D, drawn: Drawn, view: Rect): number {
    const { scene, viewport, palette, drawnBox, past } = drawn;
    context.save();
    intoWorld(context, viewport);
    const inkOfLink = (link: SceneLink): LinkInk => this.#inkOf(link);
    const { zoom } = viewport;
    const job: PaintJob = { context, scene, palette, zoom, view, highlights: drawn, inkOf: inkOfLink, drawnBox, past };
    const shapes = paintMap(job);
    context.restore();
    return shapes;
  }

  #forgetLinks(): void {
    this.#flows.clear();
    this.#inks.clear();
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

/** Everything that decides how a frame looks, but for what moves by itself and for rates of links. */
interface Drawn extends Highlights {
  readonly scene: Scene;
  readonly viewport: Viewport;
  readonly size: Size;
  readonly drawnBox: Rect | null;
  readonly past: boolean;
  readonly palette: Palette;
}

/** Things reach this far out of their own place, on the screen. */
const CULL_MARGIN_PX = 24;

/** Where the new frame differs from the last; null: anywhere. */
function damageOf(before: Drawn | null, now: Drawn): readonly Rect[] | null {
  const { scene, viewport, size } = now;
  if (before === null || !sameButScene(before, now)) return null;
  if (before.scene === scene) return [];
  // The hatch of the past, and what a link tells of itself, reach further than what they belong to.
  if (viewport.zoom >= GLYPHS_FROM || now.past || now.selectedLink !== null || now.hoveredLink !== null) return null;
  return sceneDamage(before.scene, scene, visibleRect(viewport, size), viewport.zoom);
}

const sameButScene = ({ scene: _before, ...before }: Drawn, { scene: _now, ...now }: Drawn): boolean =>
  (Object.keys(now) as (keyof typeof now)[]).every((part) => before[part] === now[part]);

function intoWorld(context: CanvasRenderingContext2D, { panX, panY, zoom }: Viewport): void {
  context.translate(panX, panY);
  context.scale(zoom, zoom);
}

/** To whole pixels of the screen: a clip that cuts through one leaves a seam. */
function clipToPixels(context: CanvasRenderingContext2D, { panX, panY, zoom }: Viewport, rect: Rect): void {
  const ratio = window.devicePixelRatio;
  const down = (px: number): number => Math.floor(px * ratio) / ratio;
  const up = (px: number): number => Math.ceil(px * ratio) / ratio;
  const [left, top] = [down(rect.left * zoom + panX), down(rect.top * zoom + panY)];
  context.beginPath();
  context.rect(left, top, up(rect.right * zoom + panX) - left, up(rect.bottom * zoom + panY) - top);
  context.clip();
}
