/** A link is drawn as two halves that meet in points at its middle, each in the colour of what leaves its own end. */
import type { Line, Point } from './plane.ts';

export interface Half {
  /** Two corners at the end, a shoulder, the point, the other shoulder. */
  readonly outline: readonly Point[];
  /** Where a number stands: the middle of the half. */
  readonly centre: Point;
}

/** Between the two points. */
const TIP_GAP = 3;
/** Length of the point in widths of the link, and its least length in pixels. */
const TIP_WIDTHS = 1.1;
const LEAST_TIP = 5;

/** Pure: the half that begins at `line.from`; the other one comes from the line turned round. */
function nearHalf({ from, to }: Line, width: number): Half {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const ux = length === 0 ? 1 : (to.x - from.x) / length;
  const uy = length === 0 ? 0 : (to.y - from.y) / length;
  const tipAt = Math.max(0, length / 2 - TIP_GAP / 2);
  const shoulderAt = Math.max(0, tipAt - Math.min(tipAt / 2, Math.max(LEAST_TIP, width * TIP_WIDTHS)));
  const half = width / 2;
  const at = (along: number, aside: number): Point => ({
    x: from.x + ux * along - uy * aside,
    y: from.y + uy * along + ux * aside,
  });
  return {
    outline: [at(0, half), at(0, -half), at(shoulderAt, -half), at(tipAt, 0), at(shoulderAt, half)],
    centre: at(length / 4, 0),
  };
}

export function linkHalves(line: Line, width: number): readonly [Half, Half] {
  return [nearHalf(line, width), nearHalf({ from: line.to, to: line.from }, width)];
}
