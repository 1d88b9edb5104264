/**
 * A network file, open. Nothing here touches SQLite: one thread writes, one reads, and this side queues and asks. So a slow
 * disk never stops a poll.
 */
import './require-node.ts';
import type { StorageUse } from '../../../shared/contract/storage.ts';
import type { Clock, Log } from '../../host/host.ts';
import { Slowest } from './queue/slowest.ts';
import { WriteQueue } from './queue/write-queue.ts';
import { readCalls } from './read-calls.ts';
import type { NumberedTable, ReadOnlyStore, Store } from './store.ts';
import { allTables } from './tables/all-tables.ts';
import type { FileCheck, Opened, ReaderCalls, WriterCalls } from './threads/protocol.ts';
import { ThreadLink } from './threads/thread-link.ts';

export { StoreOpenError } from './store-open-error.ts';
export type { StoreOpenCode } from './store-open-error.ts';
export type { LoadedNetwork, ReadOnlyStore, Store } from './store.ts';
export type { FileCheck } from './threads/protocol.ts';

export interface OpenStoreOptions {
  readonly file: string;
  readonly log: Log;
  readonly clock: Clock;
  /** Version of the application: written into the file, named in messages. */
  readonly version: string;
}

type Failure = (error: Error) => void;

const startReader = (onTrouble: Failure): ThreadLink<ReaderCalls> => new ThreadLink('reader-thread', onTrouble);

interface Threads {
  readonly opened: Opened;
  readonly writer: ThreadLink<WriterCalls>;
  readonly reader: ThreadLink<ReaderCalls>;
}

const openThreads = async (options: OpenStoreOptions, onTrouble: Failure): Promise<Threads> => {
  const { file, version, clock } = options;
  const writer = new ThreadLink<WriterCalls>('writer-thread', onTrouble);
  const reader = startReader(onTrouble);
  try {
    const opened = await writer.request('open', { file, version, nowMs: clock.now() });
    await reader.request('open', { file: opened.file, version });
    return { opened, writer, reader };
  } catch (error) {
    await Promise.all([writer.terminate(), reader.terminate()]);
    throw error;
  }
};

interface Writing extends Threads {
  readonly options: OpenStoreOptions;
  readonly slowest: Slowest;
  readonly tell: Failure;
}

const writeCalls = ({ opened, writer, options, slowest, tell }: Writing, queue: WriteQueue) => {
  const highest: Record<NumberedTable, number> = { ...opened.highestIds };
  return {
    nextId: (table) => {
      highest[table] += 1;
      return highest[table];
    },
    put: (table, rows) => {
      for (const row of rows) queue.pending.put(table, allTables[table].encode(row));
      if (rows.length > 0) queue.changed();
    },
    remove: (table, ids) => {
      if (ids.length === 0) return;
      queue.pending.remove({ kind: 'remove', table, ids: [...ids] });
      queue.changed();
    },
    removeDevice: (deviceId) => {
      queue.pending.remove({ kind: 'remove-device', deviceId });
      queue.changed();
    },
    addInterfaceSamples: (rows) => {
      for (const row of rows) queue.pending.addInterfaceSample(row);
      if (rows.length > 0) queue.changed();
    },
    addDeviceSamples: (rows) => {
      for (const row of rows) queue.pending.addDeviceSample(row);
      if (rows.length > 0) queue.changed();
    },
    addSensorSamples: (rows) => {
      for (const row of rows) queue.pending.addSensorSample(row);
      if (rows.length > 0) queue.changed();
    },
    flush: () => queue.flush(),
    prune: async (pruning) => {
      await queue.flush();
      const started = options.clock.monotonic();
      const answer = await writer.request('prune', pruning).catch((error: Error) => {
        tell(error);
        throw error;
      });
      slowest.note('prune', options.clock.monotonic() - started);
      return answer;
    },
  } satisfies Partial<Store>;
};

const closer = ({ writer, reader }: Threads, queue: WriteQueue): (() => Promise<void>) => {
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    try {
      await queue.close();
    } finally {
      await reader.request('close', {});
      await reader.terminate();
      await writer.request('close', {});
      await writer.terminate();
    }
  };
  return () => (closing ??= close());
};

