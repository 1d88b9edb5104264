/** How the series of a kind of graph are drawn by uPlot. */
import uPlot from 'uplot';
import type { CanvasPalette } from './canvas.ts';
import type { GraphModel, PlotBox } from './graph-model.ts';

export type PaintLayer = (
  context: CanvasRenderingContext2D,
  box: PlotBox,
  model: GraphModel,
  palette: CanvasPalette,
) => void;

export interface PlotStyle {
  /** One for each column of the model. */
  readonly series: (palette: () => CanvasPalette) => uPlot.Series[];
  readonly bands: (palette: () => CanvasPalette) => uPlot.Band[];
  /** Drawn over the grid and under the lines, and after them. */
  readonly under?: PaintLayer | undefined;
  readonly over?: PaintLayer | undefined;
}

const BAND_ALPHA = 0.3;
const AREA_ALPHA = 0.12;
const MEAN_PX = 1.5;
const MEDIAN_PX = 2;

/** "#e0b15a" with an alpha, as a canvas wants it. */
export function withAlpha(hex: string, alpha: number): string {
  return `${hex}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;
}

/** Points with a gap on both sides would not be seen as a line. */
function lonelyPoints(plot: uPlot, seriesIndex: number): number[] | null {
  const values = plot.data[seriesIndex] ?? [];
  const lonely: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const alone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
    if (alone && (values[index] ?? null) !== null) lonely.push(index);
  }
  return lonely.length === 0 ? null : lonely;
}

type Tone = 'out' | 'in' | 'up' | 'text2';

function meanLine(palette: () => CanvasPalette, tone: Tone): uPlot.Series {
  return {
    scale: 'y',
    width: MEAN_PX,
    stroke: () => palette()[tone],
    fill: () => withAlpha(palette()[tone], AREA_ALPHA),
    fillTo: 0,
    points: { show: false, filter: lonelyPoints, size: 3, width: 0, fill: () => palette()[tone] },
  };
}

function edge(): uPlot.Series {
  return { scale: 'y', width: 0, points: { show: false } };
}

function band(palette: () => CanvasPalette, tone: Tone, high: number, low: number): uPlot.Band {
  return { series: [high, low], fill: () => withAlpha(palette()[tone], BAND_ALPHA) };
}

/** Columns: out mean, max, min; in mean, max, min (negative). */
export const mirroredStyle: PlotStyle = {
  series: (palette) => [meanLine(palette, 'out'), edge(), edge(), meanLine(palette, 'in'), edge(), edge()],
  bands: (palette) => [band(palette, 'out', 2, 3), band(palette, 'in', 6, 5)],
};

/** Columns: mean, max, min. */
export const singleStyle: PlotStyle = {
  series: (palette) => [meanLine(palette, 'text2'), edge(), edge()],
  bands: (palette) => [band(palette, 'text2', 2, 3)],
};

/** Columns: mean, max, min; no area under the line, for an axis that does not begin at 0. */
export const plainStyle: PlotStyle = {
  series: (palette) => [{ ...meanLine(palette, 'text2'), fill: () => 'transparent' }, edge(), edge()],
  bands: singleStyle.bands,
};

/** Column: median. The smoke behind it is painted by the latency graph's own layer. */
export const medianSeries: PlotStyle['series'] = (palette) => [
  {
    scale: 'y',
    width: MEDIAN_PX,
    stroke: () => palette().up,
    ...(uPlot.paths.stepped === undefined ? {} : { paths: uPlot.paths.stepped({ align: 1 }) }),
    points: { show: false, filter: lonelyPoints, size: 3, width: 0, fill: () => palette().up },
  },
];
