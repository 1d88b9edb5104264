/** Samples and roll-ups of one interface or device, from wherever they lie. Inside the caller's read transaction. */
import type { Connection } from '../connection.ts';
import { decodeRolled, floorTo, HOUR_MS, mergeRolled, rollUp, SLOT_MS } from '../samples/roll-up.ts';
import type { Rolled } from '../samples/roll-up.ts';
import type { SampleKind } from '../samples/sample-kinds.ts';
import { selectHot, selectLate, selectPacked, selectRolled } from '../samples/sample-statements.ts';
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
    for (const row of rows.all(slot, id, range.fromMs, range.toMs)) appendRow(samples, row);
  }
  return samples;
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

/** `metrics` are indexes into the kind's; the roll-ups have them in that order. */
const storedRolls = (
  connection: Connection,
  kind: SampleKind,
  level: Level,
  metrics: readonly number[],
  id: number,
  range: Range,
): Rolled[] =>
  connection
    .prepare<unknown[], Row>(selectRolled(kind, level, metrics))
    .raw()
    .all(id, floorTo(range.fromMs, WIDTH_MS[level]), range.toMs)
    .map(decodeRolled);

export const onlyMetrics = (samples: Samples, metrics: readonly number[]): Samples => ({
  ...samples,
  values: metrics.map((index) => samples.values[index] ?? []),
});

/** Roll-ups of a level in [fromMs, toMs): stored ones where they are made already, else made here from what is finer. */
export function readRolled(
  connection: Connection,
  kind: SampleKind,
  level: Level,
  metrics: readonly number[],
  id: number,
  range: Range,
): Rolled[] {
  const closed = readMark(connection, `${kind.name}.closed`) ?? range.fromMs;
  const days = level === '1d' ? (readMark(connection, `${kind.name}.days`) ?? range.fromMs) : closed;
  const part = (from: Level, fromMs: number, toMs: number): Rolled[] =>
    fromMs < toMs ? storedRolls(connection, kind, from, metrics, id, { fromMs, toMs }) : [];
  const { fromMs, toMs } = range;
  const stored = part(level, fromMs, Math.min(toMs, days));
  const hours = level === '1d' ? part('1h', Math.max(fromMs, days), Math.min(toMs, closed)) : [];
  const openFrom = Math.max(fromMs, closed);
  const open =
    openFrom < toMs
      ? rollUp(onlyMetrics(hotSamples(connection, kind, id, { fromMs: openFrom, toMs }), metrics), SLOT_MS)
      : [];
  return mergeRolled([...stored, ...hours, ...open], WIDTH_MS[level]);
}
