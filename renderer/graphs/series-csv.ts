/** A graph's points as a CSV file: time in UTC and in the reader's zone, then every column with its unit. Pure. */
import { toCsv, type CsvValue } from '../../shared/units/csv.ts';
import type { DataColumn } from './graph-content.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** "2026-11-28T14:00:00Z" */
export function isoUtc(atMs: number): string {
  return new Date(atMs).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** "2026-11-28T15:00:00+01:00": the offset is that of this very moment, whatever the clock does later. */
export function isoLocal(atMs: number): string {
  const at = new Date(atMs);
  const offset = -at.getTimezoneOffset();
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const time = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${day}T${time}${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

/** Six decimals at most: what is measured is never finer. */
const rounded = (value: number): number => Number(value.toFixed(6));

export function seriesCsv(
  atMs: readonly number[],
  columns: readonly Pick<DataColumn, 'title' | 'unit' | 'values'>[],
): string {
  const head: CsvValue[] = [
    'Time, UTC',
    'Time, local',
    ...columns.map(({ title, unit }) => (unit === '' ? title : `${title} (${unit})`)),
  ];
  const rows = atMs.map((at, index): CsvValue[] => [
    isoUtc(at),
    isoLocal(at),
    ...columns.map(({ values }) => {
      const value = values[index] ?? null;
      return value === null ? null : rounded(value);
    }),
  ]);
  return toCsv([head, ...rows]);
}

/** A file's name out of what a device calls itself: letters, digits and dashes, never a path. */
export function fileName(words: readonly string[], fromMs: number, ending: string): string {
  const safe = words
    .join('-')
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 100);
  const day = isoUtc(fromMs).slice(0, 10);
  return `${safe === '' ? 'graph' : safe}-${day}.${ending}`;
}
