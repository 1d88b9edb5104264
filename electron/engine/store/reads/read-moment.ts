/**
 * One moment of the past. Each thing's state is found by its own key (`states_by_subject`): the newest interval that began
 * by then, if it had not ended. To ask for all intervals that overlap the moment would read everything since, and a year ago
 * that is everything. Inside the caller's read transaction.
 */
import type { Connection } from '../connection.ts';
import type { StateRow, StateSubject } from '../rows.ts';
import { floorTo, HOUR_MS, SLOT_MS } from '../samples/roll-up.ts';
import { deviceSamples, interfaceSamples } from '../samples/sample-kinds.ts';
import type { SampleKind } from '../samples/sample-kinds.ts';
import type { HealthRow, MomentRows, PortMoment, UseRow } from '../store.ts';
import { states, watches } from '../tables/history-tables.ts';
import { readMark } from '../writes/marks.ts';
import { readRows } from './load-network.ts';
import { readIncidentsOfRange, readLinksOfRange } from './read-history.ts';

const MOST_INCIDENTS = 5000;

/** Ids of a JSON array (first parameter) with the state that each had at a moment (second); columns of states follow. */
export const selectStatesAt = (subject: StateSubject): string =>
  `SELECT ids.value, ${states.columns.map((column) => `s.${column}`).join(', ')} FROM json_each(?) AS ids ` +
  `LEFT JOIN states AS s ON s.id = (SELECT id FROM states WHERE subject = '${subject}' AND subject_id = ids.value ` +
  'AND from_ms <= ? ORDER BY from_ms DESC, id DESC LIMIT 1)';

interface ThingThen {
  readonly id: number;
  readonly state: StateRow | null;
}

function statesAt(connection: Connection, subject: StateSubject, ids: readonly number[], atMs: number): ThingThen[] {
  const statement = connection.prepare<unknown[], unknown[]>(selectStatesAt(subject)).raw();
  return statement.all(JSON.stringify(ids), atMs).map(([id, ...values]) => {
    const row = values[0] === null ? null : states.decode(values);
    const lasts = row !== null && (row.toMs === null || row.toMs > atMs);
    return { id: Number(id), state: lasts ? row : null };
  });
}

/** Means of ids of a JSON array over one bucket, two columns a metric: sum and count. The last parameter is the bucket. */
export const selectMeansAt = (kind: SampleKind, level: '5m' | '1h', columns: readonly string[]): string =>
  `SELECT ids.value, ${columns.map((column) => `r.${column}_sum, r.${column}_n`).join(', ')} ` +
  `FROM json_each(?) AS ids CROSS JOIN ${kind.name}_${level} AS r ON r.id = ids.value AND r.at = ?`;

/** The same from samples that are not rolled up yet; the last parameter is their slot. */
export const selectHotMeansAt = (kind: SampleKind, columns: readonly string[]): string =>
  `SELECT ids.value, ${columns.map((column) => `sum(r.${column}), count(r.${column})`).join(', ')} ` +
  `FROM json_each(?) AS ids CROSS JOIN ${kind.name}_hot AS r ON r.slot = ? AND r.id = ids.value GROUP BY ids.value`;

type Means = ReadonlyMap<number, readonly (number | null)[]>;

const meansOf = (scales: readonly number[], row: readonly unknown[]): (number | null)[] =>
  scales.map((scale, index) => {
    const [sum, count] = [Number(row[1 + 2 * index]), Number(row[2 + 2 * index])];
    return count === 0 ? null : sum / count / scale;
  });

