/** What an SQLite error code means for people, and what mends it. */
import { basename, dirname } from 'node:path';
import { StoreOpenError } from './store-open-error.ts';
import type { StoreOpenCode } from './store-open-error.ts';

/** The driver's code, such as SQLITE_FULL or SQLITE_IOERR_WRITE; null for any other error. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null;
}

export const isDiskFull = (code: string | null): boolean => code === 'SQLITE_FULL';

export const isDamage = (code: string | null): boolean =>
  code !== null && (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB');

const advice = (file: string): readonly (readonly [string, StoreOpenCode, string])[] => [
  ['SQLITE_NOTADB', 'not-a-network', 'it is not a Trunkline network file, or its beginning is damaged.'],
  [
    'SQLITE_CORRUPT',
    'damaged',
    `the file is damaged. Restore a copy made by "trunkline backup", or a ${basename(file)}.before-schema file beside it.`,
  ],
  ['SQLITE_FULL', 'disk-full', `the disk that holds ${dirname(file)} is full. Make room there.`],
  [
    'SQLITE_READONLY',
    'no-permission',
    'there is no permission to write it. Change the permissions of the file and its folder.',
  ],
  [
    'SQLITE_PERM',
    'no-permission',
    'there is no permission to open it. Change the permissions of the file and its folder.',
  ],
  [
    'SQLITE_CANTOPEN',
    'no-permission',
    'it cannot be opened. Check that the file and its folder may be read and written.',
  ],
  ['SQLITE_BUSY', 'locked', 'another program holds it.'],
];

/** The same error in plain words, naming the file; what is a StoreOpenError already stays as it is. */
export function inPlainWords(error: unknown, file: string): StoreOpenError {
  if (error instanceof StoreOpenError) return error;
  const code = sqliteCode(error);
  const known = code === null ? undefined : advice(file).find(([prefix]) => code.startsWith(prefix));
  const message = error instanceof Error ? error.message : String(error);
  if (known === undefined) return new StoreOpenError('other', `${file}: ${message}`, { cause: error });
  return new StoreOpenError(known[1], `${file}: ${known[2]} (SQLite: ${message})`, { cause: error });
}
