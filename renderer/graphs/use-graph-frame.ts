import { useSize, type Size, type WatchSize } from '../ui/use-size.ts';
import type { PlotMeasures } from './plot-axes.ts';

export interface GraphFrameSize {
  readonly plot: Size;
  /** Too narrow for a legend: the unit goes into the labels, tools appear on hover and focus. */
  readonly compact: boolean;
  readonly measures: PlotMeasures;
  /** As many as can be told apart, in steps, so that dragging an edge asks for nothing; null before the first layout. */
  readonly maxPoints: number | null;
  /** Height of the table of figures under the plot, px; 0 without one. */
  readonly figuresHeight: number;
}

const COMPACT_PX = 420;
const HEAD_PX = 28;
const TITLED_HEAD_PX = 40;
const POINTS_STEP = 100;
/** Some pixels to a point: denser lines are noise. */
const PX_A_POINT = 1.5;
const FIGURES_HEAD_PX = 20;
const FIGURES_ROW_PX = 24;
const MOST_FIGURES = 6;
/** A plot lower than this shows nothing: the figures go first. */
const LEAST_PLOT_PX = 150;

const wide: PlotMeasures = { top: 22, right: 16, left: 54, bottom: 26, unitInLabels: false };
const wideWithoutMarks: PlotMeasures = { ...wide, top: 8 };
const narrow: PlotMeasures = { top: 16, right: 8, left: 40, bottom: 22, unitInLabels: true };
const narrowWithoutMarks: PlotMeasures = { ...narrow, top: 6 };

export interface GraphFrameOptions {
  /** Leaves room for them above the plot. */
  readonly marks: boolean;
  /** A title in the head makes it as high as that of a card. */
  readonly titled: boolean;
  /** Lines of the table of figures that stands under the plot; 0 for none. */
  readonly figures?: number | undefined;
}

function measuresOf(compact: boolean, marks: boolean): PlotMeasures {
  if (compact) return marks ? narrow : narrowWithoutMarks;
  return marks ? wide : wideWithoutMarks;
}

function figuresHeight(rows: number, room: number): number {
  if (rows === 0) return 0;
  const wanted = FIGURES_HEAD_PX + Math.min(rows, MOST_FIGURES) * FIGURES_ROW_PX;
  const least = FIGURES_HEAD_PX + Math.min(rows, 2) * FIGURES_ROW_PX;
  const given = Math.min(wanted, room - LEAST_PLOT_PX);
  return given < least ? 0 : given;
}

/** Size of a graph and what follows from it. */
export function useGraphFrame(options: GraphFrameOptions): readonly [watch: WatchSize, frame: GraphFrameSize] {
  const [watch, size] = useSize();
  const compact = size.width < COMPACT_PX;
  const headHeight = options.titled ? TITLED_HEAD_PX : compact ? 0 : HEAD_PX;
  const figures = figuresHeight(options.figures ?? 0, size.height - headHeight);
  const points = Math.ceil(size.width / PX_A_POINT / POINTS_STEP) * POINTS_STEP;
  const frame = {
    compact,
    plot: { width: size.width, height: Math.max(0, size.height - headHeight - figures) },
    measures: measuresOf(compact, options.marks),
    maxPoints: size.width === 0 ? null : points,
    figuresHeight: figures,
  };
  return [watch, frame];
}
