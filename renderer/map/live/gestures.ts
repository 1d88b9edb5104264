/**
 * Pointer and wheel as gestures: click, double click, drag of what lies under the pointer, box, pan, pinch, zoom at the
 * pointer. Knows nothing of devices: whoever listens says what a press there begins.
 */
import type { Point } from '../geometry/plane.ts';

export interface GestureKeys {
  readonly shift: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly command: boolean;
}

/** What moving the pressed pointer does. */
export type PressMode = 'drag' | 'box' | 'pan';

export interface GestureListener {
  readonly press: (at: Point, keys: GestureKeys) => PressMode;
  readonly hover: (at: Point | null) => void;
  readonly click: (at: Point, double: boolean, keys: GestureKeys) => void;
  readonly drag: (dx: number, dy: number) => void;
  readonly dragEnd: (cancelled: boolean) => void;
  /** While a box is drawn out, and null where it is given up. */
  readonly box: (from: Point, to: Point) => void;
  readonly boxEnd: (cancelled: boolean) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (factor: number, at: Point) => void;
}

const MOVES_FROM_PX = 4;
const DOUBLE_WITHIN_MS = 350;
/** A wheel that counts in lines or pages instead of pixels. */
const PIXELS_A_LINE = 16;
const PIXELS_A_PAGE = 400;
const ZOOM_A_PIXEL = 0.0016;
const MOST_WHEEL_PX = 120;

interface Press {
  readonly pointerId: number;
  readonly start: Point;
  last: Point;
  readonly mode: PressMode;
  readonly keys: GestureKeys;
  moved: boolean;
}

const keysOf = ({ shiftKey, ctrlKey, metaKey }: MouseEvent): GestureKeys => ({
  shift: shiftKey,
  command: ctrlKey || metaKey,
});

export class Gestures {
  readonly #element: HTMLElement;
  readonly #listener: GestureListener;
  readonly #end = new AbortController();
  readonly #pointers = new Map<number, Point>();
  #press: Press | null = null;
  #lastClick: { readonly at: Point; readonly atMs: number } | null = null;

  constructor(element: HTMLElement, listener: GestureListener) {
    this.#element = element;
    this.#listener = listener;
    const { signal } = this.#end;
    element.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    element.addEventListener('pointermove', (event) => this.#move(event), { signal });
    element.addEventListener('pointerup', (event) => this.#up(event, false), { signal });
    element.addEventListener('pointercancel', (event) => this.#up(event, true), { signal });
    element.addEventListener('pointerleave', () => listener.hover(null), { signal });
    element.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
  }

  close(): void {
    this.#end.abort();
  }

  /** Ends a drag or a box that is under way: what was dragged goes back. False when there was none. */
  cancel(): boolean {
    const press = this.#press;
    this.#press = null;
    if (press?.moved !== true || press.mode === 'pan') return false;
    this.#finish(press, true);
    return true;
  }

  #finish({ mode }: Press, cancelled: boolean): void {
    if (mode === 'drag') this.#listener.dragEnd(cancelled);
    if (mode === 'box') this.#listener.boxEnd(cancelled);
  }

  #at(event: MouseEvent): Point {
    const { left, top } = this.#element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0 && event.button !== 1) return;
    const at = this.#at(event);
    this.#pointers.set(event.pointerId, at);
    this.#element.setPointerCapture(event.pointerId);
    if (this.#pointers.size > 1) {
      this.cancel();
      return;
    }
    const keys = keysOf(event);
    const mode = event.button === 0 ? this.#listener.press(at, keys) : 'pan';
    this.#press = { pointerId: event.pointerId, start: at, last: at, mode, keys, moved: false };
  }

  #move(event: PointerEvent): void {
    const at = this.#at(event);
    const before = this.#pointers.get(event.pointerId);
    if (before) this.#pointers.set(event.pointerId, at);
    if (this.#pointers.size === 2 && before) this.#pinch(event.pointerId, before, at);
    else if (this.#press?.pointerId === event.pointerId) this.#follow(this.#press, at);
    else if (this.#pointers.size === 0) this.#listener.hover(at);
  }

  #follow(press: Press, at: Point): void {
    if (!press.moved && Math.hypot(at.x - press.start.x, at.y - press.start.y) < MOVES_FROM_PX) return;
    press.moved = true;
    const [dx, dy] = [at.x - press.last.x, at.y - press.last.y];
    press.last = at;
    if (press.mode === 'drag') this.#listener.drag(dx, dy);
    else if (press.mode === 'box') this.#listener.box(press.start, at);
    else this.#listener.pan(dx, dy);
  }

  #pinch(pointerId: number, before: Point, now: Point): void {
    for (const [id, other] of this.#pointers) {
      if (id === pointerId) continue;
      const apart = Math.hypot(before.x - other.x, before.y - other.y);
      const nowApart = Math.hypot(now.x - other.x, now.y - other.y);
      this.#listener.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
      if (apart > 0) this.#listener.zoom(nowApart / apart, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    }
  }

  #up(event: PointerEvent, cancelled: boolean): void {
    this.#pointers.delete(event.pointerId);
    const press = this.#press;
    if (press?.pointerId !== event.pointerId) return;
    this.#press = null;
    if (press.moved) this.#finish(press, cancelled);
    else if (!cancelled && event.button === 0) this.#click(press, event.timeStamp);
  }

  #click({ start: at, keys }: Press, atMs: number): void {
    const last = this.#lastClick;
    const near = last !== null && Math.hypot(at.x - last.at.x, at.y - last.at.y) < MOVES_FROM_PX * 2;
    const double = near && atMs - last.atMs < DOUBLE_WITHIN_MS;
    this.#lastClick = double ? null : { at, atMs };
    this.#listener.click(at, double, keys);
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? PIXELS_A_LINE : event.deltaMode === 2 ? PIXELS_A_PAGE : 1;
    const pixels = Math.max(-MOST_WHEEL_PX, Math.min(MOST_WHEEL_PX, event.deltaY * unit));
    // Pinching on a touchpad comes as a wheel with ctrl, in much smaller steps.
    const scale = event.ctrlKey ? 5 : 1;
    this.#listener.zoom(Math.exp(-pixels * ZOOM_A_PIXEL * scale), this.#at(event));
  }
}
