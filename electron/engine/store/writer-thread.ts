/** The writer thread: the one connection that writes. Commits batches at once; roll-ups and pruning in the time between. */
import './require-node.ts';
import { statSync } from 'node:fs';
import { interfaceSamples, deviceSamples, sampleKinds, sensorSamples } from './samples/sample-kinds.ts';
import type { KindName } from './samples/sample-kinds.ts';
import type { Committed, Operation, WriterCalls } from './threads/protocol.ts';
import { reportTrouble, serveThread } from './threads/serve-thread.ts';
import type { Connection } from './connection.ts';
import { inPlainWords } from './sqlite-error.ts';
import { applyBatch } from './writes/apply-batch.ts';
import { Background } from './writes/background.ts';
import { closeDays } from './writes/close-days.ts';
import { closeHours, dropClosedHot } from './writes/close-hours.ts';
import type { Slices } from './writes/close-hours.ts';
import { mergeLate } from './writes/merge-late.ts';
import { highestIds, openForEngine } from './writes/open-for-engine.ts';
import type { OpenFile } from './writes/open-for-engine.ts';
import { pruneHistory } from './writes/prune-history.ts';
import { readProgress, sampleWriter } from './writes/sample-writer.ts';
import type { Progress, SampleWriter } from './writes/sample-writer.ts';

/** How often roll-ups are looked after, and how large the log may grow before it is moved into the file. */
const ROLL_UP_EVERY_MS = 30_000;
const CHECKPOINT_BYTES = 8 * 1024 * 1024;

interface Open extends OpenFile {
  readonly progress: Readonly<Record<KindName, Progress>>;
  readonly samples: Readonly<Record<KindName, SampleWriter>>;
}

let open: Open | null = null;
const background = new Background();
let rolledUpAt = -Infinity;
let rollingUp: Promise<void> | null = null;

const opened = (): Open => {
  if (open === null) throw new Error('the network file is not open');
  return open;
};

const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
const logBytes = (file: string): number => bytesOf(`${file}-wal`);

function* checkpoint(connection: Connection, file: string): Slices {
  yield;
  if (logBytes(file) > CHECKPOINT_BYTES) connection.pragma('wal_checkpoint(PASSIVE)');
}

function* rollUpAll({ connection, progress }: Open, nowMs: number): Slices {
  for (const kind of Object.values(sampleKinds)) {
    const work = { connection, kind, progress: progress[kind.name] };
    yield* dropClosedHot(work);
    yield* closeHours(work, nowMs);
    yield* closeDays(connection, kind);
    yield* mergeLate(connection, kind);
  }
}

/** One at a time: two of them would close the same hour twice. */
const rollUp = (nowMs: number): Promise<void> => {
  const before = rollingUp ?? Promise.resolve();
  const run = before
    .catch(() => undefined)
    .then(() => (open === null ? undefined : background.run(rollUpAll(open, nowMs))));
  rollingUp = run;
  return run;
};

const lookAfter = (nowMs: number): void => {
  const { connection, file } = opened();
  background.run(checkpoint(connection, file)).catch(reportTrouble);
  if (performance.now() - rolledUpAt < ROLL_UP_EVERY_MS) return;
  rolledUpAt = performance.now();
  rollUp(nowMs).catch(reportTrouble);
};

const commit = (operations: readonly Operation[], nowMs: number): Committed => {
  const { connection, file, samples } = opened();
  const started = performance.now();
  const { refused, tooOld } = applyBatch(connection, operations, samples);
  const ms = performance.now() - started;
  lookAfter(nowMs);
  return { ms, fileBytes: bytesOf(file) + logBytes(file), refused, tooOld };
};

serveThread<WriterCalls>({
  open: (args) => {
    const file = openForEngine(args);
    const { connection } = file;
    const progress = {
      interface: readProgress(connection, interfaceSamples),
      device: readProgress(connection, deviceSamples),
      sensor: readProgress(connection, sensorSamples),
    };
    const samples = {
      interface: sampleWriter(connection, interfaceSamples, progress.interface),
      device: sampleWriter(connection, deviceSamples, progress.device),
      sensor: sampleWriter(connection, sensorSamples, progress.sensor),
    };
    open = { ...file, progress, samples };
    const { from, copy } = file.migration;
    const fileBytes = bytesOf(file.file) + logBytes(file.file);
    return { file: file.file, highestIds: highestIds(connection), migratedFrom: from, copy, fileBytes };
  },
  batch: ({ operations, nowMs }) => commit(operations, nowMs),
  settle: async ({ nowMs }) => {
    await rollUp(nowMs);
    return null;
  },
  prune: async (options) => {
    const { connection, progress } = opened();
    await rollUp(options.nowMs);
    let removed = 0;
    await background.run(pruneHistory(connection, progress, options, (rows) => (removed += rows)));
    return { removed };
  },
  compact: () => {
    const { connection, file } = opened();
    const beforeBytes = bytesOf(file) + logBytes(file);
    try {
      connection.exec('VACUUM');
      connection.pragma('wal_checkpoint(TRUNCATE)');
    } catch (error) {
      throw inPlainWords(error, file);
    }
    return { beforeBytes, afterBytes: bytesOf(file) + logBytes(file) };
  },
  close: () => {
    const { connection, lock } = opened();
    background.stop();
    open = null;
    // Closing the last connection moves the log into the file and removes it.
    connection.close();
    lock.release();
    return null;
  },
});
