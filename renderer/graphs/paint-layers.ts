/** What a plot shows beside its lines: gaps, suspect columns, levels, marks. In CSS pixels; device text only as text. */
import { CANVAS_FONT, paintHatch, type CanvasPalette } from './canvas.ts';
import type { GraphMark } from './graph-marks.ts';
import type { GraphLevel, PlotBox } from './graph-model.ts';
import { paintStateShape } from './paint-state-shape.ts';
import { placeMarks } from './place-marks.ts';
import { withAlpha, type PaintLayer } from './plot-style.ts';

const LEAST_GAP_PX = 3;
const LABEL_FONT = `500 10px ${CANVAS_FONT}`;
const MARK_FONT = `400 10px ${CANVAS_FONT}`;
const MARK_PX = 11;
const SQUARE_PX = 8;
/** Middle of the marks above the upper edge of the plot. */
const MARK_RISE_PX = 10;

function upright(context: CanvasRenderingContext2D, x: number, fromY: number, toY: number): void {
  context.beginPath();
  context.moveTo(Math.round(x) + 0.5, fromY);
  context.lineTo(Math.round(x) + 0.5, toY);
  context.stroke();
}

/** Hatched between two dotted lines. */
export const paintGaps: PaintLayer = (context, box, model, palette) => {
  for (const gap of model.gaps) {
    const from = Math.max(box.left, box.x(gap.fromMs));
    const to = Math.min(box.left + box.width, box.x(gap.toMs));
    if (to < box.left || from > box.left + box.width) continue;
    const width = Math.max(LEAST_GAP_PX, to - from);
    paintHatch(context, { x: from, y: box.top, width, height: box.height }, palette.line2);
    context.strokeStyle = palette.text3;
    context.lineWidth = 1;
    context.setLineDash([2, 2]);
    upright(context, from, box.top, box.top + box.height);
    upright(context, from + width, box.top, box.top + box.height);
    context.setLineDash([]);
  }
};

/** Hatched in the suspect colour over the whole height: the value itself is not to be believed. */
export const paintSuspects: PaintLayer = (context, box, model, palette) => {
  for (const span of model.suspects) {
    const from = Math.max(box.left, box.x(span.fromMs));
    const to = Math.min(box.left + box.width, box.x(span.toMs));
    if (to < from) continue;
    const width = Math.max(LEAST_GAP_PX, to - from);
    context.fillStyle = withAlpha(palette.suspect, 0.1);
    context.fillRect(from, box.top, width, box.height);
    paintHatch(context, { x: from, y: box.top, width, height: box.height }, palette.suspect);
  }
};

export const paintZeroLine: PaintLayer = (context, box, _model, palette) => {
  const y = Math.round(box.y(0));
  context.fillStyle = palette.line3;
  context.fillRect(box.left, y - 0.5, box.width, 1);
};

function paintLevel(context: CanvasRenderingContext2D, box: PlotBox, level: GraphLevel, palette: CanvasPalette): void {
  const colour = level.tone === 'neutral' ? palette.text2 : palette[level.tone];
  const y = Math.round(box.y(level.value)) + 0.5;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.setLineDash([5, 3]);
  context.beginPath();
  context.moveTo(box.left, y);
  context.lineTo(box.left + box.width, y);
  context.stroke();
  context.setLineDash([]);
}

const LABEL_HEIGHT_PX = 16;
const LABEL_PAD_PX = 6;

/** Labels of many levels: from the top down, each below the one before. */
function stackedTops(tops: readonly number[], lowest: number): readonly number[] {
  const order = tops.map((_, index) => index).toSorted((a, b) => (tops[a] ?? 0) - (tops[b] ?? 0));
  const placed = [...tops];
  let free = -Infinity;
  order.forEach((index, place) => {
    const room = lowest - (order.length - 1 - place) * (LABEL_HEIGHT_PX + 2);
    placed[index] = Math.min(Math.max(tops[index] ?? 0, free), room);
    free = (placed[index] ?? 0) + LABEL_HEIGHT_PX + 2;
  });
  return placed;
}

