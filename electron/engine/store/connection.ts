/** Connections to a network file, for the writer and reader threads only. */
import './require-node.ts';
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { SCHEMA_VERSION } from './migrations/all-migrations.ts';
import { StoreOpenError } from './store-open-error.ts';

export type Connection = Database.Database;

/** "TRKL": tells a network file from any other SQLite file. */
export const APPLICATION_ID = 0x54_52_4b_4c;

/** One name for a file however it is reached, so that two engines meet at the same lock. */
export function canonicalPath(file: string): string {
  const path = resolve(file);
  if (existsSync(path)) return realpathSync(path);
  const folder = dirname(path);
  if (!existsSync(folder)) throw new StoreOpenError('missing', `${path}: there is no folder ${folder}.`);
  return join(realpathSync(folder), basename(path));
}

const mayWrite = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

const refuseUnfit = (file: string): void => {
  if (existsSync(file) && statSync(file).isDirectory()) {
    throw new StoreOpenError('not-a-network', `${file} is a folder, not a network file.`);
  }
  const blocked = [existsSync(file) ? file : dirname(file), dirname(file)].find((path) => !mayWrite(path));
  if (blocked === undefined) return;
  throw new StoreOpenError(
    'no-permission',
    `${file}: there is no permission to write ${blocked}. Change its permissions, or open the file read-only.`,
  );
};

/** The one connection that writes. Each commit is on the disk when it returns: that is what flush() promises. */
export function openForWriting(file: string): Connection {
  refuseUnfit(file);
  const connection = new Database(file, { timeout: 5000 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('cache_size = -65536');
  // The writer checkpoints when it is idle, so that no commit has to wait for one.
  connection.pragma('wal_autocheckpoint = 0');
  connection.pragma('journal_size_limit = 67108864');
  return connection;
}

/** A connection that can only look. On a medium that cannot be written, the file is taken as unchanging. */
export function openForReading(file: string): Connection {
  if (!existsSync(file)) throw new StoreOpenError('missing', `${file}: there is no such file.`);
  if (statSync(file).isDirectory())
    throw new StoreOpenError('not-a-network', `${file} is a folder, not a network file.`);
  const connection = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  connection.pragma('cache_size = -32768');
  return connection;
}

/**
 * Closes a connection that only looked, and removes the empty log files that SQLite leaves behind it when nobody writes.
 * `alone`: there was no log before it was opened.
 */
export function closeReading(connection: Connection, file: string, alone: boolean): void {
  connection.close();
  if (!alone || !mayWrite(file) || !mayWrite(dirname(file))) return;
  // The last connection that may write removes them as it closes; beside a running engine this one is not the last.
  const last = new Database(file, { fileMustExist: true, timeout: 0 });
  try {
    last.pragma('schema_version');
  } catch {
    // A damaged file: that has been said already, and two empty files beside it do no harm.
  } finally {
    last.close();
  }
}

export const hasLog = (file: string): boolean => existsSync(`${file}-wal`);

const pragmaNumber = (connection: Connection, name: string): number =>
  Number(connection.pragma(name, { simple: true }));

const writtenBy = (connection: Connection): string => {
  const known = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'file_info'").get() !== undefined;
  if (!known) return 'an unknown version';
  const row = connection.prepare("SELECT value FROM file_info WHERE id = 'writtenBy'").pluck().get();
  return typeof row === 'string' ? `version ${row}` : 'an unknown version';
};

/** The schema version of a network file; 0 for an empty file. Refuses other files, and files from the future. */
export function schemaVersionOf(connection: Connection, file: string, version: string): number {
  const schemaVersion = pragmaNumber(connection, 'user_version');
  if (pragmaNumber(connection, 'application_id') !== APPLICATION_ID) {
    const empty = connection.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
    if (empty && schemaVersion === 0) return 0;
    throw new StoreOpenError(
      'not-a-network',
      `${file} is a database, but not a Trunkline network file. Choose another file.`,
    );
  }
  if (schemaVersion > SCHEMA_VERSION) {
    throw new StoreOpenError(
      'newer',
      `${file} was written by a newer Trunkline (${writtenBy(connection)}, schema ${schemaVersion}); ` +
        `this is version ${version}, which knows schemas up to ${SCHEMA_VERSION}. Open it with the newer Trunkline.`,
    );
  }
  return schemaVersion;
}
