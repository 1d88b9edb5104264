/** A style of ours in uPlot's words: one series for each column, lines or edges of bands. */
import uPlot from 'uplot';
import type { CanvasPalette } from './canvas.ts';
import { AREA_ALPHA, BAND_ALPHA, withAlpha, type LineStyle, type PlotStyle } from './plot-style.ts';

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

function lineSeries({ tone, widthPx, area, stepped }: LineStyle, palette: () => CanvasPalette): uPlot.Series {
  const steps = stepped ? uPlot.paths.stepped?.({ align: 1 }) : undefined;
  return {
    scale: 'y',
    width: widthPx,
    stroke: () => palette()[tone],
    ...(area ? { fill: () => withAlpha(palette()[tone], AREA_ALPHA), fillTo: 0 } : {}),
    ...(steps === undefined ? {} : { paths: steps }),
    points: { show: false, filter: lonelyPoints, size: 3, width: 0, fill: () => palette()[tone] },
  };
}

const edge: uPlot.Series = { scale: 'y', width: 0, points: { show: false } };

export function plotSeries({ lines, columns }: PlotStyle, palette: () => CanvasPalette): uPlot.Series[] {
  return Array.from({ length: columns }, (_, column) => {
    const line = lines.find((one) => one.column === column);
    return line === undefined ? { ...edge } : lineSeries(line, palette);
  });
}

/** uPlot counts series from 1: the first is time. */
export function plotBands({ bands }: PlotStyle, palette: () => CanvasPalette): uPlot.Band[] {
  return bands.map(({ high, low, tone }) => ({
    series: [high + 1, low + 1],
    fill: () => withAlpha(palette()[tone], BAND_ALPHA),
  }));
}
