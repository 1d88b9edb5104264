/** The table of what the file's space goes to, and the forecast in words. Pure. */
import type { StoragePart, StorageUse } from '../../shared/contract/storage.ts';
import { fileAfter, partAfter, type Retention } from '../../shared/model/storage-forecast.ts';
import { formatBytes } from '../../shared/units/bytes.ts';

export const partNames: Readonly<Record<StoragePart['id'], string>> = {
  hot: 'Samples of the last hours',
  samples: 'Raw samples',
  fiveMinutes: 'Steps of 5 minutes',
  hours: 'Steps of an hour',
  days: 'Steps of a day',
  history: 'States, events, incidents',
  configurations: 'Configurations',
  other: 'Devices, links and the rest',
};

export interface StorageRow {
  readonly id: StoragePart['id'];
  readonly name: string;
  /** "14 days", "for ever", "2 hours". */
  readonly kept: string;
  readonly bytes: number;
  readonly bytesPerDay: number | null;
  readonly inAYear: number | null;
}

const YEAR_DAYS = 365;

const keptText = (id: StoragePart['id'], days: number | null): string => {
  if (id === 'hot') return '2 hours';
  return days === null ? 'for ever' : `${days} days`;
};

export const storageRows = (use: StorageUse, retention: Retention): StorageRow[] =>
  use.parts.map((part) => ({
    id: part.id,
    name: partNames[part.id],
    kept: keptText(part.id, retention[part.id]),
    bytes: part.bytes,
    bytesPerDay: part.bytesPerDay,
    inAYear: partAfter(part, retention[part.id], YEAR_DAYS),
  }));

/** Days until the disk is full at this growth, at most a year; null when it does not fill up, or nobody can know. */
export function daysUntilFull(use: StorageUse, retention: Retention): number | null {
  const { freeBytes } = use;
  if (freeBytes === null) return null;
  for (let days = 1; days <= YEAR_DAYS; days += 1) {
    const bytes = fileAfter(use, retention, days);
    if (bytes === null) return null;
    if (bytes - use.fileBytes > freeBytes) return days;
  }
  return null;
}

export interface Forecast {
  readonly text: string;
  readonly tone: 'calm' | 'warning';
}

/** One or two sentences: how large in 30 days and in a year, and whether the disk has room for it. */
export function forecastOf(use: StorageUse, retention: Retention): Forecast {
  const [month, year] = [30, YEAR_DAYS].map((days) => fileAfter(use, retention, days));
  if (month === null || month === undefined || year === null || year === undefined) {
    return { text: 'How fast it grows is not known yet: the file is younger than a day.', tone: 'calm' };
  }
  const sizes = `${formatBytes(month)} in 30 days, ${formatBytes(year)} in a year, if the network stays as it is.`;
  const full = daysUntilFull(use, retention);
  if (full === null) return { text: sizes, tone: 'calm' };
  return { text: `${sizes} The disk is full in ${full} days: keep less, or move the file.`, tone: 'warning' };
}
