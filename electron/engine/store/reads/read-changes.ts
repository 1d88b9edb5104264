/** What changed and how incidents run, counted by the file itself. Ranges are half-open [fromMs, toMs). */
import type { Severity } from '../../../../shared/contract/common.ts';
import type { IncidentBucket } from '../../../../shared/contract/overview.ts';
import type { Connection } from '../connection.ts';
import type { EventRow } from '../rows.ts';
import type { ChangeQuery, ChangesOfRange } from '../store.ts';
import { events } from '../tables/history-tables.ts';
import { readRows } from './load-network.ts';

const OF_KIND = 'WHERE kind = ? AND at_ms >= ? AND at_ms < ?';
export const COUNT_EVENTS = `SELECT count(*) FROM events ${OF_KIND}`;
export const NEWEST_OF_KIND = `${OF_KIND} ORDER BY at_ms DESC, id DESC LIMIT ?`;
export const OPENINGS = 'SELECT opened_at_ms, severity FROM incidents WHERE opened_at_ms >= ? AND opened_at_ms < ?';

const newestFirst = (a: EventRow, b: EventRow): number => b.atMs - a.atMs || b.id - a.id;

/** Each kind apart: so its own index answers, whatever else happened in the stretch. */
export function readChanges(connection: Connection, query: ChangeQuery): ChangesOfRange {
  const { fromMs, toMs, kinds, only, limit } = query;
  const count = connection.prepare<unknown[], number>(COUNT_EVENTS).pluck();
  const counts = Object.fromEntries(kinds.map((kind) => [kind, count.get(kind, fromMs, toMs) ?? 0]));
  const rows = (only === undefined ? kinds : [only]).flatMap((kind) =>
    readRows(connection, events, NEWEST_OF_KIND, [kind, fromMs, toMs, limit]),
  );
  return { counts, rows: rows.sort(newestFirst).slice(0, limit) };
}

/** One bucket between each edge and the next; edges ascend. */
export function readTrend(connection: Connection, edges: readonly number[]): IncidentBucket[] {
  const buckets = edges.slice(1).map((toMs, index) => ({
    fromMs: edges[index] ?? toMs,
    toMs,
    critical: 0,
    major: 0,
    minor: 0,
    info: 0,
  }));
  const openings = connection.prepare<unknown[], [number, Severity]>(OPENINGS).raw();
  for (const [openedAtMs, severity] of openings.iterate(edges[0], edges.at(-1))) {
    const bucket = buckets.find(({ toMs }) => openedAtMs < toMs);
    if (bucket !== undefined) bucket[severity] += 1;
  }
  return buckets;
}
