/** What the network file's space goes to, and how fast it grows. */
import { z } from 'zod';
import { call } from './define.ts';
import { epochMs } from './common.ts';

export const storagePart = z.object({
  /**
   * `hot`: samples of the open hours. `samples`: packed raw samples. `fiveMinutes`, `hours`, `days`: roll-ups. `history`:
   * states, events, incidents. `configurations`: kept revisions. `other`: devices, interfaces, links, free pages.
   */
  id: z.enum(['hot', 'samples', 'fiveMinutes', 'hours', 'days', 'history', 'configurations', 'other']),
  /** Pages of the file that hold it, indexes included. */
  bytes: z.int().min(0),
  /** What the last day took; null when the file is too young to tell. */
  bytesPerDay: z.number().min(0).nullable(),
});
export type StoragePart = z.infer<typeof storagePart>;

export const storageUse = z.object({
  atMs: epochMs,
  fileBytes: z.int().min(0),
  /** Free on the disk that holds the file; null where the system does not say. */
  freeBytes: z.number().min(0).nullable(),
  parts: z.array(storagePart),
});
export type StorageUse = z.infer<typeof storageUse>;

export const storageCalls = {
  /** Reads every page of the file once, on a thread of its own: seconds for a large file. */
  'storage.measure': call({}, storageUse),
};
