/** Lines and bands of a style without uPlot, for pictures of any size and resolution. A null is never bridged. */
import { runs } from './gap-spans.ts';
import type { Column, GraphModel, PlotBox } from './graph-model.ts';
import { AREA_ALPHA, BAND_ALPHA, withAlpha, type LineStyle, type PaintLayer, type PlotStyle } from './plot-style.ts';

const known = (column: Column | undefined, index: number): boolean => (column?.[index] ?? null) !== null;

function clip(context: CanvasRenderingContext2D, box: PlotBox): void {
  context.beginPath();
  context.rect(box.left, box.top, box.width, box.height);
  context.clip();
}

/** Runs of points that all columns know. */
function pieces(model: GraphModel, columns: readonly (Column | undefined)[]): readonly (readonly [number, number])[] {
  return runs(model.atMs.length, (index) => columns.every((column) => known(column, index)));
}

function trace(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  model: GraphModel,
  column: Column,
  [first, last]: readonly [number, number],
  stepped: boolean,
): void {
  for (let index = first; index <= last; index += 1) {
    const x = box.x(model.atMs[index] ?? 0);
    const y = box.y(column[index] ?? 0);
    context.lineTo(x, y);
    if (stepped) context.lineTo(box.x(model.atMs[index + 1] ?? (model.atMs[index] ?? 0) + model.stepMs), y);
  }
}

function paintLine(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  model: GraphModel,
  line: LineStyle,
  colour: string,
): void {
  const column = model.columns[line.column] ?? [];
  for (const piece of pieces(model, [column])) {
    const [first, last] = piece;
    context.beginPath();
    trace(context, box, model, column, piece, line.stepped);
    context.strokeStyle = colour;
    context.lineWidth = line.widthPx;
    context.lineJoin = 'round';
    context.stroke();
    if (first === last && !line.stepped) {
      context.fillStyle = colour;
      context.fillRect(box.x(model.atMs[first] ?? 0) - 1.5, box.y(column[first] ?? 0) - 1.5, 3, 3);
    }
    if (!line.area) continue;
    context.lineTo(box.x(model.atMs[last] ?? 0), box.y(0));
    context.lineTo(box.x(model.atMs[first] ?? 0), box.y(0));
    context.fillStyle = withAlpha(colour, AREA_ALPHA);
    context.fill();
  }
}

/** The field between two columns; also that of the parts of a stack. */
export function paintBetween(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  model: GraphModel,
  columns: { readonly high: Column; readonly low: Column },
  colour: string,
): void {
  const { high, low } = columns;
  context.fillStyle = colour;
  for (const [first, last] of pieces(model, [high, low])) {
    context.beginPath();
    trace(context, box, model, high, [first, last], false);
    for (let index = last; index >= first; index -= 1) {
      context.lineTo(box.x(model.atMs[index] ?? 0), box.y(low[index] ?? 0));
    }
    context.fill();
  }
}

/** All lines and bands of a style. */
export function paintLines({ lines, bands }: PlotStyle): PaintLayer {
  return (context, box, model, palette) => {
    clip(context, box);
    for (const { high, low, tone } of bands) {
      const [upper = [], lower = []] = [model.columns[high], model.columns[low]];
      paintBetween(context, box, model, { high: upper, low: lower }, withAlpha(palette[tone], BAND_ALPHA));
    }
    for (const line of lines) paintLine(context, box, model, line, palette[line.tone]);
  };
}

/** Parts of a stack, the first next to zero, told apart by how dense they are and by a thin line between. */
export const paintAreas: PaintLayer = (context, box, model, palette) => {
  clip(context, box);
  for (const area of model.areas) {
    paintBetween(context, box, model, area, withAlpha(palette[area.tone], area.alpha));
    context.strokeStyle = palette.panel;
    context.lineWidth = 1;
    for (const piece of pieces(model, [area.high])) {
      context.beginPath();
      trace(context, box, model, area.high, piece, false);
      context.stroke();
    }
  }
};

const GHOST_PX = 1.25;

/** What was then: dashed, in the colour of the past, over the lines of now. */
export const paintGhosts: PaintLayer = (context, box, model, palette) => {
  if (model.ghost === null) return;
  const { atMs, columns } = model.ghost;
  clip(context, box);
  context.strokeStyle = palette.past;
  context.lineWidth = GHOST_PX;
  context.setLineDash([4, 2]);
  for (const column of columns) {
    for (const piece of runs(atMs.length, (index) => known(column, index))) {
      context.beginPath();
      trace(context, box, { ...model, atMs }, column, piece, false);
      context.stroke();
    }
  }
  context.setLineDash([]);
};
