/** A consistent copy of a network file, also of one that is being written. */
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { canonicalPath, closeReading, hasLog, openForReading, schemaVersionOf } from '../connection.ts';
import { copyDatabase } from '../migrations/run-migrations.ts';
import { inPlainWords } from '../sqlite-error.ts';
import { StoreOpenError } from '../store-open-error.ts';

export function backUpFile(options: { file: string; to: string; overwrite: boolean; version: string }): {
  bytes: number;
} {
  const file = canonicalPath(options.file);
  const to = canonicalPath(options.to);
  if (to === file)
    throw new StoreOpenError('exists', `${to} is the network file itself. Name another file for the copy.`);
  if (existsSync(to) && !options.overwrite) {
    throw new StoreOpenError('exists', `${to} exists already. Name another file, or ask for it to be overwritten.`);
  }
  // Under another name first: a copy that breaks off must not stand where a good one stood.
  const unfinished = `${to}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    const alone = !hasLog(file);
    const connection = openForReading(file);
    try {
      schemaVersionOf(connection, file, options.version);
      copyDatabase(connection, unfinished);
    } finally {
      closeReading(connection, file, alone);
    }
    renameSync(unfinished, to);
    return { bytes: statSync(to).size };
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw inPlainWords(error, file);
  }
}
