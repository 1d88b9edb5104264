/** One uPlot on the page: opened with a style, fed with models, told its size. */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { CanvasPalette } from './canvas.ts';
import type { GraphModel, PlotBox } from './graph-model.ts';
import { layersOver, layersUnder } from './plot-layers.ts';
import { plotAxes, type PlotMeasures } from './plot-axes.ts';
import { plotBands, plotSeries } from './plot-series.ts';
import type { PaintLayer, PlotStyle } from './plot-style.ts';

export interface PlotEvents {
  /** Index of the point under the crosshair and its place in the canvas; null when the pointer left. */
  readonly onHover: (hover: { readonly index: number; readonly left: number } | null) => void;
  readonly onDrag: (fromMs: number, toMs: number) => void;
  readonly onReset: () => void;
}

export interface Plot {
  show(model: GraphModel, palette: CanvasPalette): void;
  resize(width: number, height: number): void;
  /** Puts the crosshair on a moment (keyboard); null takes it away. */
  pointAt(atMs: number | null): void;
  close(): void;
}

const LEAST_DRAG_PX = 4;

export interface PlotOptions {
  readonly host: HTMLElement;
  readonly width: number;
  readonly height: number;
  readonly style: PlotStyle;
  readonly measures: PlotMeasures;
  readonly model: GraphModel;
  readonly palette: CanvasPalette;
  readonly events: PlotEvents;
}

function boxOf(plot: uPlot): PlotBox {
  const ratio = uPlot.pxRatio;
  const { left, top, width, height } = plot.bbox;
  const box = { left: left / ratio, top: top / ratio, width: width / ratio, height: height / ratio };
  return {
    ...box,
    x: (atMs) => box.left + plot.valToPos(atMs, 'x'),
    y: (value) => box.top + plot.valToPos(value, 'y'),
  };
}

function paint(
  plot: uPlot,
  layers: readonly (PaintLayer | undefined)[],
  model: GraphModel,
  palette: CanvasPalette,
): void {
  const box = boxOf(plot);
  plot.ctx.save();
  plot.ctx.scale(uPlot.pxRatio, uPlot.pxRatio);
  for (const layer of layers) {
    plot.ctx.save();
    layer?.(plot.ctx, box, model, palette);
    plot.ctx.restore();
  }
  plot.ctx.restore();
}

/** A model may have more columns than lines: layers paint the rest. */
function dataOf(model: GraphModel, lines: number): uPlot.AlignedData {
  return [[...model.atMs], ...model.columns.slice(0, lines).map((column) => [...column])];
}

function hoverOf(plot: uPlot): { readonly index: number; readonly left: number } | null {
  const { idx, left } = plot.cursor;
  if (idx === null || idx === undefined || left === undefined || left < 0) return null;
  return { index: idx, left: plot.bbox.left / uPlot.pxRatio + left };
}

/** Opens a plot inside `host`. The caller closes it. */
export function openPlot({ host, width, height, style, measures, events, ...first }: PlotOptions): Plot {
  let { model, palette } = first;
  const series = plotSeries(style, () => palette);
  const options: uPlot.Options = {
    width,
    height,
    ms: 1,
    legend: { show: false },
    padding: [measures.top, measures.right, 0, 0],
    series: [{}, ...series],
    bands: plotBands(style, () => palette),
    scales: {
      x: { time: true, auto: false, range: () => [model.fromMs, model.toMs] },
      y: { range: () => [model.axis.min, model.axis.max] },
    },
    axes: plotAxes(
      measures,
      () => model,
      () => palette,
    ),
    cursor: {
      y: false,
      points: { show: false },
      drag: { x: true, y: false, setScale: false, dist: LEAST_DRAG_PX },
      bind: { dblclick: () => null },
    },
    hooks: {
      drawAxes: [(plot) => paint(plot, layersUnder(style), model, palette)],
      draw: [
        (plot) => {
          paint(plot, layersOver(style), model, palette);
        },
      ],
      setCursor: [(plot) => events.onHover(hoverOf(plot))],
      setSelect: [
        (plot) => {
          const { left, width: dragged } = plot.select;
          if (dragged < LEAST_DRAG_PX) return;
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          events.onDrag(plot.posToVal(left, 'x'), plot.posToVal(left + dragged, 'x'));
        },
      ],
    },
  };
  const plot = new uPlot(options, dataOf(model, series.length), host);
  plot.over.addEventListener('dblclick', events.onReset);
  return {
    show: (next, nextPalette) => {
      model = next;
      palette = nextPalette;
      plot.batch(() => {
        plot.setData(dataOf(model, series.length), false);
        plot.setScale('x', { min: model.fromMs, max: model.toMs });
      });
    },
    resize: (nextWidth, nextHeight) => plot.setSize({ width: nextWidth, height: nextHeight }),
    pointAt: (atMs) => {
      const left = atMs === null ? -10 : plot.valToPos(atMs, 'x');
      plot.setCursor({ left, top: atMs === null ? -10 : 1 });
    },
    close: () => plot.destroy(),
  };
}
