/** Small drawing steps that several painters use. */
import type { Point, Rect } from '../geometry/plane.ts';

/** A path to draw into. */
export const emptyPath = (): Path2D => new Path2D();

export function fillPolygon(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  context.beginPath();
  for (const [i, { x, y }] of points.entries()) {
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.fill();
}

export function roundedRect({ left, top, right, bottom }: Rect, radius: number): Path2D {
  const path = new Path2D();
  path.roundRect(left, top, right - left, bottom - top, radius);
  return path;
}

/** A polygon with corners rounded by at most `radius`. */
export function roundedPolygon(points: readonly Point[], radius: number): Path2D {
  const path = new Path2D();
  const last = points.at(-1);
  const first = points[0];
  if (!first || !last) return path;
  path.moveTo((last.x + first.x) / 2, (last.y + first.y) / 2);
  for (const [i, corner] of points.entries()) {
    const next = points[(i + 1) % points.length] ?? first;
    path.arcTo(corner.x, corner.y, (corner.x + next.x) / 2, (corner.y + next.y) / 2, radius);
    path.lineTo((corner.x + next.x) / 2, (corner.y + next.y) / 2);
  }
  path.closePath();
  return path;
}

export interface TextStyle {
  readonly font: string;
  readonly colour: string;
  /** Drawn around the letters, so that they stand out from links below. */
  readonly halo?: string | undefined;
  readonly align?: CanvasTextAlign | undefined;
}

/** One line of text whose middle is at y. Text only, whatever the device calls itself. */
export function drawText(context: CanvasRenderingContext2D, text: string, at: Point, style: TextStyle): void {
  context.font = style.font;
  context.textAlign = style.align ?? 'left';
  context.textBaseline = 'middle';
  if (style.halo !== undefined) {
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.strokeStyle = style.halo;
    context.strokeText(text, at.x, at.y + 0.5);
  }
  context.fillStyle = style.colour;
  context.fillText(text, at.x, at.y + 0.5);
}
