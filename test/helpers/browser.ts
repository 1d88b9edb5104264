import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { findTool } from './tools.ts';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
  'chrome',
];

const PROGRAM_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
const WINDOWS_PATHS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
const MAC_PATHS = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
  (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
);

/** Ubuntu's package is a stub that asks for a snap, which neither starts as root nor sees temporary folders. */
const isSnap = (path: string): boolean => {
  if (realpathSync(path).endsWith('/snap')) return true;
  return readFileSync(path).subarray(0, 4096).includes('/snap/bin/');
};

const usualPlaces = (): readonly string[] => {
  if (process.platform === 'darwin') return MAC_PATHS;
  if (process.platform !== 'win32') return [];
  const folders = PROGRAM_FOLDERS.flatMap((name) => process.env[name] ?? []);
  return folders.flatMap((folder) => WINDOWS_PATHS.map((path) => join(folder, path)));
};

/** Full path of an installed Chromium, Chrome or Edge that tests can drive; null if there is none. */
export const findBrowser = (): string | null => {
  const onPath = NAMES.map(findTool).filter((path) => path !== null && !isSnap(path));
  return onPath[0] ?? usualPlaces().find(existsSync) ?? null;
};
