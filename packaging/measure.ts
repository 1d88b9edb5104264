/** What takes the space in a packed app. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of a file, or of all files below a folder. */
export function bytesOf(path: string): number {
  const about = statSync(path);
  if (!about.isDirectory()) return about.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

export interface AppSize {
  /** The whole folder, runtime included. */
  readonly wholeBytes: number;
  /** Our own part: the archive and what lies unpacked beside it. */
  readonly ownBytes: number;
}

/** `folder` is an unpacked Linux or Windows app. */
export function sizeOfApp(folder: string): AppSize {
  const own = ['app.asar', 'app.asar.unpacked'].map((name) => join(folder, 'resources', name));
  return {
    wholeBytes: bytesOf(folder),
    ownBytes: own.filter((path) => existsSync(path)).reduce((sum, path) => sum + bytesOf(path), 0),
  };
}

export const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
