/** Which part of the world is on the screen. Pure: each change gives a new viewport. */
import type { Point, Rect } from '../geometry/plane.ts';

/** screen = world * zoom + pan, in CSS pixels of the map's area. */
export interface Viewport {
  readonly zoom: number;
  readonly panX: number;
  readonly panY: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const LEAST_ZOOM = 0.03;
export const MOST_ZOOM = 3;
/** Fitting a small network does not blow it up. */
const MOST_FIT_ZOOM = 1.15;
const FIT_PADDING = 16;

export const startViewport: Viewport = { zoom: 1, panX: 0, panY: 0 };

export function toWorld({ zoom, panX, panY }: Viewport, screen: Point): Point {
  return { x: (screen.x - panX) / zoom, y: (screen.y - panY) / zoom };
}

export function toScreen({ zoom, panX, panY }: Viewport, world: Point): Point {
  return { x: world.x * zoom + panX, y: world.y * zoom + panY };
}

export function visibleRect(viewport: Viewport, size: Size): Rect {
  const start = toWorld(viewport, { x: 0, y: 0 });
  const end = toWorld(viewport, { x: size.width, y: size.height });
  return { left: start.x, top: start.y, right: end.x, bottom: end.y };
}

export function panned(viewport: Viewport, dx: number, dy: number): Viewport {
  return { ...viewport, panX: viewport.panX + dx, panY: viewport.panY + dy };
}

/** What lies under `at` on the screen stays there. */
export function zoomed(viewport: Viewport, factor: number, at: Point): Viewport {
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, viewport.zoom * factor));
  const fixed = toWorld(viewport, at);
  return { zoom, panX: at.x - fixed.x * zoom, panY: at.y - fixed.y * zoom };
}

export function centredOn(viewport: Viewport, world: Point, size: Size): Viewport {
  const { zoom } = viewport;
  return { zoom, panX: size.width / 2 - world.x * zoom, panY: size.height / 2 - world.y * zoom };
}

export interface FitOptions {
  readonly mostZoom?: number | undefined;
  /** Pixels at the lower edge that stay free. */
  readonly inset?: number | undefined;
  /** What is lower than the window stands in its middle instead of at its top. */
  readonly middled?: boolean | undefined;
}

/** The whole of `bounds`, from the top. */
export function fitted(
  bounds: Rect,
  size: Size,
  { mostZoom = MOST_FIT_ZOOM, middled, inset = 0 }: FitOptions = {},
): Viewport {
  const width = Math.max(1, bounds.right - bounds.left);
  const height = Math.max(1, bounds.bottom - bounds.top);
  const room = {
    width: Math.max(40, size.width - FIT_PADDING * 2),
    height: Math.max(40, size.height - FIT_PADDING * 2 - inset),
  };
  const zoom = Math.max(LEAST_ZOOM, Math.min(mostZoom, room.width / width, room.height / height));
  const middle = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
  const centred = centredOn({ zoom, panX: 0, panY: 0 }, middle, size);
  if (middled === true) return centred;
  // A map that is lower than the window begins at the top: the controls lie at the bottom.
  return { ...centred, panY: Math.min(centred.panY, FIT_PADDING - bounds.top * zoom) };
}

/** The way from one to the other, `progress` 0 to 1, easing out. */
export function between(from: Viewport, to: Viewport, progress: number): Viewport {
  const eased = 1 - (1 - progress) ** 3;
  const mix = (a: number, b: number): number => a + (b - a) * eased;
  return { zoom: mix(from.zoom, to.zoom), panX: mix(from.panX, to.panX), panY: mix(from.panY, to.panY) };
}
