/** Processors, memory and storage out of HOST-RESOURCES-MIB (RFC 2790). Pure. */
import type { MemoryReading, ProcessorReading, StorageReading } from '../../../../shared/model/reading.ts';
import type { WalkedRow } from '../tables/table-spec.ts';
import { numberOf, textOf } from './octets.ts';

const isPercent = (value: number | null): value is number => value !== null && value >= 0 && value <= 100;

export const decodeProcessors = (
  loads: readonly WalkedRow[],
  devices: readonly WalkedRow[],
): readonly ProcessorReading[] => {
  const names = new Map(devices.map(({ index, cells }) => [index.at(-1), textOf(cells['descr'])]));
  return loads.map(({ index, cells }, at) => {
    const load = numberOf(cells['load']);
    return { name: names.get(index.at(-1)) ?? `CPU ${at + 1}`, percent: isPercent(load) ? load : null };
  });
};

/** hrStorageTypes: what of the table is memory, what a file system. */
const TYPES = '1.3.6.1.2.1.25.2.1.';
const RAM = `${TYPES}2`;
const VIRTUAL = `${TYPES}3`;
const DISKS: ReadonlySet<unknown> = new Set([`${TYPES}4`, `${TYPES}10`]);

export interface StorageRow {
  readonly type: string | null;
  readonly name: string;
  readonly totalBytes: number;
  readonly usedBytes: number;
}

/** hrStorageSize is a signed 32-bit number: agents with more units than that show it negative. */
const units = (value: number | null): number | null => (value !== null && value < 0 ? value + 2 ** 32 : value);

export const storageRows = (rows: readonly WalkedRow[]): readonly StorageRow[] =>
  rows.flatMap(({ cells }): StorageRow[] => {
    const size = units(numberOf(cells['size']));
    const used = units(numberOf(cells['used']));
    const unit = numberOf(cells['unitBytes']) ?? 1;
    const type = cells['type'];
    if (size === null || used === null || size <= 0 || unit <= 0) return [];
    const name = textOf(cells['descr']) ?? 'storage';
    return [{ type: typeof type === 'string' ? type : null, name, totalBytes: size * unit, usedBytes: used * unit }];
  });

const percentOf = (used: number, total: number): number | null =>
  total > 0 ? Math.min(100, Math.round((used / total) * 1000) / 10) : null;

/** net-snmp lists buffers and cache as rows beside the physical memory that they are part of. */
const REUSABLE = /^(memory buffers|cached memory|shared memory|available memory)$/i;
const VIRTUAL_MEMORY = /^virtual memory$/i;

/** Memory that is used for real: buffers and cache are given back when somebody asks. */
export const decodeHostMemory = (rows: readonly StorageRow[]): readonly MemoryReading[] => {
  const reclaimable = rows
    .filter((row) => /^(memory buffers|cached memory)$/i.test(row.name))
    .reduce((sum, row) => sum + row.usedBytes, 0);
  return rows
    .filter(
      (row) => (row.type === RAM || row.type === VIRTUAL) && !REUSABLE.test(row.name) && !VIRTUAL_MEMORY.test(row.name),
    )
    .map((row) => {
      const physical = /^physical memory$/i.test(row.name);
      const usedBytes = physical ? Math.max(0, row.usedBytes - reclaimable) : row.usedBytes;
      return {
        name: row.name,
        usedPercent: percentOf(usedBytes, row.totalBytes),
        usedBytes,
        totalBytes: row.totalBytes,
      };
    });
};

export const decodeStorage = (rows: readonly StorageRow[]): readonly StorageReading[] =>
  rows
    .filter((row) => DISKS.has(row.type))
    .map((row) => ({
      name: row.name,
      usedPercent: percentOf(row.usedBytes, row.totalBytes),
      totalBytes: row.totalBytes,
    }));

export { percentOf };
