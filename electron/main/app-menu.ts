/** The menu of the app by each platform's conventions, as data: Electron makes a menu of it. Pure. */
import { basename, dirname } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuView, ShellEvent } from '../../shared/contract/shell.ts';

export interface MenuDeeds {
  newNetwork(): void;
  openNetwork(): void;
  openRecent(file: string): void;
  forgetRecent(): void;
  saveBackup(): void;
  /** Says something to the page of the window in front. */
  tellPage(event: ShellEvent): void;
  newWindow(hash: string): void;
  openLogs(): void;
  saveReport(): void;
  about(): void;
}

export interface MenuContext {
  readonly platform: NodeJS.Platform;
  readonly views: readonly MenuView[];
  readonly recent: readonly string[];
  /** The demo has no file that could be kept. */
  readonly demo: boolean;
  readonly deeds: MenuDeeds;
}

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };
export const WALL_HASH = '#/wall';

export function appMenu(context: MenuContext): Item[] {
  const { platform } = context;
  const mac = platform === 'darwin';
  return [
    ...(mac ? [appleMenu(context)] : []),
    fileMenu(context, mac),
    editMenu(mac),
    viewMenu(context),
    windowMenu(context, mac),
    helpMenu(context, mac),
  ];
}

function appleMenu({ deeds }: MenuContext): Item {
  const roles = (['services', 'hide', 'hideOthers', 'unhide'] as const).map((role): Item => ({ role }));
  return {
    label: 'Trunkline',
    submenu: [
      { label: 'About Trunkline', click: () => deeds.about() },
      line,
      settings(deeds),
      line,
      ...roles,
      line,
      { role: 'quit' },
    ],
  };
}

const settings = (deeds: MenuDeeds): Item => ({
  label: 'Settings…',
  accelerator: 'CmdOrCtrl+,',
  click: () => deeds.tellPage({ kind: 'link', link: { kind: 'page', hash: '#/settings/network' } }),
});

function fileMenu({ deeds, recent, demo }: MenuContext, mac: boolean): Item {
  return {
    label: mac ? 'File' : '&File',
    submenu: [
      { label: 'New network…', accelerator: 'CmdOrCtrl+Shift+N', click: () => deeds.newNetwork() },
      { label: 'Open…', accelerator: 'CmdOrCtrl+O', click: () => deeds.openNetwork() },
      { label: 'Open recent', submenu: recentMenu(recent, deeds), enabled: recent.length > 0 },
      line,
      { label: 'Save a backup copy…', accelerator: 'CmdOrCtrl+S', enabled: !demo, click: () => deeds.saveBackup() },
      line,
      ...(mac ? [] : [settings(deeds), line]),
      { role: 'close' },
      ...(mac ? [] : [{ role: 'quit' } as const]),
    ],
  };
}

/** Two files of one name are told apart by their folder. */
export function recentLabels(files: readonly string[]): string[] {
  const names = files.map((file) => basename(file));
  return files.map((file, at) => {
    const name = names[at] ?? file;
    const twice = names.indexOf(name) !== names.lastIndexOf(name);
    // "&" would mark the next letter as a key.
    return (twice ? `${name} (${dirname(file)})` : name).replaceAll('&', '&&');
  });
}

function recentMenu(recent: readonly string[], deeds: MenuDeeds): Item[] {
  const labels = recentLabels(recent);
  return [
    ...recent.map((file, at): Item => ({ label: labels[at] ?? file, click: () => deeds.openRecent(file) })),
    line,
    { label: 'Clear this list', click: () => deeds.forgetRecent() },
  ];
}

function editMenu(mac: boolean): Item {
  const roles = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const;
  const items = roles.map((role): Item => ({ role }));
  return { label: mac ? 'Edit' : '&Edit', submenu: [...items.slice(0, 2), line, ...items.slice(2)] };
}

const MOST_NUMBERED = 9;

function viewMenu({ views, deeds, platform }: MenuContext): Item {
  const toView = ({ label, hash }: MenuView, at: number): Item => ({
    label,
    ...(at < MOST_NUMBERED ? { accelerator: `CmdOrCtrl+${at + 1}` } : {}),
    click: () => deeds.tellPage({ kind: 'link', link: { kind: 'page', hash } }),
  });
  return {
    label: platform === 'darwin' ? 'View' : '&View',
    submenu: [
      ...views.map(toView),
      ...(views.length > 0 ? [line] : []),
      {
        label: 'Find anything…',
        accelerator: 'CmdOrCtrl+K',
        click: () => deeds.tellPage({ kind: 'show', what: 'palette' }),
      },
      line,
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'resetZoom' },
      line,
      { role: 'togglefullscreen' },
      { label: 'Wall mode', accelerator: 'CmdOrCtrl+Shift+W', click: () => deeds.newWindow(WALL_HASH) },
      line,
      { role: 'reload' },
    ],
  };
}

function windowMenu({ deeds }: MenuContext, mac: boolean): Item {
  const usual: Item[] = mac
    ? [{ role: 'minimize' }, { role: 'zoom' }, line, { role: 'front' }]
    : [{ role: 'minimize' }, { role: 'close' }];
  return {
    label: mac ? 'Window' : '&Window',
    // macOS adds the list of windows to the menu with this role.
    ...(mac ? { role: 'window' as const } : {}),
    submenu: [{ label: 'New window', accelerator: 'CmdOrCtrl+N', click: () => deeds.newWindow('') }, line, ...usual],
  };
}

function helpMenu({ deeds }: MenuContext, mac: boolean): Item {
  return {
    label: mac ? 'Help' : '&Help',
    role: 'help',
    submenu: [
      { label: 'Keys', click: () => deeds.tellPage({ kind: 'show', what: 'keys' }) },
      { label: 'What the states mean', click: () => deeds.tellPage({ kind: 'show', what: 'states' }) },
      line,
      { label: 'Open the folder of the logs', click: () => deeds.openLogs() },
      { label: 'Save a report…', click: () => deeds.saveReport() },
      ...(mac ? [] : [line, { label: 'About Trunkline', click: () => deeds.about() }]),
    ],
  };
}
