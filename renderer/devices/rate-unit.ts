/** One unit for a whole column of rates, so that its numbers can be compared at a glance. */
import { withTrueMinus } from '../../shared/units/number-text.ts';

export interface RateUnit {
  readonly name: string;
  readonly format: (bitsPerSecond: number) => string;
}

const units = [
  { name: 'Tbit/s', factor: 1e12 },
  { name: 'Gbit/s', factor: 1e9 },
  { name: 'Mbit/s', factor: 1e6 },
  { name: 'kbit/s', factor: 1e3 },
] as const;
const smallest = { name: 'kbit/s', factor: 1e3 } as const;

/** The unit in which the largest rate reads best; all rows get two decimals below 1000, as one column must. */
export function rateUnit(rates: readonly (number | null | undefined)[]): RateUnit {
  const largest = Math.max(0, ...rates.filter((rate) => typeof rate === 'number'));
  const unit = units.find(({ factor }) => largest >= factor) ?? smallest;
  const decimals = largest / unit.factor >= 100 ? 1 : 2;
  return { name: unit.name, format: (rate) => withTrueMinus((rate / unit.factor).toFixed(decimals)) };
}
