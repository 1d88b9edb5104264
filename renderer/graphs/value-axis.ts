/** The upright axis of a graph: begins at 0, ends on a round number on both sides. Pure. */
import { withTrueMinus } from '../../shared/units/number-text.ts';
import type { AxisUnit } from './axis-units.ts';

export interface ValueAxis {
  readonly min: number;
  readonly max: number;
  readonly splits: readonly number[];
  readonly stepValue: number;
}

const ROUND = [1, 2, 2.5, 5, 10] as const;
/** Room above the highest value, so that a line does not scrape along the edge. */
const HEADROOM = 1.05;

/** The smallest round number (1, 2, 2.5, 5 times a power of ten) that is not below `value`. */
export function roundStep(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const round = ROUND.find((one) => one * power >= value * (1 - 1e-9)) ?? 10;
  return round * power;
}

/**
 * @param up highest value above zero
 * @param down highest value below zero, as a positive number; null for a graph of one direction
 * @param lines about how many grid lines fit
 */
export function valueAxis(up: number, down: number | null, lines: number): ValueAxis {
  const total = (up + (down ?? 0)) * HEADROOM;
  const stepValue = roundStep(total / Math.max(1, lines));
  const steps = (value: number): number => Math.max(1, Math.ceil((value * HEADROOM) / stepValue - 1e-9));
  const above = steps(up);
  const below = down === null ? 0 : steps(down);
  const splits = Array.from({ length: above + below + 1 }, (_, index) => (index - below) * stepValue);
  return { min: -below * stepValue + 0, max: above * stepValue, splits, stepValue };
}

/** Absolute unless the unit is signed: below zero lies the other direction. The same decimals on every label. */
export function axisLabels(axis: ValueAxis, unit: AxisUnit, withUnit: boolean): readonly string[] {
  const step = axis.stepValue / unit.divisor;
  const decimals = Math.min(6, [0, 1, 2, 3, 4, 5].find((places) => isRound(step * 10 ** places)) ?? 6);
  const tail = withUnit && unit.short !== '' ? ` ${unit.short}` : '';
  return axis.splits.map((value) =>
    value === 0 ? '0' : `${labelNumber(value / unit.divisor, decimals, unit.signed === true)}${tail}`,
  );
}

const labelNumber = (value: number, decimals: number, signed: boolean): string =>
  signed ? withTrueMinus(value.toFixed(decimals)) : Math.abs(value).toFixed(decimals);

function isRound(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}
