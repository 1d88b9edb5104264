/** One batch of operations, inside one transaction. A row that cannot be taken is left out and named; it never stops the rest. */
import type { Connection } from '../connection.ts';
import { sqliteCode } from '../sqlite-error.ts';
import { allTables } from '../tables/all-tables.ts';
import type { SqlValue } from '../tables/table.ts';
import type { KindName } from '../samples/sample-kinds.ts';
import type { Operation, RefusedRow } from '../threads/protocol.ts';
import { removeDevice } from './remove-device.ts';
import type { SampleWriter } from './sample-writer.ts';

export interface Applied {
  readonly refused: RefusedRow[];
  tooOld: number;
}

/** A refused row's error; null when the error is not about the row, and must stop the batch. */
const refusal = (error: unknown, table: string, id: SqlValue | undefined): RefusedRow | null => {
  const code = sqliteCode(error);
  const aboutRow = code?.startsWith('SQLITE_CONSTRAINT') === true || (code === null && error instanceof TypeError);
  if (!aboutRow || !(error instanceof Error)) return null;
  return { table, id: String(id), reason: error.message, orphan: code === 'SQLITE_CONSTRAINT_FOREIGNKEY' };
};

const putRows = (connection: Connection, operation: Operation & { kind: 'put' }, applied: Applied): void => {
  const statement = connection.prepare(allTables[operation.table].upsert);
  for (const row of operation.rows) {
    try {
      statement.run(...row);
    } catch (error) {
      const refused = refusal(error, operation.table, row[0]);
      if (refused === null) throw error;
      applied.refused.push(refused);
    }
  }
};

const apply = (
  connection: Connection,
  operation: Operation,
  samples: Readonly<Record<KindName, SampleWriter>>,
  applied: Applied,
): void => {
  if (operation.kind === 'put') putRows(connection, operation, applied);
  else if (operation.kind === 'samples') applied.tooOld += samples[operation.of](operation.numbers);
  else if (operation.kind === 'remove-device') removeDevice(connection, operation.deviceId);
  else {
    const statement = connection.prepare(`DELETE FROM ${allTables[operation.table].sqlName} WHERE id = ?`);
    for (const id of operation.ids) statement.run(id);
  }
};

/** Applies all of it in one transaction, or throws and leaves the file as it was. */
export function applyBatch(
  connection: Connection,
  operations: readonly Operation[],
  samples: Readonly<Record<KindName, SampleWriter>>,
): Applied {
  const applied: Applied = { refused: [], tooOld: 0 };
  const all = connection.transaction(() => {
    for (const operation of operations) apply(connection, operation, samples, applied);
  });
  all.immediate();
  return applied;
}