/** Means around a moment: of 5 minutes, of an hour where that is all that is kept, of samples while the hour is open. */
function meansAt(
  connection: Connection,
  kind: SampleKind,
  keys: readonly string[],
  ids: readonly number[],
  atMs: number,
): Means {
  const metrics = kind.metrics.filter(({ key }) => keys.includes(key));
  const columns = metrics.map(({ column }) => column);
  const read = (sql: string, bucket: number): Means => {
    const rows = connection.prepare<unknown[], unknown[]>(sql).raw().all(JSON.stringify(ids), bucket);
    const scales = metrics.map(({ scale }) => scale);
    return new Map(rows.map((row) => [Number(row[0]), meansOf(scales, row)]));
  };
  if (atMs >= (readMark(connection, `${kind.name}.closed`) ?? -Infinity)) {
    const slot = Math.floor(atMs / SLOT_MS);
    const found = read(selectHotMeansAt(kind, columns), slot);
    // A slot that has only just begun may have no poll yet.
    return found.size > 0 ? found : read(selectHotMeansAt(kind, columns), slot - 1);
  }
  const kept = atMs >= (readMark(connection, `${kind.name}.pruned.5m`) ?? -Infinity);
  const sql = selectMeansAt(kind, kept ? '5m' : '1h', columns);
  return read(sql, floorTo(atMs, kept ? SLOT_MS : HOUR_MS));
}

const USE_KEYS = ['inBps', 'outBps'];
const HEALTH_KEYS = ['rttAvg', 'loss', 'cpu', 'memory'];

function useAt(connection: Connection, ids: readonly number[], atMs: number): UseRow[] {
  const means = meansAt(connection, interfaceSamples, USE_KEYS, ids, atMs);
  return [...means].map(([id, [inBps = null, outBps = null]]) => ({ id, inBps, outBps }));
}

function healthAt(connection: Connection, ids: readonly number[], atMs: number): HealthRow[] {
  const means = meansAt(connection, deviceSamples, HEALTH_KEYS, ids, atMs);
  return [...means].map(([id, [rttAvg = null, loss = null, cpu = null, memory = null]]) => ({
    id,
    rttAvg,
    loss,
    cpu,
    memory,
  }));
}

const idsOf = (connection: Connection, sql: string, ...values: unknown[]): number[] =>
  connection
    .prepare<unknown[], number>(sql)
    .pluck()
    .all(...values);

export function readMoment(connection: Connection, atMs: number): MomentRows {
  const ids = idsOf(connection, 'SELECT id FROM devices WHERE added_at_ms <= ?', atMs);
  const instant = { fromMs: atMs, toMs: atMs + 1 };
  const links = readLinksOfRange(connection, instant);
  const linkIds = links.map(({ id }) => id);
  const linkStates = new Map(statesAt(connection, 'link', linkIds, atMs).map(({ id, state }) => [id, state]));
  const ends = links.flatMap(({ aInterfaceId, bInterfaceId }) => [aInterfaceId, bInterfaceId]);
  return {
    watches: [
      ...readRows(connection, watches, 'WHERE from_ms <= ? ORDER BY from_ms DESC LIMIT 1', [atMs]),
      ...readRows(connection, watches, 'WHERE from_ms > ? ORDER BY from_ms LIMIT 1', [atMs]),
    ],
    devices: statesAt(connection, 'device', ids, atMs),
    links: links.map((row) => ({ row, state: linkStates.get(row.id) ?? null })),
    incidents: readIncidentsOfRange(connection, { ...instant, limit: MOST_INCIDENTS }),
    use: useAt(
      connection,
      ends.filter((id) => id !== null),
      atMs,
    ),
    health: healthAt(connection, ids, atMs),
  };
}

const PORTS_THEN = `SELECT id FROM interfaces
  WHERE device_id = ? AND first_seen_at_ms <= ? AND (removed_at_ms IS NULL OR removed_at_ms > ?)`;

export function readPortMoment(
  connection: Connection,
  { atMs, deviceId }: { readonly atMs: number; readonly deviceId: number },
): PortMoment {
  const ids = idsOf(connection, PORTS_THEN, deviceId, atMs, atMs);
  return {
    watches: readRows(connection, watches, 'WHERE from_ms <= ? ORDER BY from_ms DESC LIMIT 1', [atMs]),
    ports: statesAt(connection, 'interface', ids, atMs),
    use: useAt(connection, ids, atMs),
  };
}
