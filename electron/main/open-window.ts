/** A window: sandboxed, without Node, going nowhere but to our own page. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, screen, type WebContents } from 'electron';
import { isOwnPage, PAGE_START } from './page-address.ts';
import { isVisible, parseWindowState, STANDARD_SIZE, type WindowState } from './window-state.ts';

const stateFile = (): string => join(app.getPath('userData'), 'window.json');

function keptState(): WindowState | null {
  try {
    const state = parseWindowState(readFileSync(stateFile(), 'utf8'));
    const screens = screen.getAllDisplays().map((display) => display.workArea);
    return state !== null && isVisible(state, screens) ? state : null;
  } catch {
    // The first start has no such file.
    return null;
  }
}

function keepState(window: BrowserWindow): void {
  const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
  writeFileSync(stateFile(), JSON.stringify(state));
}

/** Whatever the page does, it stays our page in our window. */
export function confine(contents: WebContents): void {
  const stay = (event: { preventDefault(): void }, url: string) => {
    if (!isOwnPage(url)) event.preventDefault();
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

export function openWindow(preload: string, hash = ''): BrowserWindow {
  const kept = keptState();
  const place = kept === null ? STANDARD_SIZE : { x: kept.x, y: kept.y, width: kept.width, height: kept.height };
  const window = new BrowserWindow({
    ...place,
    minWidth: 800,
    minHeight: 500,
    show: false,
    title: 'Trunkline',
    backgroundColor: '#0b0f14',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (kept?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => keepState(window));
  window.webContents.on('render-process-gone', () => window.reload());
  void window.loadURL(PAGE_START + hash);
  return window;
}
