/** Memory and processor out of UCD-SNMP-MIB: used means without what buffers and cache would give back. Pure. */
import type { MemoryReading, ProcessorReading } from '../../../../shared/model/reading.ts';
import type { SnmpValue } from '../wire/value.ts';
import { percentOf } from './host-resources.ts';
import { numberOf } from './octets.ts';

const MEMORY = '1.3.6.1.4.1.2021.4';
/** In kilobytes: memTotalReal, memAvailReal, memBuffer, memCached, memTotalSwap, memAvailSwap. */
export const UCD_MEMORY_OIDS = [5, 6, 14, 15, 3, 4].map((object) => `${MEMORY}.${object}.0`);

/** ssCpuIdle: percent of all processors together, of the last minute. */
export const UCD_CPU_IDLE = '1.3.6.1.4.1.2021.11.11.0';

/** For agents that list no processors one by one. */
export const decodeUcdProcessor = (idle: SnmpValue): readonly ProcessorReading[] => {
  const percent = numberOf(idle);
  return percent === null || percent < 0 || percent > 100 ? [] : [{ name: 'CPU', percent: 100 - percent }];
};

const KILO = 1024;

const reading = (name: string, totalKilobytes: number, usedKilobytes: number): MemoryReading => {
  const used = Math.min(totalKilobytes, Math.max(0, usedKilobytes));
  return {
    name,
    usedPercent: percentOf(used, totalKilobytes),
    usedBytes: used * KILO,
    totalBytes: totalKilobytes * KILO,
  };
};

export const decodeUcdMemory = (values: readonly SnmpValue[]): readonly MemoryReading[] => {
  const [total, free, buffers, cached, swapTotal, swapFree] = values.map(numberOf);
  const found: MemoryReading[] = [];
  if (total && free !== null && free !== undefined)
    found.push(reading('Physical memory', total, total - free - (buffers ?? 0) - (cached ?? 0)));
  if (swapTotal && swapFree !== null && swapFree !== undefined)
    found.push(reading('Swap space', swapTotal, swapTotal - swapFree));
  return found;
};
