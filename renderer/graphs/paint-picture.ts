/** A whole graph as a picture: title, stretch of time with its zone, legend with figures, plot. In CSS pixels. */
import { CANVAS_FONT, type CanvasPalette } from './canvas.ts';
import { figuresOf, type GraphContent, type LegendSeries, type LegendSign, type SwatchTone } from './graph-content.ts';
import type { GraphModel, PlotBox } from './graph-model.ts';
import { paintLines } from './paint-lines.ts';
import { timeLabels, type PlotMeasures } from './plot-axes.ts';
import { layersOver, layersUnder } from './plot-layers.ts';
import { withAlpha, type PaintLayer } from './plot-style.ts';
import { axisLabels } from './value-axis.ts';

export interface PictureText {
  readonly title: string;
  /** "Fri 27 Nov, 14:00 to Sat 28 Nov, 14:00 CET" */
  readonly range: string;
}

type Context = CanvasRenderingContext2D;

const PAD = 20;
const HEAD_PX = 58;
const ROW_PX = 18;
const SIGNS_PX = 24;
const SWATCH_PX = 10;
const NUMBER_PX = 110;
const plotMeasures: PlotMeasures = { top: 24, right: 20, left: 60, bottom: 28, unitInLabels: false };

function font(weight: number, px: number): string {
  return `${weight} ${px}px ${CANVAS_FONT}`;
}

function write(context: Context, text: string, x: number, y: number, colour: string, align: CanvasTextAlign): void {
  context.fillStyle = colour;
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.fillText(text, x, y);
}

export function toneColour(tone: SwatchTone, palette: CanvasPalette): string {
  if (tone === 'neutral') return palette.text2;
  return tone === 'loss' ? palette.degraded : palette[tone];
}

function paintHead(context: Context, text: PictureText, unit: string, width: number, palette: CanvasPalette): void {
  context.font = font(600, 15);
  write(context, text.title, PAD, 26, palette.text, 'left');
  context.font = font(400, 12);
  write(context, text.range, PAD, 46, palette.text3, 'left');
  write(context, unit, width - PAD, 46, palette.text3, 'right');
}

/** Grid and labels as the page's plot has them. */
function paintAxes(context: Context, box: PlotBox, model: GraphModel, palette: CanvasPalette): void {
  context.font = font(400, 10);
  const labels = axisLabels(model.axis, model.unit, false);
  model.axis.splits.forEach((split, index) => {
    const y = Math.round(box.y(split));
    context.fillStyle = palette.line;
    context.fillRect(box.left, y - 0.5, box.width, 1);
    write(context, labels[index] ?? '', box.left - 8, y, palette.text3, 'right');
  });
  for (const { atMs, label } of timeLabels(model, box.width, plotMeasures.right)) {
    write(context, label, box.x(atMs), box.top + box.height + 14, palette.text3, 'center');
  }
}

function paintRow(context: Context, one: LegendSeries, y: number, width: number, palette: CanvasPalette): void {
  context.fillStyle = withAlpha(toneColour(one.tone, palette), one.alpha);
  context.fillRect(PAD, y - SWATCH_PX / 2, SWATCH_PX, SWATCH_PX);
  context.font = font(500, 12);
  write(context, one.name, PAD + SWATCH_PX + 8, y, palette.text, 'left');
  const { last, mean, max } = figuresOf(one.means, one.highest);
  context.font = font(400, 12);
  [last, mean, max, one.p95].forEach((value, column) => {
    if (value === undefined) return;
    write(context, one.format(value), width - PAD - (3 - column) * NUMBER_PX, y, palette.text2, 'right');
  });
}

function paintFigures(
  context: Context,
  series: readonly LegendSeries[],
  top: number,
  width: number,
  palette: CanvasPalette,
): void {
  context.font = font(500, 11);
  ['Last', 'Mean', 'Highest', '95th percentile'].forEach((word, column) => {
    write(context, word, width - PAD - (3 - column) * NUMBER_PX, top + ROW_PX / 2, palette.text3, 'right');
  });
  series.forEach((one, index) => paintRow(context, one, top + ROW_PX * (index + 1.5), width, palette));
}

function paintSigns(context: Context, signs: readonly LegendSign[], top: number, palette: CanvasPalette): void {
  context.font = font(400, 11);
  let x = PAD;
  const y = top + SIGNS_PX / 2;
  for (const { text, sign, tone } of signs) {
    const colour = toneColour(tone, palette);
    context.strokeStyle = colour;
    context.lineWidth = 2;
    context.setLineDash(sign === 'dash' || sign === 'ghost' ? [4, 2] : []);
    context.fillStyle = withAlpha(colour, 0.4);
    if (sign === 'band') context.fillRect(x, y - 4, 14, 8);
    else {
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(x + 14, y);
      context.stroke();
    }
    write(context, text, x + 20, y, palette.text2, 'left');
    x += 20 + context.measureText(text).width + 16;
  }
  context.setLineDash([]);
}

function boxOf(model: GraphModel, left: number, top: number, width: number, height: number): PlotBox {
  const { fromMs, toMs, axis } = model;
  return {
    left,
    top,
    width,
    height,
    x: (atMs) => left + ((atMs - fromMs) / (toMs - fromMs)) * width,
    y: (value) => top + ((axis.max - value) / (axis.max - axis.min)) * height,
  };
}

/** How high a picture must be for its legend, beside the plot. */
export function pictureHeight(plotHeight: number, series: number): number {
  return HEAD_PX + plotHeight + SIGNS_PX + ROW_PX * (series + 1) + PAD;
}

export function paintPicture(
  context: Context,
  content: GraphContent,
  text: PictureText,
  size: { readonly width: number; readonly plotHeight: number },
  palette: CanvasPalette,
): void {
  const { model, style, series, signs } = content;
  const { width, plotHeight } = size;
  context.fillStyle = palette.panel;
  context.fillRect(0, 0, width, pictureHeight(plotHeight, series.length));
  paintHead(context, text, model.unit.name, width, palette);
  const { left, right, top, bottom } = plotMeasures;
  const box = boxOf(model, left, HEAD_PX + top, width - left - right, plotHeight - top - bottom);
  paintAxes(context, box, model, palette);
  const layers: readonly (PaintLayer | undefined)[] = [...layersUnder(style), paintLines(style), ...layersOver(style)];
  for (const layer of layers) {
    context.save();
    layer?.(context, box, model, palette);
    context.restore();
  }
  paintSigns(context, signs, HEAD_PX + plotHeight, palette);
  paintFigures(context, series, HEAD_PX + plotHeight + SIGNS_PX, width, palette);
}
