/** Late samples: those of an hour that is closed already. Unpacks the hour, adds them, and makes blob and roll-ups anew. */
import type { Connection } from '../connection.ts';
import { DAY_MS, floorTo, HOUR_MS } from '../samples/roll-up.ts';
import type { SampleKind } from '../samples/sample-kinds.ts';
import { selectLate, selectPacked } from '../samples/sample-statements.ts';
import { appendRow, mergeSamples, noSamples } from '../samples/samples.ts';
import type { Samples } from '../samples/samples.ts';
import { unpackSamples } from '../samples/pack-samples.ts';
import { dayWriter } from './close-days.ts';
import { hourWriter } from './close-hours.ts';
import type { Slices } from './close-hours.ts';
import { readMark } from './marks.ts';

const HOURS_A_SLICE = 20;

type Late = readonly [id: number, at: number];

const hourMerger = (connection: Connection, kind: SampleKind): ((late: Late, days: number) => void) => {
  const selectLateRows = connection.prepare<unknown[], (number | null)[]>(selectLate(kind)).raw();
  const selectBlob = connection.prepare<unknown[], Uint8Array>(selectPacked(kind)).pluck();
  const remove = connection.prepare(`DELETE FROM ${kind.name}_late WHERE id = ? AND at >= ? AND at < ?`);
  const writeHour = hourWriter(connection, kind);
  const writeDay = dayWriter(connection, kind);
  const metrics = kind.metrics.length;
  return ([id, at], days) => {
    const hour = floorTo(at, HOUR_MS);
    const late: Samples = noSamples(metrics);
    for (const row of selectLateRows.all(id, hour, hour + HOUR_MS)) appendRow(late, row);
    const blob = selectBlob.get(id, hour, hour + HOUR_MS);
    const packed = blob === undefined ? noSamples(metrics) : unpackSamples(blob, metrics);
    writeHour(id, hour, mergeSamples(packed, late, kind.merges));
    if (hour < days) writeDay(id, floorTo(hour, DAY_MS));
    remove.run(id, hour, hour + HOUR_MS);
  };
};

/** Merges all late samples of closed hours, one interface and hour after the other. */
export function* mergeLate(connection: Connection, kind: SampleKind): Slices {
  const closed = readMark(connection, `${kind.name}.closed`);
  if (closed === null) return;
  const days = readMark(connection, `${kind.name}.days`) ?? -Infinity;
  const next = connection.prepare(`SELECT id, at FROM ${kind.name}_late WHERE at < ? LIMIT 1`).raw();
  const merge = hourMerger(connection, kind);
  const slice = connection.transaction((): boolean => {
    for (let count = 0; count < HOURS_A_SLICE; count += 1) {
      const late = next.get(closed) as Late | undefined;
      if (late === undefined) return false;
      merge(late, days);
    }
    return true;
  });
  while (slice.immediate()) yield;
}
