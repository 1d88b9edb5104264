/** In which unit an axis counts: one for all its labels, so that they compare at a glance. Pure. */
import type { DeviceMetric } from '../../shared/contract/series.ts';

export type Quantity = 'bits' | 'packets' | 'count' | 'percent' | 'milliseconds';

export interface AxisUnit {
  /** A value divided by this is what the label says. */
  readonly divisor: number;
  /** "Gbit/s", for a legend. */
  readonly name: string;
  /** "G", for a narrow graph's labels. */
  readonly short: string;
  /** Below zero is less than nothing, and no other direction: labels keep their sign. */
  readonly signed?: boolean | undefined;
}

const PREFIXES = ['', 'k', 'M', 'G', 'T', 'P'] as const;

function scaledUnit(base: string, space: '' | ' ', largest: number): AxisUnit {
  let power = 0;
  while (largest >= 1000 ** (power + 1) && power < PREFIXES.length - 1) power += 1;
  const prefix = PREFIXES[power] ?? '';
  return { divisor: 1000 ** power, name: prefix === '' ? base : `${prefix}${space}${base}`, short: prefix };
}

/** The largest unit in which `largest` is 1 or more. */
export function axisUnit(quantity: Quantity, largest: number): AxisUnit {
  switch (quantity) {
    case 'bits':
      return scaledUnit('bit/s', '', largest);
    case 'packets':
      return scaledUnit('packets/s', ' ', largest);
    case 'count':
      return { divisor: 1, name: 'a second', short: '' };
    case 'percent':
      return { divisor: 1, name: '%', short: '%' };
    case 'milliseconds':
      return { divisor: 1, name: 'ms', short: '' };
  }
}

export const deviceQuantity: Readonly<Record<DeviceMetric, Quantity>> = {
  rttMin: 'milliseconds',
  rttAvg: 'milliseconds',
  rttMax: 'milliseconds',
  jitter: 'milliseconds',
  pollMs: 'milliseconds',
  loss: 'percent',
  cpu: 'percent',
  memory: 'percent',
};
