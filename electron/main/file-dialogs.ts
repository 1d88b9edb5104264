/** The dialogs about files. Each names what it is for, and none writes over a network file. */
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { FileToSave } from '../../shared/contract/shell.ts';
import { NETWORK_ENDING } from './app-options.ts';

type Parent = BrowserWindow | null;
const NETWORKS = [{ name: 'Trunkline network', extensions: ['trunkline'] }];
const MAX_READ_BYTES = 64 * 1024 * 1024;

async function askOpen(parent: Parent, options: Electron.OpenDialogOptions): Promise<string | null> {
  const all = { ...options, properties: ['openFile' as const] };
  const picked = await (parent === null ? dialog.showOpenDialog(all) : dialog.showOpenDialog(parent, all));
  return picked.canceled ? null : (picked.filePaths[0] ?? null);
}

async function askSave(parent: Parent, options: Electron.SaveDialogOptions): Promise<string | null> {
  const chosen = await (parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options));
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
}

export function askNetworkToOpen(parent: Parent): Promise<string | null> {
  return askOpen(parent, { title: 'Open a network', filters: NETWORKS });
}

const withEnding = (path: string): string =>
  path.toLowerCase().endsWith(NETWORK_ENDING) ? path : `${path}${NETWORK_ENDING}`;

/** A name that is not taken yet: the system's own "replace it?" must not cost anyone a network. */
export async function askNewNetwork(parent: Parent): Promise<string | null> {
  const path = await askSave(parent, {
    title: 'New network',
    defaultPath: `network${NETWORK_ENDING}`,
    filters: NETWORKS,
  });
  if (path === null) return null;
  const file = withEnding(path);
  if (!existsSync(file)) return file;
  dialog.showErrorBox('This file is there already', `${file} is kept as it is. Open it, or choose another name.`);
  return null;
}

export async function askBackupPlace(parent: Parent, file: string, day: string): Promise<string | null> {
  const name = `${basename(file, NETWORK_ENDING)}-${day}${NETWORK_ENDING}`;
  const path = await askSave(parent, { title: 'Save a backup copy', defaultPath: name, filters: NETWORKS });
  return path === null ? null : withEnding(path);
}

export async function pickTextFile(
  parent: Parent,
  { title, extensions }: { title: string; extensions: string[] },
): Promise<{ name: string; text: string } | null> {
  const path = await askOpen(parent, { title, filters: [{ name: title, extensions }] });
  if (path === null) return null;
  const { size } = await stat(path);
  if (size > MAX_READ_BYTES) throw new Error(`${basename(path)} has ${size} bytes; at most ${MAX_READ_BYTES} are read`);
  return { name: basename(path), text: await readFile(path, 'utf8') };
}

/** A name, never a path: where it goes is the person's to say. */
export async function saveTextFile(
  parent: Parent,
  { name, text, encoding = 'utf8' }: FileToSave,
): Promise<{ saved: boolean }> {
  const path = await askSave(parent, { defaultPath: basename(name) });
  if (path === null) return { saved: false };
  await writeFile(path, text, encoding);
  return { saved: true };
}

export async function tell(parent: Parent, message: string, detail: string): Promise<void> {
  const options = { type: 'info' as const, message, detail };
  await (parent === null ? dialog.showMessageBox(options) : dialog.showMessageBox(parent, options));
}
