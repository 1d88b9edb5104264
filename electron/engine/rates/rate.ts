/** The words of this folder: what one rate is, and which counter feeds which metric. */
import type { InterfaceMetric, Quality } from '../../../shared/contract/series.ts';
import type { CounterReading } from '../../../shared/model/reading.ts';

export interface Rate {
  /** Bits, packets, errors or discards a second; null is unknown, never 0. */
  readonly value: number | null;
  readonly quality: Quality;
  /** The rule in words, without its numbers: see explain.ts for those. */
  readonly rule: string;
}

export type InterfaceRates = Readonly<Record<InterfaceMetric, Rate>>;

type CounterField =
  'inOctets' | 'outOctets' | 'inPackets' | 'outPackets' | 'inErrors' | 'outErrors' | 'inDiscards' | 'outDiscards';

/** `octets` and `packets` have a physical limit and may be 64 bits wide; `faults` are Counter32 and rare. */
export type CounterFamily = 'octets' | 'packets' | 'faults';

export interface MetricSource {
  readonly metric: InterfaceMetric;
  readonly field: CounterField;
  readonly family: CounterFamily;
}

export const METRIC_SOURCES: readonly MetricSource[] = [
  { metric: 'inBps', field: 'inOctets', family: 'octets' },
  { metric: 'outBps', field: 'outOctets', family: 'octets' },
  { metric: 'inPps', field: 'inPackets', family: 'packets' },
  { metric: 'outPps', field: 'outPackets', family: 'packets' },
  { metric: 'inErrors', field: 'inErrors', family: 'faults' },
  { metric: 'outErrors', field: 'outErrors', family: 'faults' },
  { metric: 'inDiscards', field: 'inDiscards', family: 'faults' },
  { metric: 'outDiscards', field: 'outDiscards', family: 'faults' },
];

/** How wide this reading's counter is. ifInErrors and its kin are Counter32 in IF-MIB (RFC 2863) and have no wide twin. */
export function widthOf(reading: CounterReading, family: CounterFamily): 32 | 64 {
  if (family === 'octets') return reading.octetBits;
  return family === 'packets' ? reading.packetBits : 32;
}

/** What IF-MIB calls the counter, for explanations. */
export function counterName(source: MetricSource, bits: 32 | 64): string {
  const direction = source.field.startsWith('in') ? 'In' : 'Out';
  const wide = bits === 64 ? 'HC' : '';
  if (source.family === 'octets') return `if${wide}${direction}Octets`;
  if (source.family === 'packets') {
    return `if${wide}${direction} UcastPkts + MulticastPkts + BroadcastPkts`;
  }
  return `if${direction}${source.field.endsWith('Errors') ? 'Errors' : 'Discards'}`;
}
