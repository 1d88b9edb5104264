/** Opens a network file for the engine: locks it, refuses what is not ours, brings it to the newest schema. */
import { canonicalPath, openForWriting, schemaVersionOf } from '../connection.ts';
import type { Connection } from '../connection.ts';
import { lockFile } from '../lock-file.ts';
import type { FileLock } from '../lock-file.ts';
import { runMigrations } from '../migrations/run-migrations.ts';
import type { MigrationReport } from '../migrations/run-migrations.ts';
import { inPlainWords } from '../sqlite-error.ts';
import type { NumberedTable } from '../store.ts';
import { allTables, numberedTables } from '../tables/all-tables.ts';
import type { OpenArguments } from '../threads/protocol.ts';

export interface OpenFile {
  readonly file: string;
  readonly connection: Connection;
  readonly lock: FileLock;
  readonly migration: MigrationReport;
}

const connect = (file: string, version: string): { connection: Connection; migration: MigrationReport } => {
  const connection = openForWriting(file);
  try {
    const from = schemaVersionOf(connection, file, version);
    return { connection, migration: runMigrations(connection, { file, from, version }) };
  } catch (error) {
    connection.close();
    throw error;
  }
};

export function openForEngine({ file: wanted, version, nowMs }: OpenArguments): OpenFile {
  const file = canonicalPath(wanted);
  try {
    const lock = lockFile(file, version, nowMs);
    try {
      return { file, lock, ...connect(file, version) };
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw inPlainWords(error, file);
  }
}

/** The highest id each table has ever used, removed rows included (sqlite_sequence remembers). */
export function highestIds(connection: Connection): Record<NumberedTable, number> {
  const ofTable = connection.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck();
  const entries = numberedTables.map((name) => [name, Number(ofTable.get(allTables[name].sqlName) ?? 0)] as const);
  return Object.fromEntries(entries) as Record<NumberedTable, number>;
}
