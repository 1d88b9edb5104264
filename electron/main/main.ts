/** The desktop app: life cycle, one window, the engine's supervisor. It never waits: it drives every window. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  powerMonitor,
  protocol,
  session,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  type MessagePortMain,
} from 'electron';
import type { EngineCommand } from '../host/engine-messages.ts';
import { ENGINE_PORT_CHANNEL, SHELL_CHANNEL } from '../host/ipc-channels.ts';
import { lineLog } from '../host/line-log.ts';
import { systemClock } from '../host/system-clock.ts';
import { serveVault } from '../host/vault-over-port.ts';
import { answerPageRequest } from './answer-page-request.ts';
import { appOptions } from './app-options.ts';
import { electronShell } from './electron-shell.ts';
import { EngineSupervisor } from './engine-supervisor.ts';
import { forkEngine } from './fork-engine.ts';
import { confine, openWindow } from './open-window.ts';
import { isTrustedSender, PAGE_SCHEME } from './page-address.ts';
import { runShellVerb } from './run-shell-verb.ts';
import { safeStorageVault } from './safe-storage-vault.ts';

const built = (...parts: string[]): string => join(import.meta.dirname, '..', ...parts);
const log = lineLog({ write: (line) => void process.stderr.write(`${line}\n`), level: 'info', now: Date.now });
/** Every window that shows our page; the last one used comes first for dialogs. */
const windows = new Set<BrowserWindow>();
const windowNow = (): BrowserWindow | null => BrowserWindow.getFocusedWindow() ?? [...windows].at(-1) ?? null;

function isTrusted(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const { senderFrame, sender } = event;
  return isTrustedSender({
    frameUrl: senderFrame?.url ?? null,
    isMainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
    isOurWindow: [...windows].some((window) => !window.isDestroyed() && sender === window.webContents),
  });
}

function startCommand(): { command: EngineCommand; ports: MessagePortMain[] } {
  const { demo, file } = appOptions(process.argv.slice(1));
  const vault = safeStorageVault();
  const folder = app.getPath('userData');
  mkdirSync(folder, { recursive: true });
  const path = demo ? null : (file ?? join(folder, 'network.trunkline'));
  if (vault === null) return { command: { kind: 'start', file: path, vault: null }, ports: [] };
  const { port1, port2 } = new MessageChannelMain();
  serveVault(port1, vault);
  return { command: { kind: 'start', file: path, vault: vault.description }, ports: [port2] };
}

const supervisor = new EngineSupervisor<MessagePortMain>({
  clock: systemClock,
  log,
  fork: () => forkEngine(built('utility', 'utility.js')),
  channel: () => {
    const { port1, port2 } = new MessageChannelMain();
    return [port1, port2];
  },
  startCommand,
  onCannotStart: (message) => {
    dialog.showErrorBox('Trunkline cannot open the network file', message);
    app.quit();
  },
});

function showWindow(hash = ''): void {
  const window = openWindow(built('preload', 'preload.cjs'), hash);
  const { id } = window.webContents;
  windows.add(window);
  window.on('closed', () => {
    supervisor.forgetPage(id);
    windows.delete(window);
  });
}

function answerPage(): void {
  const shell = electronShell(windowNow, showWindow);
  ipcMain.handle(SHELL_CHANNEL, async (event, verb: unknown, args: unknown) => {
    if (!isTrusted(event)) throw new Error('not allowed');
    return runShellVerb(shell, verb, args);
  });
  ipcMain.on(ENGINE_PORT_CHANNEL, (event) => {
    if (!isTrusted(event)) return;
    const { sender } = event;
    supervisor.connectPage(sender.id, (port) => {
      if (!sender.isDestroyed()) sender.postMessage(ENGINE_PORT_CHANNEL, null, [port]);
    });
  });
}

function denyPermissions(): void {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
}

async function whenReady(): Promise<void> {
  await app.whenReady();
  protocol.handle(PAGE_SCHEME, (request) => answerPageRequest(built('renderer'), request));
  denyPermissions();
  answerPage();
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]));
  powerMonitor.on('suspend', () => supervisor.tell('suspend'));
  powerMonitor.on('resume', () => supervisor.tell('resume'));
  supervisor.start();
  showWindow();
}

function endWithEngine(): void {
  let ended = false;
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void supervisor.close().then(() => {
      ended = true;
      app.quit();
    });
  });
}

if (app.requestSingleInstanceLock()) {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  app.on('web-contents-created', (_event, contents) => confine(contents));
  app.on('second-instance', () => {
    const window = windowNow();
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('activate', () => {
    if (windows.size === 0 && app.isReady()) showWindow();
  });
  // Everywhere, macOS too: a console that polls in secret behind a closed window would surprise.
  app.on('window-all-closed', () => app.quit());
  endWithEngine();
  whenReady().catch((error: unknown) => {
    dialog.showErrorBox('Trunkline cannot start', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
} else {
  app.quit();
}
