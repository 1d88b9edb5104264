/** The SQL of samples and roll-ups, made from the declaration of their kind. */
import { SLOT_MS } from './roll-up.ts';
import type { SampleKind } from './sample-kinds.ts';

export type Level = '5m' | '1h' | '1d';

const columnsOf = (kind: SampleKind): readonly string[] => kind.metrics.map((metric) => metric.column);

const insertOf = (kind: SampleKind, table: string, key: readonly string[]): string => {
  const values = columnsOf(kind);
  const all = [...key, 'quality', ...values];
  const updates = values.map((column) =>
    kind.merges ? `${column} = coalesce(excluded.${column}, ${column})` : `${column} = excluded.${column}`,
  );
  return (
    `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')}) ` +
    `ON CONFLICT (${key.join(', ')}) DO UPDATE SET quality = excluded.quality, ${updates.join(', ')}`
  );
};

export const insertHot = (kind: SampleKind): string => insertOf(kind, `${kind.name}_hot`, ['slot', 'id', 'at']);
export const insertLate = (kind: SampleKind): string => insertOf(kind, `${kind.name}_late`, ['id', 'at']);

/** A hot row keeps its time as the distance from its slot: three bytes less a row. */
const HOT_TIME = `slot * ${SLOT_MS} + at`;

/** Rows of one slot and a range of ids: id, at, quality, values. */
export const selectHotIds = (kind: SampleKind): string =>
  `SELECT id, ${HOT_TIME}, quality, ${columnsOf(kind).join(', ')} FROM ${kind.name}_hot ` +
  'WHERE slot = ? AND id >= ? AND id < ?';

/** Rows of one slot and one id: at, quality, values. */
export const selectHot = (kind: SampleKind): string =>
  `SELECT ${HOT_TIME}, quality, ${columnsOf(kind).join(', ')} FROM ${kind.name}_hot WHERE slot = ? AND id = ?`;

export const selectLate = (kind: SampleKind): string =>
  `SELECT at, quality, ${columnsOf(kind).join(', ')} FROM ${kind.name}_late WHERE id = ? AND at >= ? AND at < ?`;

export const selectPacked = (kind: SampleKind): string =>
  `SELECT packed FROM ${kind.name}_packed WHERE id = ? AND at >= ? AND at < ?`;

export const replacePacked = (kind: SampleKind): string =>
  `INSERT OR REPLACE INTO ${kind.name}_packed (id, at, samples, packed) VALUES (?, ?, ?, ?)`;

const rolledColumns = (kind: SampleKind): readonly string[] =>
  columnsOf(kind).flatMap((column) => ['min', 'max', 'sum', 'n'].map((part) => `${column}_${part}`));

export const replaceRolled = (kind: SampleKind, level: Level): string => {
  const all = ['id', 'at', 'samples', 'suspects', ...rolledColumns(kind)];
  return `INSERT OR REPLACE INTO ${kind.name}_${level} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`;
};

/**
 * Buckets of a step (first two parameters) out of roll-ups of an id in a time range (the other three): at, samples, suspects,
 * then min, max, sum, n of the metrics asked for (all when none are named). SQLite adds up 8,760 hours of a year faster than
 * they could be handed over.
 */
export const selectRolled = (kind: SampleKind, level: Level, metrics?: readonly number[]): string => {
  const wanted = metrics === undefined ? kind.metrics : metrics.flatMap((at) => kind.metrics[at] ?? []);
  const parts = wanted.map(
    ({ column }) => `min(${column}_min), max(${column}_max), sum(${column}_sum), sum(${column}_n)`,
  );
  return (
    'SELECT at / CAST(? AS INTEGER) * CAST(? AS INTEGER) AS bucket, sum(samples), sum(suspects), ' +
    `${parts.join(', ')} FROM ${kind.name}_${level} WHERE id = ? AND at >= ? AND at < ? GROUP BY bucket`
  );
};

/** When the newest roll-ups of an id in a time range are, newest first: enough to see how far apart they usually are. */
export const selectRolledTimes = (kind: SampleKind, level: Level): string =>
  `SELECT at FROM ${kind.name}_${level} WHERE id = ? AND at >= ? AND at < ? ORDER BY at DESC LIMIT 300`;

/** Means of 5 minutes of one metric, those with a suspect rate left out. */
export const selectMeans = (kind: SampleKind, metric: number): string => {
  const column = kind.metrics[metric]?.column ?? '';
  return (
    `SELECT 1.0 * ${column}_sum / ${column}_n FROM ${kind.name}_5m ` +
    `WHERE id = ? AND at >= ? AND at < ? AND suspects = 0 AND ${column}_n > 0`
  );
};
