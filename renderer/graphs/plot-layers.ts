/** What is painted beside a plot's lines, and in which order: on the page and in a picture alike. */
import { paintGaps, paintLevels, paintLoss, paintMarks, paintSuspects, paintZeroLine } from './paint-layers.ts';
import { paintAreas, paintGhosts } from './paint-lines.ts';
import type { PaintLayer, PlotStyle } from './plot-style.ts';

/** Over the grid and under the lines. */
export const layersUnder = ({ under }: PlotStyle): readonly (PaintLayer | undefined)[] => [
  paintGaps,
  under,
  paintAreas,
];

/** Over the lines. */
export const layersOver = ({ over }: PlotStyle): readonly (PaintLayer | undefined)[] => [
  over,
  paintGhosts,
  paintSuspects,
  paintZeroLine,
  paintLevels,
  paintMarks,
  paintLoss,
];
