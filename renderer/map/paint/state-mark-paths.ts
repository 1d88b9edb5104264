/** The marks of states and the glyphs of kinds on a canvas, from the same data as the page's SVG. */
import { deviceGlyphs, type DeviceGlyph } from '../../ui/device-glyphs.ts';
import { stateMarks, type Ink, type MarkPart, type StateName } from '../../ui/state-marks.ts';
import type { Point } from '../geometry/plane.ts';
import { stateToken, type Palette } from './palette.ts';

const MARK_BOX = 16;
const GLYPH_BOX = 24;
const paths = new Map<string, Path2D>();

function pathOf(d: string): Path2D {
  const known = paths.get(d) ?? new Path2D(d);
  paths.set(d, known);
  return known;
}

function inkColour(palette: Palette, state: StateName, ink: Ink): string | null {
  if (ink === 'none') return null;
  if (ink === 'mark') return palette(stateToken(state));
  if (state === 'degraded') return palette(`--state-degraded-${ink}`);
  return ink === 'edge' ? null : palette('--on-mark');
}

function drawPart(context: CanvasRenderingContext2D, part: MarkPart, state: StateName, palette: Palette): void {
  const path = pathOf(part.d);
  const fill = inkColour(palette, state, part.fill);
  const stroke = inkColour(palette, state, part.stroke);
  if (fill !== null) {
    context.fillStyle = fill;
    context.fill(path);
  }
  if (stroke === null) return;
  context.strokeStyle = stroke;
  context.lineWidth = part.width;
  context.setLineDash(part.dash?.split(' ').map(Number) ?? []);
  context.lineCap = part.dash === undefined ? 'round' : 'butt';
  context.stroke(path);
}

/** Hollow marks need something behind them; all need a gap to what they stand on. */
function knockOut(context: CanvasRenderingContext2D, state: StateName, behind: string): void {
  const [first] = stateMarks[state];
  context.fillStyle = behind;
  context.strokeStyle = behind;
  context.lineWidth = state === 'up' ? 4 : 3.5;
  context.setLineDash([]);
  if (state === 'unreachable' || state === 'unknown' || state === 'suspect' || state === 'blind') {
    context.beginPath();
    context.arc(8, 8, 8.5, 0, Math.PI * 2);
    context.fill();
    return;
  }
  context.stroke(pathOf(first.d));
  context.fill(pathOf(first.d));
}

/** `behind` is the surface the mark stands on; null leaves out the gap around it. */
export function drawStateMark(
  context: CanvasRenderingContext2D,
  state: StateName,
  at: Point,
  options: { readonly palette: Palette; readonly size: number; readonly behind: string | null },
): void {
  context.save();
  context.translate(at.x, at.y);
  context.scale(options.size / MARK_BOX, options.size / MARK_BOX);
  context.translate(-MARK_BOX / 2, -MARK_BOX / 2);
  context.lineJoin = 'round';
  if (options.behind !== null) knockOut(context, state, options.behind);
  for (const part of stateMarks[state]) drawPart(context, part, state, options.palette);
  context.restore();
}

export function drawGlyph(
  context: CanvasRenderingContext2D,
  glyph: DeviceGlyph,
  at: Point,
  style: { readonly colour: string; readonly size: number },
): void {
  context.save();
  context.translate(at.x - style.size / 2, at.y - style.size / 2);
  context.scale(style.size / GLYPH_BOX, style.size / GLYPH_BOX);
  context.strokeStyle = style.colour;
  context.lineWidth = 2;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.setLineDash([]);
  for (const d of deviceGlyphs[glyph]) context.stroke(pathOf(d));
  context.restore();
}
