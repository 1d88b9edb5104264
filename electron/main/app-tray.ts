/** The icon beside the clock, and the badge of the app: how the network is, without a window. */
import { join } from 'node:path';
import { app, Menu, nativeImage, Tray } from 'electron';
import type { NetworkStatus } from '../../shared/contract/shell.ts';
import { NOT_WATCHING, trayIconName, trayMenu, trayTooltip, type TrayDeeds } from './tray-look.ts';

export class AppTray {
  readonly #folder: string;
  readonly #deeds: TrayDeeds;
  #tray: Tray | null = null;
  #status: NetworkStatus = NOT_WATCHING;

  constructor(iconFolder: string, deeds: TrayDeeds) {
    this.#folder = iconFolder;
    this.#deeds = deeds;
  }

  get shown(): boolean {
    return this.#tray !== null;
  }

  setShown(shown: boolean): void {
    if (shown === this.shown) return;
    if (!shown) {
      this.#tray?.destroy();
      this.#tray = null;
      return;
    }
    this.#tray = new Tray(this.#icon());
    this.#tray.on('click', () => this.#deeds.open());
    this.#draw();
  }

  show(status: NetworkStatus): void {
    this.#status = status;
    app.setBadgeCount(status.openIncidents);
    this.#draw();
  }

  #icon(): Electron.NativeImage {
    return nativeImage.createFromPath(join(this.#folder, trayIconName(this.#status.mood, process.platform)));
  }

  /** The menu is made anew each time: on Linux a changed item is not shown otherwise. */
  #draw(): void {
    if (this.#tray === null) return;
    this.#tray.setImage(this.#icon());
    this.#tray.setToolTip(trayTooltip(this.#status));
    this.#tray.setContextMenu(Menu.buildFromTemplate(trayMenu(this.#status, this.#deeds)));
  }
}
