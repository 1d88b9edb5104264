/** Processors, memory and storage out of HOST-RESOURCES-MIB (RFC 2790). Pure. */
import type { Told } from '../../../../shared/model/hardware.ts';
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
  readonly told: Told;
}

const USED = '1.3.6.1.2.1.25.2.3.1.6';

/** hrStorageSize is a signed 32-bit number: agents with more units than that show it negative. */
const units = (value: number | null): number | null => (value !== null && value < 0 ? value + 2 ** 32 : value);

export const storageRows = (rows: readonly WalkedRow[]): readonly StorageRow[] =>
  rows.flatMap(({ index, cells }): StorageRow[] => {
    const size = units(numberOf(cells['size']));
    const used = units(numberOf(cells['used']));
    const unit = numberOf(cells['unitBytes']) ?? 1;
    const type = cells['type'];
    if (size === null || used === null || size <= 0 || unit <= 0) return [];
    const name = textOf(cells['descr']) ?? 'storage';
    const told = {
      source: 'HOST-RESOURCES-MIB hrStorageUsed, of hrStorageSize',
      oid: `${USED}.${index.join('.')}`,
      raw: String(used),
      how: `${used} of ${size} units of ${unit} bytes`,
    };
    const [totalBytes, usedBytes] = [size * unit, used * unit];
    return [{ type: typeof type === 'string' ? type : null, name, totalBytes, usedBytes, told }];
  });

const percentOf = (used: number, total: number): number | null =>
  total > 0 ? Math.min(100, Math.round((used / total) * 1000) / 10) : null;

const OTHER = `${TYPES}1`;
/** net-snmp lists these as rows of type "other" beside the physical memory that they are part of. */
const PART_OF_RAM = /^(memory buffers|cached memory|shared memory)$/i;
/** Buffers and cache are given back when somebody asks ("RAM (Cache)" on Arista EOS). */
const REUSABLE = /\b(buffers|cached?)\b/i;
/** Pools inside of a process, and file systems that are none (FreeBSD's bsnmpd). */
const NO_MEMORY = /MALLOC|UMA|\/?procfs?\b/;

const isMemory = ({ type, name }: StorageRow): boolean =>
  ((type === RAM || type === VIRTUAL) && !NO_MEMORY.test(name)) || (type === OTHER && PART_OF_RAM.test(name));

const memoryReading = (name: string, usedBytes: number, totalBytes: number): MemoryReading => ({
  name,
  usedPercent: percentOf(usedBytes, totalBytes),
  usedBytes,
  totalBytes,
});

/** Physical memory is told without what buffers and cache would give back, where one row of it is told beside them. */
export const decodeHostMemory = (rows: readonly StorageRow[]): readonly MemoryReading[] => {
  const memory = rows.filter(isMemory);
  const physical = memory.filter(({ type, name }) => type === RAM && !REUSABLE.test(name));
  const [ram] = physical.length === 1 ? physical : [];
  const reclaimable = memory
    .filter(({ type, name }) => (type === RAM || type === OTHER) && REUSABLE.test(name))
    .reduce((sum, row) => sum + row.usedBytes, 0);
  return memory.map((row) => {
    if (row === ram) return memoryReading(row.name, Math.max(0, row.usedBytes - reclaimable), row.totalBytes);
    // Their own size is what is used now: they are a part of the whole.
    const total = row.type === OTHER ? (ram?.totalBytes ?? row.totalBytes) : row.totalBytes;
    return memoryReading(row.name, row.usedBytes, total);
  });
};

export const decodeStorage = (rows: readonly StorageRow[]): readonly StorageReading[] =>
  rows
    .filter((row) => DISKS.has(row.type))
    .map((row) => ({
      name: row.name,
      usedPercent: percentOf(row.usedBytes, row.totalBytes),
      totalBytes: row.totalBytes,
      told: row.told,
    }));

export { percentOf };
