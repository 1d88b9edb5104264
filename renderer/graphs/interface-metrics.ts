/** What a graph of an interface can show: two columns of the engine each, and how their values read. Pure. */
import { trafficKind, type TrafficKind } from '../../shared/contract/boards.ts';
import type { InterfaceMetric } from '../../shared/contract/series.ts';
import { formatBits, formatPackets } from '../../shared/units/bits.ts';
import { UNKNOWN, threeDigits } from '../../shared/units/number-text.ts';
import { formatPercent } from '../../shared/units/percent.ts';
import type { Quantity } from './axis-units.ts';

export const trafficKinds = trafficKind.options;

export interface TrafficView {
  readonly name: string;
  readonly out: InterfaceMetric;
  readonly in: InterfaceMetric;
  readonly quantity: Quantity;
  /** Of the raw value. */
  readonly unit: string;
  readonly format: (value: number | null) => string;
}

const perSecond = (value: number | null): string => (value === null ? UNKNOWN : `${threeDigits(value)} /s`);

export const trafficViews: Readonly<Record<TrafficKind, TrafficView>> = {
  traffic: { name: 'Traffic', out: 'outBps', in: 'inBps', quantity: 'bits', unit: 'bit/s', format: formatBits },
  packets: {
    name: 'Packets',
    out: 'outPps',
    in: 'inPps',
    quantity: 'packets',
    unit: 'packets/s',
    format: formatPackets,
  },
  errors: { name: 'Errors', out: 'outErrors', in: 'inErrors', quantity: 'count', unit: 'errors/s', format: perSecond },
  discards: {
    name: 'Discards',
    out: 'outDiscards',
    in: 'inDiscards',
    quantity: 'count',
    unit: 'discards/s',
    format: perSecond,
  },
  use: { name: 'Use', out: 'outBps', in: 'inBps', quantity: 'percent', unit: '%', format: formatPercent },
};

/** Use is a share of the speed: without a speed there is none. */
export function offeredKinds(speedBps: number | null): readonly TrafficKind[] {
  return trafficKinds.filter((kind) => kind !== 'use' || (speedBps ?? 0) > 0);
}
