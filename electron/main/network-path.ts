/** Whether a path may be opened as a network file; in words for people when not. */
import { stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import { NETWORK_ENDING } from './app-options.ts';

const LONGEST_PATH = 4096;

/** Null when it may be opened. The engine looks into the file itself; here only that it is one, and ours by its name. */
export async function whyNotOpen(path: unknown): Promise<string | null> {
  if (typeof path !== 'string' || path === '' || path.length > LONGEST_PATH || path.includes('\0')) {
    return 'What was dropped is not a file on this computer.';
  }
  if (!isAbsolute(path)) return `${path} has no folder. Open it from the File menu.`;
  const name = basename(path);
  if (!name.toLowerCase().endsWith(NETWORK_ENDING)) {
    return `${name} is not a network file: their names end in ${NETWORK_ENDING}.`;
  }
  const about = await stat(path).catch(() => null);
  if (about === null) return `${path} is not there any more, or may not be read.`;
  return about.isFile() ? null : `${path} is not a file.`;
}
