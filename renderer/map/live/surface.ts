/** The canvas and its element: size and sharpness, one frame at a time, gestures, fonts. */
import { LABEL_FONT, PORT_FONT } from '../paint/canvas-context.ts';
import { Gestures, type GestureListener } from './gestures.ts';
import { forgetTextWidths } from './text-width.ts';
import type { Size } from './viewport.ts';

export interface SurfaceListener {
  /** Draws in CSS pixels from the top left; true asks for the next frame too. */
  readonly draw: (context: CanvasRenderingContext2D, nowMs: number) => boolean;
  readonly resized: (size: Size) => void;
  readonly fontsCame: () => void;
}

export interface SurfaceParts {
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly gestures: GestureListener | null;
}

export class Surface {
  readonly #canvas: HTMLCanvasElement;
  readonly #listener: SurfaceListener;
  readonly #gestures: Gestures | null;
  readonly #observer: ResizeObserver;
  #frame: number | null = null;
  #closed = false;

  /** Without `gestures` it is a picture that nobody can touch. */
  constructor({ element, canvas, gestures }: SurfaceParts, listener: SurfaceListener) {
    this.#canvas = canvas;
    this.#listener = listener;
    this.#gestures = gestures ? new Gestures(element, gestures) : null;
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(element);
    void this.#loadFonts();
  }

  close(): void {
    this.#closed = true;
    this.#gestures?.close();
    this.#observer.disconnect();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
  }

  /** Gives up a drag or box under way; false when there was none. */
  cancelGesture(): boolean {
    return this.#gestures?.cancel() ?? false;
  }

  requestDraw(): void {
    if (this.#closed) return;
    this.#frame ??= requestAnimationFrame((nowMs) => this.#draw(nowMs));
  }

  /** A canvas does not wait for fonts: what was drawn without them is drawn again. */
  async #loadFonts(): Promise<void> {
    await Promise.allSettled([LABEL_FONT, PORT_FONT].map((font) => document.fonts.load(font)));
    if (this.#closed) return;
    forgetTextWidths();
    this.#listener.fontsCame();
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const ratio = window.devicePixelRatio;
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    this.#listener.resized({ width, height });
    // Setting the size has emptied the canvas: waiting for the next frame would show that.
    this.#draw(performance.now());
  }

  #draw(nowMs: number): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    const context = this.#canvas.getContext('2d', { alpha: false });
    if (!context || this.#closed) return;
    const ratio = window.devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (this.#listener.draw(context, nowMs)) this.requestDraw();
  }
}