/** Opens a network file for writing, making or migrating it as needed. Throws StoreOpenError. */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { log, clock } = options;
  const listeners: Failure[] = [];
  const tell: Failure = (error) => {
    for (const listener of listeners) listener(error);
  };
  const onTrouble: Failure = (error) => {
    log.error('the network file: trouble in the background', { reason: error.message });
    tell(error);
  };
  const threads = await openThreads(options, onTrouble);
  const { opened, writer, reader } = threads;
  const slowest = new Slowest();
  let { fileBytes } = opened;
  const queue = new WriteQueue({
    log,
    onFailure: tell,
    commit: async (operations) => {
      const committed = await writer.request('batch', { operations, nowMs: clock.now() });
      fileBytes = committed.fileBytes;
      slowest.note('commit', committed.ms);
      return committed;
    },
  });
  if (opened.copy !== null)
    log.info('the network file was brought up to date', { from: opened.migratedFrom, copy: opened.copy });
  const settled = (): Promise<void> => (queue.failing === null ? queue.flush() : Promise.resolve());
  return {
    file: opened.file,
    ...readCalls({ reader, clock, log, slowest, settled }),
    ...writeCalls({ ...threads, options, slowest, tell }, queue),
    stats: () => ({ writeQueue: queue.rows, fileBytes, lastCommitMs: queue.lastCommitMs, slowest: slowest.list() }),
    onFailure: (listener) => void listeners.push(listener),
    finishRollUps: async () => {
      await queue.flush();
      await writer.request('settle', { nowMs: clock.now() });
    },
    close: closer(threads, queue),
  };
}

/** Opens a network file to look at it, beside a running engine or without one. Throws StoreOpenError. */
export async function openStoreReadOnly(options: OpenStoreOptions): Promise<ReadOnlyStore> {
  const { file, log, clock, version } = options;
  const reader = startReader((error) => log.error('the network file: the reader failed', { reason: error.message }));
  try {
    await reader.request('open', { file, version });
  } catch (error) {
    await reader.terminate();
    throw error;
  }
  const calls = readCalls({ reader, clock, log, slowest: new Slowest(), settled: () => Promise.resolve() });
  const close = async (): Promise<void> => {
    await reader.request('close', {});
    await reader.terminate();
  };
  return { file, ...calls, close };
}

const once = async <T>(work: (reader: ThreadLink<ReaderCalls>) => Promise<T>): Promise<T> => {
  // A failure also rejects the request, so there is nothing to be told twice.
  const reader = startReader(() => undefined);
  try {
    return await work(reader);
  } finally {
    await reader.terminate();
  }
};

/** Integrity, references, intervals, counts of rows. Damage is an answer; what is no network file throws StoreOpenError. */
export function checkFile(file: string, version = 'unknown'): Promise<FileCheck> {
  return once((reader) => reader.request('check', { file, version }));
}

/** What the file's space goes to, and how fast it grows. Reads the whole file, also of one that is being written. */
export function measureFile(file: string, nowMs: number): Promise<StorageUse> {
  return once((reader) => reader.request('measure', { file, nowMs }));
}

/** A consistent copy, also of a file that is being written. Overwrites nothing unless `overwrite` is true. */
export function backupFile(
  file: string,
  to: string,
  options: { readonly overwrite?: boolean | undefined; readonly version?: string | undefined } = {},
): Promise<{ bytes: number }> {
  const { overwrite = false, version = 'unknown' } = options;
  return once((reader) => reader.request('backup', { file, to, overwrite, version }));
}

/**
 * Writes a file anew without the space of what was removed; needs as much room on the disk again meanwhile, and that no engine
 * has the file open. Throws StoreOpenError. Breaking it off leaves the file as it was.
 */
export async function compactFile(
  file: string,
  options: { readonly version: string; readonly nowMs: number },
): Promise<{ beforeBytes: number; afterBytes: number }> {
  const writer = new ThreadLink<WriterCalls>('writer-thread', () => undefined);
  try {
    await writer.request('open', { file, ...options });
    try {
      return await writer.request('compact', {});
    } finally {
      await writer.request('close', {});
    }
  } finally {
    await writer.terminate();
  }
}
