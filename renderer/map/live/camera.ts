/** Holds the viewport and moves it, at once or in 240 ms. With reduced motion everything is at once. */
import { grow, type Point, type Rect } from '../geometry/plane.ts';
import {
  between,
  centredOn,
  fitted,
  panned,
  startViewport,
  toScreen,
  visibleRect,
  zoomed,
  type FitOptions,
  type Size,
  type Viewport,
} from './viewport.ts';

const MOVE_MS = 240;
/** A flight ends with its goal at least this far from the edges. */
const EDGE_PX = 70;
/** Whoever is flown to something wants to read its name. */
const READABLE_ZOOM = 0.8;

export const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export class Camera {
  readonly #changed: () => void;
  readonly #fitOptions: FitOptions;
  #viewport: Viewport;
  #size: Size = { width: 0, height: 0 };
  /** What was flown to, until somebody moves on. */
  #aim: Point | null = null;
  #flight: { readonly from: Viewport; readonly to: Viewport; readonly startMs: number } | null = null;
  /** False until a person moved it: as long as nobody did, it keeps the whole map in view. */
  #touched: boolean;

  constructor(changed: () => void, kept: Viewport | null, fitOptions: FitOptions = {}) {
    this.#changed = changed;
    this.#fitOptions = fitOptions;
    this.#viewport = kept ?? startViewport;
    this.#touched = kept !== null;
  }

  get viewport(): Viewport {
    return this.#viewport;
  }

  get size(): Size {
    return this.#size;
  }

  get touched(): boolean {
    return this.#touched;
  }

  /** What was flown to stays in the middle: the inspector that opens for it takes a part of the map away. */
  setSize(size: Size): void {
    this.#size = size;
    if (this.#aim) this.#jump(centredOn(this.#flight?.to ?? this.#viewport, this.#aim, size));
    this.#changed();
  }

  pan(dx: number, dy: number): void {
    this.#set(panned(this.#viewport, dx, dy));
  }

  zoom(factor: number, at: Point): void {
    this.#set(zoomed(this.#viewport, factor, at));
  }

  /** By keys and buttons: around the middle, eased. */
  zoomStep(factor: number): void {
    this.#touched = true;
    const from = this.#flight?.to ?? this.#viewport;
    this.#flyTo(zoomed(from, factor, { x: this.#size.width / 2, y: this.#size.height / 2 }));
  }

  fit(bounds: Rect | null, eased: boolean, inset = 0): void {
    if (!bounds || this.#size.width === 0) return;
    this.#aim = null;
    this.#touched = false;
    const to = fitted(bounds, this.#size, { ...this.#fitOptions, inset });
    if (eased) this.#flyTo(to);
    else this.#jump(to);
  }

  /** Whether all of it is on the screen, but for a little at the edges. */
  holds(bounds: Rect): boolean {
    const view = visibleRect(this.#viewport, this.#size);
    const slack = EDGE_PX / 2 / this.#viewport.zoom;
    const { left, top, right, bottom } = grow(view, slack);
    return bounds.left >= left && bounds.top >= top && bounds.right <= right && bounds.bottom <= bottom;
  }

  /** Moves only when the place is not well in view. */
  show(world: Point): void {
    const { x, y } = toScreen(this.#viewport, world);
    const { width, height } = this.#size;
    if (x > EDGE_PX && y > EDGE_PX && x < width - EDGE_PX && y < height - EDGE_PX) return;
    this.#touched = true;
    this.#flyTo(centredOn(this.#viewport, world, this.#size));
  }

  /** Puts a place into the middle, near enough to read. */
  flyTo(world: Point): void {
    this.#touched = true;
    const { zoom } = this.#viewport;
    const near = { ...this.#viewport, zoom: Math.max(zoom, READABLE_ZOOM) };
    this.#flyTo(centredOn(near, world, this.#size));
    this.#aim = world;
  }

  centreOn(world: Point): void {
    this.#set(centredOn(this.#viewport, world, this.#size));
  }

  /** Goes on with a flight; true while it lasts. */
  advance(nowMs: number): boolean {
    if (!this.#flight) return false;
    const { from, to, startMs } = this.#flight;
    const progress = Math.min(1, Math.max(0, (nowMs - startMs) / MOVE_MS));
    this.#viewport = between(from, to, progress);
    if (progress === 1) this.#flight = null;
    return this.#flight !== null;
  }

  #set(viewport: Viewport): void {
    this.#touched = true;
    this.#aim = null;
    this.#jump(viewport);
  }

  #jump(viewport: Viewport): void {
    this.#flight = null;
    this.#viewport = viewport;
    this.#changed();
  }

  #flyTo(to: Viewport): void {
    this.#aim = null;
    if (prefersStillness()) {
      this.#jump(to);
      return;
    }
    this.#flight = { from: this.#viewport, to, startMs: performance.now() };
    this.#changed();
  }
}
