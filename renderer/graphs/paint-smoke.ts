import { MEDIAN, smokeLayers } from './latency-model.ts';
import type { GraphModel, PlotBox } from './graph-model.ts';
import type { PaintLayer } from './plot-style.ts';

const SMOKE_ALPHA = 0.2;
const LEAST_COLUMN_PX = 1;
const LEAST_SPREAD_PX = 2;

/** Up to the next point, at most a step: where the interval was shortened, columns would lie on each other. */
function columnWidths(box: PlotBox, { atMs, stepMs }: GraphModel): readonly number[] {
  return atMs.map((at, index) => {
    const end = Math.min(at + stepMs, atMs[index + 1] ?? Number.POSITIVE_INFINITY);
    return Math.max(LEAST_COLUMN_PX, box.x(end) - box.x(at));
  });
}

/** Three grey layers, a column for each step: where probes agree it is dense, where they spread it is thin. */
export const paintSmoke: PaintLayer = (context, box, model, palette) => {
  context.beginPath();
  context.rect(box.left, box.top, box.width, box.height);
  context.clip();
  context.fillStyle = palette.text3;
  context.globalAlpha = SMOKE_ALPHA;
  const widths = columnWidths(box, model);
  for (const { low, high } of smokeLayers) {
    model.atMs.forEach((at, index) => {
      const from = model.columns[low]?.[index] ?? null;
      const to = model.columns[high]?.[index] ?? null;
      if (from === null || to === null) return;
      const top = box.y(to);
      context.fillRect(box.x(at), top, widths[index] ?? 0, Math.max(LEAST_SPREAD_PX, box.y(from) - top));
    });
  }
};

/** Pieces of the median under which probes were lost take the colour of the loss. */
export const paintLossyMedian: PaintLayer = (context, box, model, palette) => {
  const widths = columnWidths(box, model);
  context.fillStyle = palette.degraded;
  model.atMs.forEach((at, index) => {
    const median = model.columns[MEDIAN]?.[index] ?? null;
    const x = box.x(at);
    if (median === null || (model.loss[index] ?? 0) <= 0 || x < box.left || x > box.left + box.width) return;
    context.fillRect(x, box.y(median) - 1, widths[index] ?? 0, 2);
  });
};
