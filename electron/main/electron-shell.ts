/** The shell's verbs in Electron: dialogs, windows, tray, notifications. Thin; the rules lie in files without Electron. */
import { app, Notification, shell as desktop } from 'electron';
import type { DesktopChoices, MenuView, NetworkStatus, PageLink, Shell } from '../../shared/contract/shell.ts';
import { pickTextFile, saveTextFile } from './file-dialogs.ts';
import { openChecked } from './page-guards.ts';
import type { PageWindows } from './page-windows.ts';
import { showNotification } from './electron-notify.ts';

/** What the app as a whole does for a page. */
export interface AppDeeds {
  choices(): DesktopChoices;
  changeChoices(change: Partial<DesktopChoices>): void;
  describeViews(views: readonly MenuView[]): void;
  showStatus(status: NetworkStatus): void;
  follow(link: PageLink): void;
  askAndOpenNetwork(): Promise<boolean>;
  openLogs(): Promise<void>;
  saveReport(health: string): Promise<boolean>;
}

export function electronShell(windows: PageWindows, deeds: AppDeeds): Shell {
  return {
    version: () => Promise.resolve({ app: app.getVersion(), host: 'electron' }),
    abilities: () =>
      Promise.resolve({
        notifications: Notification.isSupported() ? 'granted' : 'none',
        tray: true,
        loginItem: app.isPackaged,
        networkFiles: true,
        logs: true,
      }),
    pickFile: (options) => pickTextFile(windows.front(), options),
    saveFile: (file) => saveTextFile(windows.front(), file),
    openExternal: (url) => openChecked(url, (address) => desktop.openExternal(address)),
    notify: (message) => Promise.resolve(showNotification(message, (link) => deeds.follow(link))),
    openWindow: (hash) => {
      windows.open(hash);
      return Promise.resolve({ opened: true });
    },
    describeViews: (views) => Promise.resolve(deeds.describeViews(views)),
    showStatus: (status) => Promise.resolve(deeds.showStatus(status)),
    readChoices: () => Promise.resolve(deeds.choices()),
    changeChoices: (change) => {
      deeds.changeChoices(change);
      return Promise.resolve(deeds.choices());
    },
    openNetwork: async () => ({ opened: await deeds.askAndOpenNetwork() }),
    openLogs: () => deeds.openLogs(),
    saveReport: async ({ health }) => ({ saved: await deeds.saveReport(health) }),
  };
}