/** Two labels whose levels lie close together are pushed apart, each away from zero. */
function labelTops(box: PlotBox, levels: readonly GraphLevel[]): readonly number[] {
  const lowest = box.top + box.height - LABEL_HEIGHT_PX;
  const clamp = (y: number): number => Math.min(Math.max(y, box.top), lowest);
  const tops = levels.map((level) => clamp(box.y(level.value) - LABEL_HEIGHT_PX / 2));
  if (tops.length > 2) return stackedTops(tops, lowest);
  const [upper, lower] = tops;
  if (upper === undefined || lower === undefined || lower - upper >= LABEL_HEIGHT_PX + 2) return tops;
  const middle = (upper + lower) / 2;
  const first = clamp(middle - LABEL_HEIGHT_PX / 2 - 1);
  return [first, clamp(first + LABEL_HEIGHT_PX + 2)];
}

export const paintLevels: PaintLayer = (context, box, model, palette) => {
  for (const level of model.levels) paintLevel(context, box, level, palette);
  const tops = labelTops(box, model.levels);
  context.font = LABEL_FONT;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  model.levels.forEach((level, index) => {
    const y = Math.round(tops[index] ?? 0) + 0.5;
    const x = Math.round(box.left) + 6.5;
    const width = Math.ceil(context.measureText(level.text).width) + 2 * LABEL_PAD_PX;
    context.beginPath();
    context.roundRect(x, y, width, LABEL_HEIGHT_PX, 4);
    context.fillStyle = palette.panel;
    context.fill();
    context.strokeStyle = withAlpha(level.tone === 'neutral' ? palette.text2 : palette[level.tone], 0.7);
    context.stroke();
    context.fillStyle = palette.text;
    context.fillText(level.text, x + LABEL_PAD_PX, y + LABEL_HEIGHT_PX / 2 + 0.5);
  });
};

function paintMarkLine(context: CanvasRenderingContext2D, box: PlotBox, mark: GraphMark, palette: CanvasPalette): void {
  const x = box.x(mark.atMs);
  // Being blind leaves a gap, and the gap has its own two lines.
  if (mark.state !== 'blind') {
    context.strokeStyle = mark.state === null ? palette.text3 : palette[mark.state];
    context.lineWidth = 1;
    context.setLineDash([2, 2]);
    upright(context, x, box.top - 3, box.top + box.height);
    context.setLineDash([]);
  }
}

function paintMarkShape(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  mark: GraphMark,
  palette: CanvasPalette,
): void {
  const x = box.x(mark.atMs);
  const y = box.top - MARK_RISE_PX;
  if (mark.state !== null) {
    paintStateShape(context, mark.state, { x, y, size: MARK_PX }, palette);
    return;
  }
  context.fillStyle = palette.text2;
  context.beginPath();
  context.roundRect(x - SQUARE_PX / 2, y - SQUARE_PX / 2, SQUARE_PX, SQUARE_PX, 1.5);
  context.fill();
}

/** A shape and a dotted line each; words where they fit. */
export const paintMarks: PaintLayer = (context, box, model, palette) => {
  const marks = model.marks.filter(({ atMs }) => atMs >= model.fromMs && atMs <= model.toMs);
  context.font = MARK_FONT;
  context.textBaseline = 'middle';
  const places = marks.map((mark) => ({
    x: box.x(mark.atMs),
    textWidth: context.measureText(mark.text).width,
    weight: mark.weight,
  }));
  const sides = placeMarks(places, { from: box.left, to: box.left + box.width + 8 });
  marks.forEach((mark, index) => {
    const side = sides[index] ?? 'none';
    paintMarkLine(context, box, mark, palette);
    if (side === 'hidden') return;
    paintMarkShape(context, box, mark, palette);
    if (side === 'none') return;
    context.fillStyle = palette.text2;
    context.textAlign = side === 'left' ? 'right' : 'left';
    const x = box.x(mark.atMs) + (side === 'left' ? -MARK_PX : MARK_PX);
    context.fillText(mark.text, x, box.top - MARK_RISE_PX + 0.5);
  });
};

/** Loss as triangles under the axis; without any answer in the colour of down. */
export const paintLoss: PaintLayer = (context, box, model, palette) => {
  const y = box.top + box.height + 2;
  model.loss.forEach((loss, index) => {
    const at = model.atMs[index];
    if (loss === null || loss <= 0 || at === undefined) return;
    const x = box.x(at + model.stepMs / 2);
    if (x < box.left - 1 || x > box.left + box.width + 1) return;
    context.fillStyle = loss >= 100 ? palette.down : palette.degraded;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + 3, y + 5);
    context.lineTo(x - 3, y + 5);
    context.fill();
  });
};
