/**
 * Keeps a second engine off a network file, on every platform and without leftovers after a crash.
 *
 * Beside FILE lies FILE-lock, a tiny SQLite database with one row: who holds it. The holder keeps a write transaction open on
 * it, and that is a lock of the operating system: it ends with the process, however that ends, so nobody has to guess whether
 * a lock is stale. (A pid alone would not do: pids are used again, and mean nothing on a shared folder.) The row is committed
 * before, so that others can read it and say who. A clean close removes the file; because of that, whoever gets the lock
 * makes sure afterwards that the file of that name is still the one it has locked.
 */
import { existsSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { sqliteCode } from './sqlite-error.ts';
import { StoreOpenError } from './store-open-error.ts';
import type { Connection } from './connection.ts';

export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  readonly sinceMs: number;
  readonly version: string;
  readonly token: string;
}

export interface FileLock {
  /** Gives the lock up and removes its file. */
  release(): void;
}

const isBusy = (error: unknown): boolean => sqliteCode(error)?.startsWith('SQLITE_BUSY') === true;

const readOwner = (path: string): LockOwner | null => {
  if (!existsSync(path)) return null;
  let connection: Connection | null = null;
  try {
    connection = new Database(path, { readonly: true, fileMustExist: true, timeout: 1000 });
    const text = connection.prepare('SELECT owner FROM lock WHERE id = 1').pluck().get();
    return typeof text === 'string' ? (JSON.parse(text) as LockOwner) : null;
  } catch {
    // Being written at this moment: whoever it is, it is not known yet.
    return null;
  } finally {
    connection?.close();
  }
};

/** Takes the lock and leaves word of who holds it; null when another one has it. */
const take = (path: string, owner: LockOwner): Connection | null => {
  const connection = new Database(path, { timeout: 200 });
  try {
    connection.exec('BEGIN IMMEDIATE');
    connection.exec('CREATE TABLE IF NOT EXISTS lock (id INTEGER PRIMARY KEY, owner TEXT NOT NULL)');
    connection.prepare('INSERT OR REPLACE INTO lock VALUES (1, ?)').run(JSON.stringify(owner));
    connection.exec('COMMIT');
    connection.exec('BEGIN IMMEDIATE');
    return connection;
  } catch (error) {
    connection.close();
    if (isBusy(error)) return null;
    throw error;
  }
};

const lockedError = (file: string, owner: LockOwner | null): StoreOpenError => {
  const who =
    owner === null
      ? 'another Trunkline'
      : `Trunkline ${owner.version}, process ${owner.pid} on ${owner.host}, since ${new Date(owner.sinceMs).toISOString()}`;
  return new StoreOpenError(
    'locked',
    `${file} is open in ${who}. Close that one first; commands that only read work beside it.`,
  );
};

const release = (connection: Connection, path: string): void => {
  // Removed while it is still held, so that nobody can lock it in between; Windows wants it closed first.
  if (process.platform !== 'win32') rmSync(path, { force: true });
  connection.exec('ROLLBACK');
  connection.close();
  try {
    if (process.platform === 'win32') rmSync(path, { force: true });
  } catch {
    // The next engine has opened it already: it stays, for that one.
  }
};

/** Locks `file` for this process. Throws StoreOpenError `locked`, naming who holds it. */
export function lockFile(file: string, version: string, nowMs: number): FileLock {
  const path = `${file}-lock`;
  const owner: LockOwner = { pid: process.pid, host: hostname(), sinceMs: nowMs, version, token: randomUUID() };
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const connection = take(path, owner);
    if (connection === null) throw lockedError(file, readOwner(path));
    if (readOwner(path)?.token === owner.token) return { release: () => release(connection, path) };
    connection.close();
  }
  throw lockedError(file, readOwner(path));
}
