/** Puts samples where they belong: hot while their hour is open, late once it is closed, nowhere when it is pruned. */
import type { Connection } from '../connection.ts';
import { SLOT_MS } from '../samples/roll-up.ts';
import { STRIDE, toStored } from '../samples/sample-kinds.ts';
import type { SampleKind } from '../samples/sample-kinds.ts';
import { insertHot, insertLate } from '../samples/sample-statements.ts';
import { readMark } from './marks.ts';

/** What one kind's roll-ups have reached. The writer thread's own copy of the marks, changed after each commit. */
export interface Progress {
  /** Samples before this are late. Beyond the mark `closed` while an hour is being closed. */
  lateBeforeMs: number;
  /** Samples before this are not taken any more. */
  prunedBeforeMs: number;
}

export function readProgress(connection: Connection, kind: SampleKind): Progress {
  return {
    lateBeforeMs: readMark(connection, `${kind.name}.closed`) ?? -Infinity,
    prunedBeforeMs: readMark(connection, `${kind.name}.pruned.samples`) ?? -Infinity,
  };
}

/** Writes one batch of samples inside the caller's transaction; returns how many were too old. */
export type SampleWriter = (numbers: Float64Array) => number;

export function sampleWriter(connection: Connection, kind: SampleKind, progress: Progress): SampleWriter {
  const hot = connection.prepare(insertHot(kind));
  const late = connection.prepare(insertLate(kind));
  return (numbers) => {
    let tooOld = 0;
    for (let at = 0; at + STRIDE <= numbers.length; at += STRIDE) {
      const id = numbers[at] ?? 0;
      const atMs = Math.round(numbers[at + 1] ?? 0);
      const values = kind.metrics.map((metric, index) => toStored(numbers[at + 3 + index] ?? Number.NaN, metric.scale));
      if (atMs < progress.prunedBeforeMs) tooOld += 1;
      else if (atMs < progress.lateBeforeMs) late.run(id, atMs, numbers[at + 2], ...values);
      else hot.run(Math.floor(atMs / SLOT_MS), id, atMs % SLOT_MS, numbers[at + 2], ...values);
    }
    return tooOld;
  };
}
