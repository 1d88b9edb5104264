/** The shell's verbs made of Electron's dialogs. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { app, dialog, Notification, shell as desktop, type BrowserWindow } from 'electron';
import type { Shell } from '../../shared/contract/shell.ts';

const MAX_READ_BYTES = 64 * 1024 * 1024;

export function electronShell(windowNow: () => BrowserWindow | null, openWindow: (hash: string) => void): Shell {
  return {
    version: () => Promise.resolve({ app: app.getVersion(), host: 'electron' }),
    pickFile: (options) => pickFile(windowNow(), options),
    saveFile: (file) => saveFile(windowNow(), file),
    openExternal: (url) => desktop.openExternal(url),
    notify: ({ title, body }) => {
      if (Notification.isSupported()) new Notification({ title, body }).show();
      return Promise.resolve();
    },
    openWindow: (hash) => {
      openWindow(hash);
      return Promise.resolve({ opened: true });
    },
  };
}

async function pickFile(
  window: BrowserWindow | null,
  { title, extensions }: { title: string; extensions: string[] },
): Promise<{ name: string; text: string } | null> {
  const options = { title, properties: ['openFile' as const], filters: [{ name: title, extensions }] };
  const picked = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  const [path] = picked.filePaths;
  if (picked.canceled || path === undefined) return null;
  const { size } = await stat(path);
  if (size > MAX_READ_BYTES) throw new Error(`${basename(path)} has ${size} bytes; at most ${MAX_READ_BYTES} are read`);
  return { name: basename(path), text: await readFile(path, 'utf8') };
}

async function saveFile(
  window: BrowserWindow | null,
  { name, text }: { name: string; text: string },
): Promise<{ saved: boolean }> {
  // A name, never a path: where it goes is the person's to say.
  const options = { defaultPath: basename(name) };
  const chosen = window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  if (chosen.canceled || chosen.filePath === '') return { saved: false };
  await writeFile(chosen.filePath, text);
  return { saved: true };
}
