/** The whole map in 152 x 92 pixels: sites as boxes, devices as dots in the colour of their state, the window as a frame. */
import type { Frame } from '../live/map-controller.ts';
import { visibleRect } from '../live/viewport.ts';
import type { Point, Rect } from '../geometry/plane.ts';
import { stateToken } from './palette.ts';

/** Size inside the 1 px border; drawn twice as sharp, which suits every screen. */
export const MINI_MAP = { width: 150, height: 90, sharpness: 2 } as const;
const PADDING = 7;
const DOT = 3;
const LOUD_DOT = 5;

interface Scale {
  readonly factor: number;
  readonly left: number;
  readonly top: number;
}

function scaleOf(bounds: Rect): Scale {
  const width = Math.max(1, bounds.right - bounds.left);
  const height = Math.max(1, bounds.bottom - bounds.top);
  const factor = Math.min((MINI_MAP.width - PADDING * 2) / width, (MINI_MAP.height - PADDING * 2) / height);
  return {
    factor,
    left: (MINI_MAP.width - width * factor) / 2 - bounds.left * factor,
    top: (MINI_MAP.height - height * factor) / 2 - bounds.top * factor,
  };
}

/** Null while there is no map. */
export function miniMapToWorld(at: Point, bounds: Rect | null): Point | null {
  if (!bounds) return null;
  const { factor, left, top } = scaleOf(bounds);
  return { x: (at.x - left) / factor, y: (at.y - top) / factor };
}

type Context = CanvasRenderingContext2D;

function fillWorldRect(context: Context, { factor, left, top }: Scale, rect: Rect): void {
  const width = (rect.right - rect.left) * factor;
  const height = (rect.bottom - rect.top) * factor;
  context.beginPath();
  context.roundRect(rect.left * factor + left, rect.top * factor + top, width, height, 2);
  context.fill();
}

function paintDots(context: Context, { scene, palette }: Frame, { factor, left, top }: Scale): void {
  // Trouble last, so that nothing covers it.
  const nodes = [...scene.nodes.values()].sort((a, b) => Number(a.state !== 'up') - Number(b.state !== 'up'));
  for (const node of nodes) {
    const state = node.worst ?? node.state;
    context.fillStyle = palette(state === 'up' ? '--line3' : stateToken(state));
    const size = state === 'up' ? DOT : LOUD_DOT;
    const width = node.kind === 'site' ? Math.max(size, node.halfWidth * 0.8 * factor * 2) : size;
    context.fillRect(node.x * factor + left - width / 2, node.y * factor + top - size / 2, width, size);
  }
}

/** The window's frame, kept inside the mini-map when it is larger than the map. */
function paintWindow(context: Context, { viewport, camera, palette }: Frame, { factor, left, top }: Scale): void {
  const view = visibleRect(viewport, camera.size);
  const x = Math.max(1.5, view.left * factor + left);
  const y = Math.max(1.5, view.top * factor + top);
  const right = Math.min(MINI_MAP.width - 1.5, view.right * factor + left);
  const bottom = Math.min(MINI_MAP.height - 1.5, view.bottom * factor + top);
  if (right <= x || bottom <= y) return;
  context.strokeStyle = palette('--accent');
  context.lineWidth = 1.5;
  context.beginPath();
  context.roundRect(x, y, right - x, bottom - y, 4);
  context.stroke();
}

export function paintMiniMap(context: Context, frame: Frame): void {
  const { bounds } = frame.scene;
  context.setTransform(MINI_MAP.sharpness, 0, 0, MINI_MAP.sharpness, 0, 0);
  context.clearRect(0, 0, MINI_MAP.width, MINI_MAP.height);
  if (!bounds) return;
  const scale = scaleOf(bounds);
  context.fillStyle = frame.palette('--hover');
  for (const { rect } of frame.scene.sites) fillWorldRect(context, scale, rect);
  paintDots(context, frame, scale);
  paintWindow(context, frame, scale);
}
