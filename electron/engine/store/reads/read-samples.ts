/** Samples and roll-ups of one interface or device, from wherever they lie. Inside the caller's read transaction. */
import type { Connection } from '../connection.ts';
import { decodeRolled, floorTo, HOUR_MS, mergeRolled, rollUp, SLOT_MS } from '../samples/roll-up.ts';
import type { Rolled } from '../samples/roll-up.ts';
import type { SampleKind } from '../samples/sample-kinds.ts';
import { meansOf } from '../samples/down-sample.ts';
import {
  selectHot,
  selectLate,
  selectMeans,
  selectPacked,
  selectRolled,
  selectRolledTimes,
} from '../samples/sample-statements.ts';
import type { Level } from '../samples/sample-statements.ts';
import { appendRow, appendSamples, mergeSamples, noSamples, sliceSamples } from '../samples/samples.ts';
import type { Samples } from '../samples/samples.ts';
import { WIDTH_MS } from '../samples/choose-resolution.ts';
import { unpackSamples } from '../samples/pack-samples.ts';
import { readMark } from '../writes/marks.ts';

export interface Range {
  readonly fromMs: number;
  readonly toMs: number;
}

type Row = (number | null)[];

const packedSamples = (connection: Connection, kind: SampleKind, id: number, range: Range): Samples => {
  const samples = noSamples(kind.metrics.length);
  const blobs = connection.prepare<unknown[], Uint8Array>(selectPacked(kind)).pluck();
  for (const blob of blobs.all(id, floorTo(range.fromMs, HOUR_MS), range.toMs)) {
    appendSamples(samples, unpackSamples(blob, kind.metrics.length));
  }
  return samples;
};

/** Hot rows lie by slot first, so each slot of the range that exists is visited. */
const hotSamples = (connection: Connection, kind: SampleKind, id: number, range: Range): Samples => {
  const samples = noSamples(kind.metrics.length);
  const edge = (order: string): unknown =>
    connection.prepare(`SELECT slot FROM ${kind.name}_hot ORDER BY slot ${order} LIMIT 1`).pluck().get();
  const [first, last] = [edge('ASC'), edge('DESC')];
  if (typeof first !== 'number' || typeof last !== 'number') return samples;
  const rows = connection.prepare<unknown[], Row>(selectHot(kind)).raw();
  const end = Math.min(last, Math.floor((range.toMs - 1) / SLOT_MS));
  for (let slot = Math.max(first, Math.floor(range.fromMs / SLOT_MS)); slot <= end; slot += 1) {
    for (const row of rows.all(slot, id)) appendRow(samples, row);
  }
  return sliceSamples(samples, range.fromMs, range.toMs);
};

const lateSamples = (connection: Connection, kind: SampleKind, id: number, range: Range): Samples => {
  const samples = noSamples(kind.metrics.length);
  const rows = connection.prepare<unknown[], Row>(selectLate(kind)).raw();
  for (const row of rows.all(id, range.fromMs, range.toMs)) appendRow(samples, row);
  return samples;
};

/** All samples in [fromMs, toMs): packed ones of closed hours, hot ones of open hours, and late ones not yet merged. */
export function readSamples(connection: Connection, kind: SampleKind, id: number, range: Range): Samples {
  const { fromMs, toMs } = range;
  const closed = readMark(connection, `${kind.name}.closed`) ?? -Infinity;
  const samples = noSamples(kind.metrics.length);
  if (fromMs < closed)
    appendSamples(samples, packedSamples(connection, kind, id, { fromMs, toMs: Math.min(toMs, closed) }));
  if (toMs > closed)
    appendSamples(samples, hotSamples(connection, kind, id, { fromMs: Math.max(fromMs, closed), toMs }));
  return sliceSamples(mergeSamples(samples, lateSamples(connection, kind, id, range), kind.merges), fromMs, toMs);
}

export const onlyMetrics = (samples: Samples, metrics: readonly number[]): Samples => ({
  ...samples,
  values: metrics.map((index) => samples.values[index] ?? []),
});

export interface RolledQuery {
  readonly kind: SampleKind;
  readonly level: Level;
  /** Indexes into the kind's metrics; the roll-ups have them in that order. */
  readonly metrics: readonly number[];
  readonly id: number;
}

interface Part extends Range {
  readonly level: Level;
}

/** Where roll-ups of a level lie: stored ones as far as they are made, then finer ones; from `openFromMs` on only samples. */
const partsOf = (
  connection: Connection,
  { kind, level }: RolledQuery,
  range: Range,
): { parts: Part[]; open: Range } => {
  const { fromMs, toMs } = range;
  const closed = readMark(connection, `${kind.name}.closed`) ?? fromMs;
  const days = level === '1d' ? (readMark(connection, `${kind.name}.days`) ?? fromMs) : closed;
  const first = floorTo(fromMs, WIDTH_MS[level]);
  const all: Part[] = [
    { level, fromMs: first, toMs: Math.min(toMs, days) },
    { level: '1h', fromMs: Math.max(first, days), toMs: Math.min(toMs, closed) },
  ];
  return { parts: all.filter((part) => part.fromMs < part.toMs), open: { fromMs: Math.max(first, closed), toMs } };
};

const openRolled = (connection: Connection, { kind, metrics, id }: RolledQuery, open: Range): Rolled[] =>
  open.fromMs < open.toMs ? rollUp(onlyMetrics(hotSamples(connection, kind, id, open), metrics), SLOT_MS) : [];

/** Buckets of `stepMs`, a multiple of the level's width, in [fromMs, toMs): stored roll-ups, and the open hours' samples. */
export function readRolled(connection: Connection, query: RolledQuery, range: Range, stepMs: number): Rolled[] {
  const { kind, metrics, id } = query;
  const { parts, open } = partsOf(connection, query, range);
  const stored = parts.flatMap(({ level, fromMs, toMs }) =>
    connection
      .prepare<unknown[], Row>(selectRolled(kind, level, metrics))
      .raw()
      .all(stepMs, stepMs, id, fromMs, toMs)
      .map(decodeRolled),
  );
  return mergeRolled([...stored, ...openRolled(connection, query, open)], stepMs);
}

/** Starts of the newest buckets of a level, in order of time. */
export function readRolledTimes(connection: Connection, query: RolledQuery, range: Range): number[] {
  const { kind, level, id } = query;
  const times = connection.prepare<unknown[], number>(selectRolledTimes(kind, level)).pluck();
  return times.all(id, range.fromMs, range.toMs).reverse();
}

/** Means of 5 minutes of one metric, in stored units, without those that hold a suspect rate. In no order. */
export function readMeans(connection: Connection, query: RolledQuery, metric: number, range: Range): number[] {
  const { kind, id } = query;
  const { parts, open } = partsOf(connection, { ...query, level: '5m' }, range);
  const means = connection.prepare<unknown[], number>(selectMeans(kind, metric)).pluck();
  const stored = parts.flatMap(({ fromMs, toMs }) => means.all(id, fromMs, toMs));
  return [...stored, ...meansOf(openRolled(connection, { ...query, metrics: [metric] }, open), 0)];
}
