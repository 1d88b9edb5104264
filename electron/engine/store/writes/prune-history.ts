/**
 * Removes what is older than is to be kept, in slices: samples and roll-ups, then events, ended states, closed incidents. Only what has gone into the next coarser
 * roll-up may go. Days are kept for ever: 40 kB a year and interface.
 */
import { retentionOf } from '../../../../shared/model/storage-forecast.ts';
import type { Connection } from '../connection.ts';
import { DAY_MS, floorTo, HOUR_MS } from '../samples/roll-up.ts';
import { sampleKinds } from '../samples/sample-kinds.ts';
import type { KindName } from '../samples/sample-kinds.ts';
import type { PruneOptions } from '../store.ts';
import type { Slices } from './close-hours.ts';
import { readMark, writeMark } from './marks.ts';
import type { Progress } from './sample-writer.ts';

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
  const kept = retentionOf(options);
  return [
    { part: 'packed', mark: 'samples', beforeMs: before(kept.samples ?? Infinity, closed) },
    { part: '5m', mark: '5m', beforeMs: before(kept.fiveMinutes ?? Infinity, closed) },
    { part: '1h', mark: '1h', beforeMs: before(kept.hours ?? Infinity, days) },
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

/** Whose end lies before the moment; each finds its rows by an index. Notes and reasons go with their incident. */
const ENDED = [
  'DELETE FROM events WHERE id IN (SELECT id FROM events WHERE at_ms < ? ORDER BY at_ms LIMIT 500)',
  'DELETE FROM states WHERE id IN (SELECT id FROM states WHERE to_ms < ? ORDER BY to_ms LIMIT 500)',
  'DELETE FROM incidents WHERE id IN (SELECT id FROM incidents WHERE closed_at_ms < ? ORDER BY closed_at_ms LIMIT 500)',
  'DELETE FROM links WHERE id IN (SELECT id FROM links WHERE gone_at_ms < ? LIMIT 500)',
  'DELETE FROM if_indexes WHERE id IN (SELECT id FROM if_indexes WHERE to_ms < ? LIMIT 500)',
] as const;

function* removeEnded(connection: Connection, beforeMs: number): Generator<void, number, void> {
  let removed = 0;
  for (const text of ENDED) {
    const statement = connection.prepare(text);
    for (let changes = 1; changes > 0; yield) {
      changes = statement.run(beforeMs).changes;
      removed += changes;
    }
  }
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
  removed(yield* removeEnded(connection, options.nowMs - options.historyRetentionDays * DAY_MS));
}
