/** Brings a file to the newest schema: copies it first, then runs what is missing in one transaction. Throws on failure. */
import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { APPLICATION_ID } from '../connection.ts';
import type { Connection } from '../connection.ts';
import { inPlainWords } from '../sqlite-error.ts';
import { StoreOpenError } from '../store-open-error.ts';
import { allMigrations } from './all-migrations.ts';
import type { Migration } from './migration.ts';

export interface MigrationReport {
  readonly from: number;
  readonly to: number;
  /** Where the file was copied to before; null for a new file, or when nothing was to be done. */
  readonly copy: string | null;
}

/** The file as it was, complete in one file and on the disk. */
export function copyDatabase(connection: Connection, to: string): void {
  connection.prepare('VACUUM INTO ?').run(to);
  const descriptor = openSync(to, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const freeName = (wanted: string): string => {
  let name = wanted;
  for (let count = 2; existsSync(name); count += 1) name = `${wanted}-${count}`;
  return name;
};

const applyAll = (connection: Connection, steps: readonly Migration[], version: string): void => {
  for (const step of steps) {
    connection.exec(step.sql);
    connection.pragma(`user_version = ${step.number}`);
  }
  connection.pragma(`application_id = ${APPLICATION_ID}`);
  const remember = connection.prepare('INSERT OR REPLACE INTO file_info (id, value) VALUES (?, ?)');
  remember.run('writtenBy', version);
  const orphans = connection.pragma('foreign_key_check') as readonly unknown[];
  if (orphans.length > 0) throw new Error(`${orphans.length} rows refer to rows that do not exist`);
};

/** `from` is the file's present schema version. `steps` are all migrations there are, in order. */
export function runMigrations(
  connection: Connection,
  options: { file: string; from: number; version: string; steps?: readonly Migration[] | undefined },
): MigrationReport {
  const { file, from, version, steps = allMigrations } = options;
  const missing = steps.filter((step) => step.number > from);
  const to = missing.at(-1)?.number ?? from;
  if (missing.length === 0) return { from, to, copy: null };
  const copy = from === 0 ? null : freeName(`${file}.before-schema-${to}`);
  try {
    if (copy !== null) copyDatabase(connection, copy);
    // SQLite's own advice for schema changes: check references once at the end instead of at each step.
    connection.pragma('foreign_keys = OFF');
    connection.transaction(() => applyAll(connection, missing, version)).immediate();
  } catch (error) {
    const why = inPlainWords(error, file);
    const kept = copy === null ? '' : ` The file is unchanged; a copy is ${copy}.`;
    const text = `${file} could not be brought from schema ${from} to ${to}.${kept} Reason: ${why.message}`;
    throw new StoreOpenError(why.code === 'other' ? 'migration-failed' : why.code, text, { cause: error });
  } finally {
    connection.pragma('foreign_keys = ON');
  }
  return { from, to, copy };
}
