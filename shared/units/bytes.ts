import { UNKNOWN, scaled } from './number-text.ts';

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** 1536 gives "1.50 KiB"; memory and disks are counted in powers of 1024, hence the binary names. */
export function formatBytes(bytes: number | null): string {
  return bytes === null ? UNKNOWN : scaled(bytes, UNITS, 1024);
}
