/**
 * The token of a served page, kept while the engine runs. An open page knows only the token it was opened with: if the engine
 * is killed, the next one on the same file takes the same token, and the page comes back by itself. A clean end forgets it, so
 * an address that was seen by others opens nothing later.
 *
 * One file for each network file, so that a page of one network is refused by the engine of another on the same port.
 */
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationFolder } from './user-folder.ts';

const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;

export interface PageToken {
  readonly token: string;
  /** For a clean end: the next engine has another token. */
  forget(): void;
}

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** Null where there is none, or others could have read or written it. */
function readToken(path: string): string | null {
  try {
    // Windows has no such mode; there the user's profile is private by its access list.
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) return null;
    const text = readFileSync(path, 'utf8').trim();
    return TOKEN.test(text) ? text : null;
  } catch {
    // Not there: the usual case, after a clean end.
    return null;
  }
}

/** Whole or not at all: the engine may be killed at any moment. */
function writeToken(path: string, token: string): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, `${token}\n`, { mode: 0o600 });
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, path);
}

/**
 * The token for this network file: the one that a killed engine left behind, else a new one. Call it with the file locked, so
 * that there is one engine for it. Throws when the folder cannot be written.
 */
export function keepPageToken(networkFile: string, folder: string = join(configurationFolder(), 'pages')): PageToken {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, createHash('sha256').update(networkFile).digest('hex').slice(0, 32));
  const token = readToken(path) ?? newToken();
  writeToken(path, token);
  return { token, forget: () => rmSync(path, { force: true }) };
}
