/**
 * Removes samples and roll-ups that are older than is to be kept, in slices. Only what has gone into the next coarser
 * roll-up may go. Days are kept for ever: 40 kB a year and interface.
 */
import type { Connection } from '../connection.ts';
import { DAY_MS, floorTo, HOUR_MS } from '../samples/roll-up.ts';
import { sampleKinds } from '../samples/sample-kinds.ts';
import type { KindName } from '../samples/sample-kinds.ts';
import type { PruneOptions } from '../store.ts';
import type { Slices } from './close-hours.ts';
import { readMark, writeMark } from './marks.ts';
import type { Progress } from './sample-writer.ts';

/** Roll-ups of 5 minutes carry the 95th percentile of a month, those of an hour the graph of a few years. */
const KEEP_5M_DAYS = 35;
const KEEP_1H_DAYS = 1100;

type Part = 'packed' | '5m' | '1h';

interface Removal {
  readonly part: Part;
  readonly mark: 'samples' | '5m' | '1h';
  readonly beforeMs: number;
}

const removalsOf = (connection: Connection, kind: KindName, options: PruneOptions): readonly Removal[] => {
  const closed = readMark(connection, `${kind}.closed`) ?? 0;
  const days = readMark(connection, `${kind}.days`) ?? 0;
  const before = (keepDays: number, doneUntil: number): number =>
    floorTo(Math.min(options.nowMs - keepDays * DAY_MS, doneUntil), HOUR_MS);
  const samples = options.sampleRetentionDays;
  return [
    { part: 'packed', mark: 'samples', beforeMs: before(samples, closed) },
    { part: '5m', mark: '5m', beforeMs: before(Math.max(samples, KEEP_5M_DAYS), closed) },
    { part: '1h', mark: '1h', beforeMs: before(Math.max(samples, KEEP_1H_DAYS), days) },
  ];
};

function* removePart(connection: Connection, kind: KindName, removal: Removal): Generator<void, number, void> {
  const table = `${kind}_${removal.part}`;
  const next = connection.prepare(`SELECT id FROM ${table} WHERE id > ? ORDER BY id LIMIT 1`).pluck();
  const remove = connection.prepare(`DELETE FROM ${table} WHERE id = ? AND at < ?`);
  let removed = 0;
  let last = -1;
  const slice = connection.transaction((): boolean => {
    for (let count = 0, rows = 0; count < 50 && rows < 2000; count += 1) {
      const id = next.get(last);
      if (typeof id !== 'number') return false;
      const { changes } = remove.run(id, removal.beforeMs);
      rows += changes;
      removed += changes;
      last = id;
    }
    return true;
  });
  while (slice.immediate()) yield;
  return removed;
}

export function* pruneHistory(
  connection: Connection,
  progress: Readonly<Record<KindName, Progress>>,
  options: PruneOptions,
  removed: (rows: number) => void,
): Slices {
  for (const kind of Object.values(sampleKinds)) {
    for (const removal of removalsOf(connection, kind.name, options)) {
      const name = `${kind.name}.pruned.${removal.mark}` as const;
      if (removal.beforeMs <= (readMark(connection, name) ?? 0)) continue;
      // The mark first: from now on late samples of that time are not taken, and readers look elsewhere.
      writeMark(connection, name, removal.beforeMs);
      if (removal.mark === 'samples') progress[kind.name].prunedBeforeMs = removal.beforeMs;
      removed(yield* removePart(connection, kind.name, removal));
    }
  }
}
