import type uPlot from 'uplot';
import { CANVAS_FONT, type CanvasPalette } from './canvas.ts';
import type { GraphModel } from './graph-model.ts';
import { timeTicks, type TimeTick } from './time-ticks.ts';
import { axisLabels } from './value-axis.ts';

/** Pixels around the plot. */
export interface PlotMeasures {
  /** Room for marks. */
  readonly top: number;
  readonly right: number;
  readonly left: number;
  readonly bottom: number;
  /** Narrow graphs have no legend: their labels carry the unit. */
  readonly unitInLabels: boolean;
}

const FONT = `400 10px ${CANVAS_FONT}`;
const LABEL_PX = 64;
/** About; a label that the edge would cut is left out. */
const LETTER_PX = 5.5;

/** Round times under a plot of this width that has so much room at its right edge. */
export function timeLabels(
  { fromMs, toMs }: Pick<GraphModel, 'fromMs' | 'toMs'>,
  width: number,
  roomPx: number,
): readonly TimeTick[] {
  const x = (atMs: number): number => ((atMs - fromMs) / (toMs - fromMs)) * width;
  return timeTicks(fromMs, toMs, width, LABEL_PX).labelled.filter(
    ({ atMs, label }) => x(atMs) + (label.length * LETTER_PX) / 2 <= width + roomPx,
  );
}

/** Round times below, absolute values with the same decimals beside. */
export function plotAxes(measures: PlotMeasures, model: () => GraphModel, palette: () => CanvasPalette): uPlot.Axis[] {
  const shared = { font: FONT, stroke: () => palette().text3, ticks: { show: false } };
  const labels = (plot: uPlot): readonly TimeTick[] =>
    timeLabels(model(), plot.width - measures.left - measures.right, measures.right);
  return [
    {
      ...shared,
      scale: 'x',
      size: measures.bottom,
      gap: 7,
      grid: { show: false },
      splits: (plot) => labels(plot).map(({ atMs }) => atMs),
      values: (plot, splits) => {
        const known = labels(plot);
        return splits.map((split) => known.find(({ atMs }) => atMs === split)?.label ?? '');
      },
    },
    {
      ...shared,
      scale: 'y',
      size: measures.left,
      gap: 8,
      grid: { stroke: () => palette().line, width: 1 },
      splits: () => [...model().axis.splits],
      values: () => [...axisLabels(model().axis, model().unit, measures.unitInLabels)],
    },
  ];
}
