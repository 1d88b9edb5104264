/**
 * What the space of a network file goes to, by SQLite's own account of its pages (dbstat), and how fast it grows.
 *
 * Growth of samples: the share of a table's rows that the last day brought, seen on some hundred of its interfaces (rows of
 * one lie together, so that is quick), times the bytes of the table. A file younger than a day is counted up to one.
 */
import { statSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StoragePart, StorageUse } from '../../../../shared/contract/storage.ts';
import { canonicalPath, closeReading, hasLog, openForReading } from '../connection.ts';
import type { Connection } from '../connection.ts';
import { DAY_MS, HOUR_MS } from '../samples/roll-up.ts';
import { sampleKinds } from '../samples/sample-kinds.ts';
import type { KindName } from '../samples/sample-kinds.ts';
import { inPlainWords } from '../sqlite-error.ts';

type PartId = StoragePart['id'];

const KINDS = Object.keys(sampleKinds) as readonly KindName[];
const PART_OF_SAMPLES: readonly (readonly [string, PartId])[] = [
  ['hot', 'hot'],
  ['late', 'hot'],
  ['packed', 'samples'],
  ['5m', 'fiveMinutes'],
  ['1h', 'hours'],
  ['1d', 'days'],
];

const PART_OF_TABLE: Readonly<Record<string, PartId>> = {
  ...Object.fromEntries(KINDS.flatMap((kind) => PART_OF_SAMPLES.map(([table, part]) => [`${kind}_${table}`, part]))),
  states: 'history',
  incidents: 'history',
  incident_notes: 'history',
  incident_reasons: 'history',
  events: 'history',
  revisions: 'configurations',
};

const PARTS: readonly PartId[] = [
  'hot',
  'samples',
  'fiveMinutes',
  'hours',
  'days',
  'history',
  'configurations',
  'other',
];
/** Interfaces or devices of a table whose rows are counted, spread over all of them. */
const LOOKED_AT = 200;
/** Less than this of a day says too little of a whole one. */
const YOUNGEST_MS = 2 * HOUR_MS;

/** Bytes by table, each with its indexes. */
function bytesByTable(connection: Connection): Map<string, number> {
  const rows = connection
    .prepare(
      `SELECT coalesce(schema.tbl_name, pages.name) AS name, sum(pages.pgsize) AS bytes
       FROM dbstat AS pages LEFT JOIN sqlite_schema AS schema ON schema.name = pages.name
       WHERE pages.aggregate = TRUE GROUP BY 1`,
    )
    .all() as { name: string; bytes: number }[];
  return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}

/** Some ids of a table whose key begins with the id, first to last in equal steps. */
function someIds(connection: Connection, table: string): number[] {
  const { first, last } = connection.prepare(`SELECT min(id) AS first, max(id) AS last FROM ${table}`).get() as {
    first: number | null;
    last: number | null;
  };
  if (first === null || last === null) return [];
  const next = connection.prepare(`SELECT id FROM ${table} WHERE id >= ? ORDER BY id LIMIT 1`).pluck();
  const step = Math.max(1, (last - first + 1) / LOOKED_AT);
  const ids = new Set<number>();
  for (let from: number = first; from <= last; from += step) ids.add(Number(next.get(Math.ceil(from))));
  return [...ids];
}

/** The share of a table's rows that one day brings; null when it holds too little time to tell. */
function shareOfADay(connection: Connection, table: string, nowMs: number): number | null {
  const count = connection.prepare(
    `SELECT count(*) AS rows, count(*) FILTER (WHERE at >= ?) AS recent, min(at) AS oldest FROM ${table} WHERE id = ?`,
  );
  const looked = someIds(connection, table).map(
    (id) => count.get(nowMs - DAY_MS, id) as { rows: number; recent: number; oldest: number },
  );
  const rows = looked.reduce((sum, one) => sum + one.rows, 0);
  const recent = looked.reduce((sum, one) => sum + one.recent, 0);
  const oldestMs = Math.min(...looked.map((one) => one.oldest));
  const spanMs = Math.min(DAY_MS, nowMs - oldestMs);
  if (rows === 0 || spanMs < YOUNGEST_MS) return null;
  return (recent / rows) * (DAY_MS / spanMs);
}

