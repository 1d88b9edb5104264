import type { Quality } from '../../../shared/contract/series.ts';
import type { InterfaceSampleRow } from '../store/rows.ts';
import { METRIC_SOURCES } from './rate.ts';
import type { InterfaceRates } from './rate.ts';

/** From best to worst; a row of samples has one quality for all its columns. */
const ORDER: readonly Quality[] = ['good', 'suspect', 'missing', 'gap', 'reset'];

/**
 * The one quality of a whole row: that of its traffic, because errors and discards that a device does not count say nothing
 * of the rest. Suspect if any value is; without any traffic value, the reason for that.
 */
export function overallQuality(rates: InterfaceRates): Quality {
  if (METRIC_SOURCES.some((source) => rates[source.metric].quality === 'suspect')) return 'suspect';
  const traffic = [rates.inBps, rates.outBps, rates.inPps, rates.outPps];
  if (traffic.some((rate) => rate.quality === 'good')) return 'good';
  return traffic.map((rate) => rate.quality).toSorted((a, b) => ORDER.indexOf(b) - ORDER.indexOf(a))[0] ?? 'missing';
}

/** The row to store for one poll of one interface. */
export function sampleOf(interfaceId: number, atMs: number, rates: InterfaceRates): InterfaceSampleRow {
  return {
    interfaceId,
    atMs,
    quality: overallQuality(rates),
    inBps: rates.inBps.value,
    outBps: rates.outBps.value,
    inPps: rates.inPps.value,
    outPps: rates.outPps.value,
    inErrors: rates.inErrors.value,
    outErrors: rates.outErrors.value,
    inDiscards: rates.inDiscards.value,
    outDiscards: rates.outDiscards.value,
  };
}
