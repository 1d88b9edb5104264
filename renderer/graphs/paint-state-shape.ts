import type { CanvasPalette } from './canvas.ts';
import { stateMarks, type Ink, type MarkPart, type StateName } from '../ui/state-marks.ts';

const BOX = 16;
const paths = new Map<string, Path2D>();

function pathOf(d: string): Path2D {
  const known = paths.get(d) ?? new Path2D(d);
  paths.set(d, known);
  return known;
}

function inkColour(state: StateName, ink: Ink, palette: CanvasPalette): string | null {
  if (ink === 'none') return null;
  if (ink === 'mark') return palette[state];
  if (state === 'degraded') return ink === 'edge' ? palette.degradedEdge : palette.degradedGlyph;
  return ink === 'edge' ? null : palette.onMark;
}

/** The shape of a state with its middle at (x, y), the same that StateMark draws as SVG. */
export function paintStateShape(
  context: CanvasRenderingContext2D,
  state: StateName,
  at: { readonly x: number; readonly y: number; readonly size: number },
  palette: CanvasPalette,
): void {
  const parts: readonly MarkPart[] = stateMarks[state];
  context.save();
  context.translate(at.x - at.size / 2, at.y - at.size / 2);
  context.scale(at.size / BOX, at.size / BOX);
  context.lineJoin = 'round';
  for (const part of parts) {
    const path = pathOf(part.d);
    const fill = inkColour(state, part.fill, palette);
    const stroke = inkColour(state, part.stroke, palette);
    if (fill !== null) {
      context.fillStyle = fill;
      context.fill(pathOf(part.d));
    }
    if (stroke === null) continue;
    context.strokeStyle = stroke;
    context.lineWidth = part.width;
    context.lineCap = part.dash === undefined ? 'round' : 'butt';
    context.setLineDash((part.dash ?? '').split(' ').filter(Boolean).map(Number));
    context.stroke(path);
  }
  context.restore();
}
