/** The SQL of samples and roll-ups, made from the declaration of their kind. */
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

/** Rows of one slot and a range of ids: id, at, quality, values. */
export const selectHotIds = (kind: SampleKind): string =>
  `SELECT id, at, quality, ${columnsOf(kind).join(', ')} FROM ${kind.name}_hot WHERE slot = ? AND id >= ? AND id < ?`;

/** Rows of one slot and one id in a time range: at, quality, values. */
export const selectHot = (kind: SampleKind): string =>
  `SELECT at, quality, ${columnsOf(kind).join(', ')} FROM ${kind.name}_hot WHERE slot = ? AND id = ? AND at >= ? AND at < ?`;

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

/** at, samples, suspects, then min, max, sum, n of the metrics asked for (all when none are named). */
export const selectRolled = (kind: SampleKind, level: Level, metrics?: readonly number[]): string => {
  const wanted = metrics === undefined ? kind : { ...kind, metrics: metrics.flatMap((at) => kind.metrics[at] ?? []) };
  return (
    `SELECT at, samples, suspects, ${rolledColumns(wanted).join(', ')} FROM ${kind.name}_${level} ` +
    `WHERE id = ? AND at >= ? AND at < ?`
  );
};
