/**
 * How large a network file will be: each part grows by what its last day took, until it has reached its retention, and then
 * stays. Pure, so that the page can show what a changed retention would do before it is saved.
 */
import type { StoragePart, StorageUse } from '../contract/storage.ts';

/** For how many days each part is kept; null: for ever. */
export type Retention = Readonly<Record<StoragePart['id'], number | null>>;

/** Of the settings that say it; what they do not name is kept for ever. */
export interface RetentionSettings {
  readonly sampleRetentionDays: number;
  readonly rollUp5mRetentionDays: number;
  readonly rollUp1hRetentionDays: number;
  readonly historyRetentionDays: number;
}

/** Roll-ups never go before the samples that they are made of. */
export const retentionOf = (settings: RetentionSettings): Retention => ({
  hot: null,
  samples: settings.sampleRetentionDays,
  fiveMinutes: Math.max(settings.sampleRetentionDays, settings.rollUp5mRetentionDays),
  hours: Math.max(settings.sampleRetentionDays, settings.rollUp1hRetentionDays),
  days: null,
  history: settings.historyRetentionDays,
  configurations: null,
  other: null,
});

/** Bytes of a part after so many days; null while its growth is unknown. */
export function partAfter(part: StoragePart, keptDays: number | null, days: number): number | null {
  if (part.bytesPerDay === null) return null;
  const grown = part.bytes + part.bytesPerDay * days;
  if (keptDays === null) return grown;
  const full = part.bytesPerDay * keptDays;
  // What a shorter retention takes away goes at the next clean-up.
  return Math.min(grown, full);
}

/** Bytes of the whole file after so many days; null while the growth of a part is unknown. */
export function fileAfter(use: StorageUse, retention: Retention, days: number): number | null {
  let total = 0;
  for (const part of use.parts) {
    const bytes = partAfter(part, retention[part.id], days);
    if (bytes === null) return null;
    total += bytes;
  }
  return total;
}
