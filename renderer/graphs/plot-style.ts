/** How a kind of graph is drawn, as data: the plot on the page and the picture that is saved are made from the same. Pure. */
import type { CanvasPalette } from './canvas.ts';
import type { GraphModel, PlotBox } from './graph-model.ts';

export type PaintLayer = (
  context: CanvasRenderingContext2D,
  box: PlotBox,
  model: GraphModel,
  palette: CanvasPalette,
) => void;

export type LineTone = 'out' | 'in' | 'up' | 'text' | 'text2';

export interface LineStyle {
  /** Of the model. */
  readonly column: number;
  readonly tone: LineTone;
  readonly widthPx: number;
  /** Filled down to zero. */
  readonly area: boolean;
  /** A step a point, for what holds until the next one. */
  readonly stepped: boolean;
}

export interface BandStyle {
  readonly high: number;
  readonly low: number;
  readonly tone: LineTone;
}

export interface PlotStyle {
  readonly lines: readonly LineStyle[];
  readonly bands: readonly BandStyle[];
  /** How many columns of the model the two above know; layers paint the rest. */
  readonly columns: number;
  /** Drawn over the grid and under the lines, and after them. */
  readonly under?: PaintLayer | undefined;
  readonly over?: PaintLayer | undefined;
}

export const BAND_ALPHA = 0.3;
export const AREA_ALPHA = 0.12;
const MEAN_PX = 1.5;
const MEDIAN_PX = 2;

/** "#e0b15a" with an alpha, as a canvas wants it. */
export function withAlpha(hex: string, alpha: number): string {
  return `${hex}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;
}

const mean = (column: number, tone: LineTone, area = true): LineStyle => ({
  column,
  tone,
  widthPx: MEAN_PX,
  area,
  stepped: false,
});

/** Columns: out mean, max, min; in mean, max, min (negative). */
export const mirroredStyle: PlotStyle = {
  lines: [mean(0, 'out'), mean(3, 'in')],
  bands: [
    { high: 1, low: 2, tone: 'out' },
    { high: 5, low: 4, tone: 'in' },
  ],
  columns: 6,
};

/** Columns: mean, max, min. */
export const singleStyle: PlotStyle = {
  lines: [mean(0, 'text2')],
  bands: [{ high: 1, low: 2, tone: 'text2' }],
  columns: 3,
};

/** Columns: mean, max, min; no area under the line, for an axis that does not begin at 0. */
export const plainStyle: PlotStyle = {
  lines: [mean(0, 'text2', false)],
  bands: singleStyle.bands,
  columns: 3,
};

/** Columns: sum out, sum in (negative). The parts are areas of the model. */
export const stackStyle: PlotStyle = {
  lines: [mean(0, 'out', false), mean(1, 'in', false)],
  bands: [],
  columns: 2,
};

/** Column: median. Smoke is painted by the latency graph's own layers. */
export const medianStyle: PlotStyle = {
  lines: [{ column: 0, tone: 'up', widthPx: MEDIAN_PX, area: false, stepped: true }],
  bands: [],
  columns: 1,
};
