/**
 * Closes hours: packs the samples of an hour into one blob an interface, makes its roll-ups, then drops the hot rows. In
 * slices of a few milliseconds (each `yield` is one committed slice), so that a commit never waits long; every step may be
 * repeated, so a crash between two slices does no harm. What arrives for an hour while it is being closed goes to the late
 * table and is merged afterwards.
 */
import type { Connection } from '../connection.ts';
import { packSamples } from '../samples/pack-samples.ts';
import { encodeRolled, floorTo, HOUR_MS, MINUTE_MS, mergeRolled, rollUp, SLOT_MS } from '../samples/roll-up.ts';
import type { SampleKind } from '../samples/sample-kinds.ts';
import { replacePacked, replaceRolled, selectHotIds } from '../samples/sample-statements.ts';
import { appendRow, noSamples } from '../samples/samples.ts';
import type { Samples } from '../samples/samples.ts';
import { readMark, writeMark } from './marks.ts';
import type { Progress } from './sample-writer.ts';

/** An hour is closed this long after its end: polls that began in it have ended by then. */
const GRACE_MS = 2 * MINUTE_MS;
const SLOTS = HOUR_MS / SLOT_MS;
/** Samples a slice should have at most: some 10 ms of work. */
const ROWS_A_SLICE = 2500;

export type Slices = Generator<void, void, void>;

/** Writes one id's hour: the blob, its twelve roll-ups of 5 minutes, and that of the hour. Inside the caller's transaction. */
export function hourWriter(connection: Connection, kind: SampleKind): (id: number, hour: number, all: Samples) => void {
  const pack = connection.prepare(replacePacked(kind));
  const five = connection.prepare(replaceRolled(kind, '5m'));
  const hourly = connection.prepare(replaceRolled(kind, '1h'));
  return (id, hour, all) => {
    pack.run(id, hour, all.at.length, packSamples(all));
    const fine = rollUp(all, SLOT_MS);
    for (const rolled of fine) five.run(id, ...encodeRolled(rolled));
    for (const rolled of mergeRolled(fine, HOUR_MS)) hourly.run(id, ...encodeRolled(rolled));
  };
}

type HotRow = readonly (number | null)[];

const gather = (rows: readonly HotRow[], metrics: number): Map<number, Samples> => {
  const byId = new Map<number, Samples>();
  for (const [id, ...row] of rows) {
    const samples = byId.get(id ?? 0) ?? noSamples(metrics);
    byId.set(id ?? 0, samples);
    appendRow(samples, row);
  }
  return byId;
};

interface Work {
  readonly connection: Connection;
  readonly kind: SampleKind;
  readonly progress: Progress;
}

const idEdges = ({ connection, kind }: Work, slots: readonly number[]): readonly [number, number, number] => {
  const edge = (order: string) =>
    connection.prepare(`SELECT id FROM ${kind.name}_hot WHERE slot = ? ORDER BY id ${order} LIMIT 1`).pluck();
  const numbers = (order: string): number[] =>
    slots.map((slot) => edge(order).get(slot)).filter((id): id is number => typeof id === 'number');
  const count = connection.prepare(`SELECT count(*) FROM ${kind.name}_hot WHERE slot = ?`).pluck();
  const rows = slots.reduce((sum, slot) => sum + Number(count.get(slot)), 0);
  return [Math.min(...numbers('ASC')), Math.max(...numbers('DESC')), rows];
};

function* packHour(work: Work, hour: number): Slices {
  const { connection, kind } = work;
  const slots = Array.from({ length: SLOTS }, (_, index) => hour / SLOT_MS + index);
  const [lowest, highest, rows] = idEdges(work, slots);
  if (rows === 0) return;
  yield;
  const step = Math.max(1, Math.floor((ROWS_A_SLICE * (highest - lowest + 1)) / rows));
  const select = connection.prepare<[number, number, number], HotRow>(selectHotIds(kind)).raw();
  const write = hourWriter(connection, kind);
  for (let first = lowest; first <= highest; first += step) {
    const hot = slots.flatMap((slot) => select.all(slot, first, first + step));
    const slice = connection.transaction(() => {
      for (const [id, samples] of gather(hot, kind.metrics.length)) write(id, hour, samples);
    });
    slice.immediate();
    yield;
  }
}

/** Drops hot rows of hours that are closed, also those that a crash has left. */
export function* dropClosedHot({ connection, kind }: Work): Slices {
  const closed = readMark(connection, `${kind.name}.closed`);
  if (closed === null) return;
  const table = `${kind.name}_hot`;
  const oldest = connection.prepare(`SELECT slot, id FROM ${table} WHERE slot < ? ORDER BY slot, id LIMIT 1`).raw();
  const edge = connection.prepare(`SELECT id FROM ${table} WHERE slot = ? AND id > ? ORDER BY id LIMIT 1 OFFSET 2000`);
  const remove = connection.prepare(`DELETE FROM ${table} WHERE slot = ? AND id >= ? AND id <= ?`);
  for (;;) {
    const row = oldest.get(closed / SLOT_MS) as readonly [number, number] | undefined;
    if (row === undefined) return;
    const [slot, first] = row;
    const last = edge.pluck().get(slot, first);
    remove.run(slot, first, typeof last === 'number' ? last : Number.MAX_SAFE_INTEGER);
    yield;
  }
}

const oldestHour = ({ connection, kind }: Work, fromMs: number): number | null => {
  const query = `SELECT slot FROM ${kind.name}_hot WHERE slot >= ? ORDER BY slot LIMIT 1`;
  const slot = connection
    .prepare(query)
    .pluck()
    .get(fromMs / SLOT_MS);
  return typeof slot === 'number' ? floorTo(slot * SLOT_MS, HOUR_MS) : null;
};

/** Closes every hour that has ended by `nowMs`, oldest first. */
export function* closeHours(work: Work, nowMs: number): Slices {
  const { connection, kind, progress } = work;
  const end = floorTo(nowMs - GRACE_MS, HOUR_MS);
  for (;;) {
    const closed = readMark(connection, `${kind.name}.closed`);
    const hour = oldestHour(work, closed ?? 0);
    if (hour === null || hour >= end) return;
    progress.lateBeforeMs = hour + HOUR_MS;
    yield* packHour(work, hour);
    writeMark(connection, `${kind.name}.closed`, hour + HOUR_MS);
    yield* dropClosedHot(work);
  }
}
