/** Rolls days up from their hours, once all hours of the day are closed. In slices, repeatable. */
import type { Connection } from '../connection.ts';
import { DAY_MS, decodeRolled, encodeRolled, floorTo } from '../samples/roll-up.ts';
import type { SampleKind } from '../samples/sample-kinds.ts';
import { replaceRolled, selectRolled } from '../samples/sample-statements.ts';
import type { Slices } from './close-hours.ts';
import { readMark, writeMark } from './marks.ts';

const IDS_A_SLICE = 100;

/** Makes one id's day from its hours. Inside the caller's transaction. */
export function dayWriter(connection: Connection, kind: SampleKind): (id: number, day: number) => void {
  const hours = connection.prepare<unknown[], (number | null)[]>(selectRolled(kind, '1h')).raw();
  const replace = connection.prepare(replaceRolled(kind, '1d'));
  return (id, day) => {
    for (const rolled of hours.all(DAY_MS, DAY_MS, id, day, day + DAY_MS).map(decodeRolled)) {
      replace.run(id, ...encodeRolled(rolled));
    }
  };
}

function* rollDay(connection: Connection, kind: SampleKind, day: number): Slices {
  const write = dayWriter(connection, kind);
  const next = connection.prepare(`SELECT id FROM ${kind.name}_1h WHERE id > ? ORDER BY id LIMIT 1`).pluck();
  let last = -1;
  const slice = connection.transaction((): boolean => {
    for (let count = 0; count < IDS_A_SLICE; count += 1) {
      const id = next.get(last);
      if (typeof id !== 'number') return false;
      write(id, day);
      last = id;
    }
    return true;
  });
  while (slice.immediate()) yield;
}

/** Where the first day begins: at the oldest hour there is. Looked for once in a file's life. */
const firstDay = (connection: Connection, kind: SampleKind): number | null => {
  const oldest = connection.prepare(`SELECT min(at) FROM ${kind.name}_1h`).pluck().get();
  return typeof oldest === 'number' ? floorTo(oldest, DAY_MS) : null;
};

export function* closeDays(connection: Connection, kind: SampleKind): Slices {
  const closed = readMark(connection, `${kind.name}.closed`);
  if (closed === null) return;
  const start = readMark(connection, `${kind.name}.days`) ?? firstDay(connection, kind);
  if (start === null) return;
  for (let day = start; day + DAY_MS <= closed; day += DAY_MS) {
    yield* rollDay(connection, kind, day);
    writeMark(connection, `${kind.name}.days`, day + DAY_MS);
  }
}
