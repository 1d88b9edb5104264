/** All windows of the page: made in one way, restored where they were, brought back when their page dies. */
import { BrowserWindow, dialog, nativeTheme, screen, type WebContents } from 'electron';
import { pageHash, type ShellEvent } from '../../shared/contract/shell.ts';
import { EVENT_CHANNEL } from '../host/ipc-channels.ts';
import type { Log } from '../host/host.ts';
import { afterPageCrash } from './page-crash.ts';
import { PAGE_START, STOPPED_PAGE } from './page-address.ts';
import { windowOptions } from './window-options.ts';
import { boundsBeside, STANDARD_SIZE, visibleBounds, type Bounds, type WindowState } from './window-state.ts';

export interface PageWindowsOptions {
  readonly preload: string;
  /** Null where the app's bundle has it (macOS). */
  readonly icon: string | null;
  readonly log: Log;
  /** Where the windows were; called whenever that has changed. */
  keep(windows: WindowState[]): void;
  /** The last window is being closed: true keeps it, hidden behind the tray icon. */
  hidesInstead(): boolean;
  onClosed(pageId: number): void;
}

const screens = (): Bounds[] => {
  const first = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== first.id);
  return [first, ...others].map(({ workArea }) => workArea);
};

function stateOf(window: BrowserWindow): WindowState {
  const hash = pageHash.safeParse(new URL(window.webContents.getURL() || PAGE_START).hash);
  return {
    ...window.getNormalBounds(),
    maximized: window.isMaximized(),
    fullScreen: window.isFullScreen(),
    hash: hash.success ? hash.data : '',
  };
}

export class PageWindows {
  readonly #options: PageWindowsOptions;
  /** The one used last stands last. */
  readonly #windows = new Set<BrowserWindow>();
  #opensHidden = false;

  constructor(options: PageWindowsOptions) {
    this.#options = options;
    screen.on('display-removed', () => this.#bringBack());
  }

  get count(): number {
    return this.#windows.size;
  }

  front(): BrowserWindow | null {
    return [...this.#windows].at(-1) ?? null;
  }

  isOurs(contents: WebContents): boolean {
    return [...this.#windows].some((window) => window.webContents === contents);
  }

  /** Opens what was open last time, and one window when that is nothing. */
  restore(kept: readonly WindowState[]): void {
    if (kept.length === 0) this.open();
    for (const state of kept) this.open(state.hash, state);
  }

  open(hash = '', kept?: WindowState): BrowserWindow {
    const window = new BrowserWindow(
      windowOptions({
        preload: this.#options.preload,
        place: this.#placeFor(kept),
        dark: nativeTheme.shouldUseDarkColors,
        icon: this.#options.icon,
      }),
    );
    this.#windows.add(window);
    this.#follow(window);
    if (kept?.maximized === true) window.maximize();
    if (kept?.fullScreen === true) window.setFullScreen(true);
    void window.loadURL(PAGE_START + hash);
    return window;
  }

  /** A window that the tray brings to sight. */
  openHidden(): void {
    this.#opensHidden = true;
    this.open();
  }

  /** Brings the window in front back to sight; opens one when there is none. */
  show(): BrowserWindow {
    const window = this.front() ?? this.open();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    return window;
  }

  /** Every page begins anew: another network is open, and what they show belongs to the one before. */
  beginAnew(): void {
    for (const window of this.#windows) void window.loadURL(PAGE_START);
  }

  tell(window: BrowserWindow, event: ShellEvent): void {
    const { webContents } = window;
    const send = (): void => {
      if (!webContents.isDestroyed()) webContents.send(EVENT_CHANNEL, event);
    };
    // A page that is being loaded does not hear yet.
    if (webContents.isLoading()) webContents.once('did-finish-load', send);
    else send();
  }

  tellAll(event: ShellEvent): void {
    for (const window of this.#windows) this.tell(window, event);
  }

  remember(): void {
    if (this.#windows.size > 0) this.#options.keep([...this.#windows].map(stateOf));
  }

  #placeFor(kept: WindowState | undefined): Bounds | typeof STANDARD_SIZE {
    if (kept !== undefined) {
      const { x, y, width, height } = kept;
      return visibleBounds({ x, y, width, height }, screens());
    }
    const front = this.front();
    return front === null ? STANDARD_SIZE : boundsBeside(front.getNormalBounds(), screens());
  }

  #bringBack(): void {
    for (const window of this.#windows) {
      const bounds = window.getNormalBounds();
      const seen = visibleBounds(bounds, screens());
      if (seen !== bounds) window.setBounds(seen);
    }
  }

  #follow(window: BrowserWindow): void {
    const { id } = window.webContents;
    const hidden = this.#opensHidden;
    this.#opensHidden = false;
    if (!hidden) window.once('ready-to-show', () => window.show());
    window.on('focus', () => {
      this.#windows.delete(window);
      this.#windows.add(window);
    });
    window.on('blur', () => this.remember());
    window.on('close', (event) => {
      this.remember();
      if (this.#windows.size > 1 || !this.#options.hidesInstead()) return;
      event.preventDefault();
      window.hide();
    });
    window.on('closed', () => {
      this.#windows.delete(window);
      this.#options.onClosed(id);
    });
    this.#followPage(window);
  }

  #followPage(window: BrowserWindow): void {
    const { log } = this.#options;
    let deaths: readonly number[] = [];
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      const next = afterPageCrash(deaths, reason, performance.now());
      deaths = next.deathsAtMs;
      log.error('a page died', { reason, exitCode, next: next.do });
      if (next.do === 'say-so') void window.loadURL(STOPPED_PAGE);
      if (next.do === 'reload') setTimeout(() => !window.isDestroyed() && window.reload(), next.afterMs);
    });
    window.on('unresponsive', () => {
      log.warn('a page does not answer');
      void this.#askAboutStuck(window);
    });
    window.on('responsive', () => log.info('the page answers again'));
  }

  async #askAboutStuck(window: BrowserWindow): Promise<void> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'This window does not answer.',
      detail: 'The engine goes on polling; only what is drawn here has stopped.',
      buttons: ['Wait', 'Load the page again'],
      defaultId: 0,
      cancelId: 0,
    });
    if (response === 1 && !window.isDestroyed()) window.reload();
  }
}