/** The same for a table that gets one row a day for each id. */
function shareOfOneRow(connection: Connection, table: string): number | null {
  const count = connection.prepare(`SELECT count(*) FROM ${table} WHERE id = ?`).pluck();
  const counts = someIds(connection, table).map((id) => Number(count.get(id)));
  const rows = counts.reduce((sum, one) => sum + one, 0);
  return rows === 0 ? null : counts.length / rows;
}

/** The mean of the time from which rows are kept; null when that is less than a day, 0 when there are none. */
function shareSince(connection: Connection, query: string, nowMs: number): number | null {
  const oldestMs = connection.prepare(query).pluck().get();
  if (typeof oldestMs !== 'number') return 0;
  if (nowMs - oldestMs < DAY_MS) return null;
  return DAY_MS / (nowMs - oldestMs);
}

function shareOf(connection: Connection, table: string, nowMs: number): number | null {
  const part = PART_OF_TABLE[table];
  if (part === 'hot' || part === undefined) return 0;
  if (part === 'history') return shareSince(connection, 'SELECT min(at_ms) FROM events', nowMs);
  if (part === 'configurations') return shareSince(connection, 'SELECT min(at_ms) FROM revisions', nowMs);
  const share = part === 'days' ? shareOfOneRow(connection, table) : shareOfADay(connection, table, nowMs);
  return share === null && !hasSamples(connection, table) ? 0 : share;
}

/** Whether what this table is made of is measured at all: where nothing is, nothing grows. */
const hasSamples = (connection: Connection, table: string): boolean =>
  ['hot', 'packed'].some((from) => {
    const source = `${KINDS.find((kind) => table.startsWith(kind)) ?? 'interface'}_${from}`;
    return connection.prepare(`SELECT 1 FROM ${source} LIMIT 1`).get() !== undefined;
  });

function partsOf(connection: Connection, nowMs: number): StoragePart[] {
  const parts = new Map<PartId, { bytes: number; bytesPerDay: number | null }>(
    PARTS.map((id) => [id, { bytes: 0, bytesPerDay: 0 }]),
  );
  for (const [table, bytes] of bytesByTable(connection)) {
    const part = parts.get(PART_OF_TABLE[table] ?? 'other');
    if (part === undefined) continue;
    const share = shareOf(connection, table, nowMs);
    part.bytes += bytes;
    part.bytesPerDay = share === null || part.bytesPerDay === null ? null : part.bytesPerDay + bytes * share;
  }
  return [...parts].map(([id, part]) => ({ id, ...part, bytesPerDay: perDay(id, parts) }));
}

type Parts = ReadonlyMap<PartId, { readonly bytesPerDay: number | null }>;

/** Until the first day is over, a step of a day is a 24th of that day's steps of an hour. */
function perDay(id: PartId, parts: Parts): number | null {
  const told = parts.get(id)?.bytesPerDay ?? null;
  const hours = parts.get('hours')?.bytesPerDay ?? null;
  return id === 'days' && told === null && hours !== null ? hours / 24 : told;
}

function freeBytes(file: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize;
  } catch {
    return null; // a file system that does not say
  }
}

/** Works beside a running engine. Throws StoreOpenError for what is no network file. */
export function measureFile(wanted: string, nowMs: number): StorageUse {
  const file = canonicalPath(wanted);
  const alone = !hasLog(file);
  try {
    const connection = openForReading(file);
    try {
      const parts = connection.transaction(() => partsOf(connection, nowMs)).deferred();
      return { atMs: nowMs, fileBytes: statSync(file).size, freeBytes: freeBytes(file), parts };
    } finally {
      closeReading(connection, file, alone);
    }
  } catch (error) {
    throw inPlainWords(error, file);
  }
}
