/**
 * A vault whose key is a file that only this user can read. It protects a network file that travels without it: a copy, a
 * backup, a stolen memory stick. It does not protect against someone who can read this user's files.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Vault } from '../host/host.ts';
import { KEY_BYTES, openText, sealText } from './sealed-box.ts';
import { configurationFolder } from './user-folder.ts';

/** First byte of what this vault seals. */
const FORMAT = 1;
const HEADER = Uint8Array.of(FORMAT);
const PREFIX = 'trunkline-key-1 ';

export interface FileVaultOptions {
  /** Default: `vault.key` in the user's configuration folder. */
  readonly keyFile?: string | undefined;
}

const putInPlace = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Another process was first: its key is the key.
    if (code === 'EEXIST') return;
    // No hard links on this file system.
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
};

/** Written whole under another name first: two programs may start at once, and neither may read half a key. */
const createKey = (keyFile: string): void => {
  const folder = dirname(keyFile);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `.vault-key-${randomUUID()}`);
  try {
    writeFileSync(unfinished, `${PREFIX}${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flush: true });
    chmodSync(unfinished, 0o600);
    putInPlace(unfinished, keyFile);
  } finally {
    rmSync(unfinished, { force: true });
  }
};

const refuseReadableByOthers = (keyFile: string): void => {
  // Windows has no such mode; there the user's profile is private by its access list.
  if (process.platform === 'win32') return;
  const mode = statSync(keyFile).mode & 0o777;
  if ((mode & 0o077) === 0) return;
  throw new Error(
    `The key file ${keyFile} can be read by others (mode ${mode.toString(8)}), so it protects nothing. ` +
      `Run: chmod 600 '${keyFile}'. If others may have read it, change the passwords it sealed.`,
  );
};

const readKey = (keyFile: string): Uint8Array => {
  refuseReadableByOthers(keyFile);
  const text = readFileSync(keyFile, 'utf8');
  const key = Buffer.from(text.slice(PREFIX.length), 'base64');
  if (text.startsWith(PREFIX) && key.length === KEY_BYTES) return new Uint8Array(key);
  throw new Error(
    `${keyFile} is not a key file of Trunkline, or is damaged. Restore it from a backup, or remove it and enter the credentials anew.`,
  );
};

/** Opens the vault, making its key file the first time. Throws when the key file is damaged or others can read it. */
export function openFileVault(options: FileVaultOptions = {}): Vault {
  const keyFile = options.keyFile ?? join(configurationFolder(), 'vault.key');
  if (!existsSync(keyFile)) createKey(keyFile);
  const key = readKey(keyFile);
  return {
    description: 'key file',
    seal: (plain) => Promise.resolve(sealText(key, HEADER, plain)),
    open: (sealed) => Promise.resolve(sealed[0] === FORMAT ? openText(key, HEADER.length, sealed) : null),
  };
}
