/**
 * The last whole drawing, shown moved or scaled while a large map is being panned or zoomed: drawing 10,000 links takes longer
 * than a frame, moving a picture of them does not. What was out of view comes when the hand rests.
 */
import type { Viewport } from './viewport.ts';

/**
 * A frame with fewer links and devices in view is simply drawn. Counted, not timed: a browser puts the real work off until
 * after the drawing code has returned.
 */
const MANY = 700;
/** The hand rests when nothing moved for this long. */
const RESTS_AFTER_MS = 110;

export class FrameCache {
  readonly #picture = document.createElement('canvas');
  #drawnAs: Viewport | null = null;
  #lastViewport: Viewport | null = null;
  #movedAtMs = 0;

  /** Whether this frame may show the picture instead of drawing. */
  serves(viewport: Viewport, nowMs: number): boolean {
    if (this.#lastViewport !== viewport) this.#movedAtMs = nowMs;
    this.#lastViewport = viewport;
    const moving = nowMs - this.#movedAtMs < RESTS_AFTER_MS;
    return moving && this.#drawnAs !== null && this.#drawnAs !== viewport;
  }

  /** Whether the picture is that of this view, wholly drawn. */
  holds(viewport: Viewport): boolean {
    return this.#drawnAs === viewport;
  }

  /** Into a context whose unit is a CSS pixel. */
  show(context: CanvasRenderingContext2D, viewport: Viewport, ground: string): void {
    const from = this.#drawnAs;
    if (!from) return;
    const ratio = window.devicePixelRatio;
    const scale = viewport.zoom / from.zoom;
    const [width, height] = [this.#picture.width / ratio, this.#picture.height / ratio];
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
    const left = viewport.panX - from.panX * scale;
    const top = viewport.panY - from.panY * scale;
    context.imageSmoothingEnabled = scale !== 1;
    context.drawImage(this.#picture, Math.round(left), Math.round(top), width * scale, height * scale);
  }

  /** After a whole drawing of `shapes` links and devices. */
  keep(canvas: HTMLCanvasElement, viewport: Viewport, shapes: number): void {
    this.#drawnAs = null;
    if (shapes < MANY) return;
    this.#picture.width = canvas.width;
    this.#picture.height = canvas.height;
    this.#picture.getContext('2d', { alpha: false })?.drawImage(canvas, 0, 0);
    this.#drawnAs = viewport;
  }
}
