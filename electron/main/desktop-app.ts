/** The desktop app: engine, windows, menu and tray put together. Each part's rules lie in a file of their own. */
import { existsSync, mkdirSync } from 'node:fs';
import { homedir, release, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { app, dialog, Menu, powerMonitor, shell as desktop, type MessagePortMain } from 'electron';
import type { DesktopChoices, MenuView, NetworkStatus, PageLink } from '../../shared/contract/shell.ts';
import type { Log } from '../host/host.ts';
import { answerPage } from './answer-page.ts';
import { appMenu } from './app-menu.ts';
import type { AppOptions } from './app-options.ts';
import { AppTray } from './app-tray.ts';
import { preloadFile, trayFolder, windowIcon } from './built-paths.ts';
import { firstFile, openDesktopFile, withRecent, type DesktopFile } from './desktop-file.ts';
import { electronShell, type AppDeeds } from './electron-shell.ts';
import { superviseEngine } from './engine-host.ts';
import type { EngineSupervisor } from './engine-supervisor.ts';
import { askBackupPlace, askNetworkToOpen, askNewNetwork, saveTextFile, tell } from './file-dialogs.ts';
import type { LogFile } from './log-file.ts';
import { whyNotOpen } from './network-path.ts';
import { NetworkSession } from './network-session.ts';
import { PageWindows } from './page-windows.ts';
import { reportText } from './report-text.ts';
import { startAtLogin } from './start-at-login.ts';
import { NOT_WATCHING } from './tray-look.ts';

/** How much of the log goes into a report: some hours of a calm engine. */
const REPORT_LINES = 2000;

export interface DesktopAppOptions {
  readonly log: Log;
  readonly logFile: LogFile;
}

export class DesktopApp {
  readonly #log: Log;
  readonly #logFile: LogFile;
  readonly #desktop: DesktopFile;
  readonly #session: NetworkSession;
  readonly #supervisor: EngineSupervisor<MessagePortMain>;
  readonly #windows: PageWindows;
  readonly #tray: AppTray;
  #views: readonly MenuView[] = [];
  #quitting = false;
  #triedOwn = false;

  constructor(options: AppOptions, { log, logFile }: DesktopAppOptions) {
    this.#log = log;
    this.#logFile = logFile;
    const folder = app.getPath('userData');
    mkdirSync(folder, { recursive: true });
    this.#desktop = openDesktopFile(join(folder, 'desktop.json'), (reason) =>
      log.warn('the choices of this computer could not be kept', { reason }),
    );
    const own = join(folder, 'network.trunkline');
    const first = firstFile(options, { recent: this.#desktop.state.recent, own }, existsSync);
    this.#session = new NetworkSession(first, {
      restart: () => this.#supervisor.restart(),
      onOpened: () => this.#opened(),
      onRefused: (message) => dialog.showErrorBox('Trunkline cannot open this network file', message),
      onLost: (message) => void this.#lost(message, own),
    });
    this.#supervisor = superviseEngine({
      log,
      file: () => this.#session.current,
      demoPhaseS: options.demoPhaseS,
      onLine: (line) => this.#line(line),
      onReady: () => this.#ready(),
      onDied: () => this.#tray.show(NOT_WATCHING),
      onCannotStart: (message) => this.#session.engineCannotStart(message),
    });
    this.#windows = new PageWindows({
      preload: preloadFile,
      icon: process.platform === 'darwin' ? null : windowIcon,
      log,
      keep: (windows) => this.#desktop.change({ windows }),
      hidesInstead: () => !this.#quitting && this.#desktop.state.closeToTray && this.#tray.shown,
      onClosed: (pageId) => this.#supervisor.forgetPage(pageId),
    });
    this.#tray = new AppTray(trayFolder, {
      open: () => void this.#windows.show(),
      openIncidents: () => this.follow({ kind: 'incidents' }),
      pauseSounds: (paused) => this.#windows.tellAll({ kind: 'sounds', paused }),
      quit: () => app.quit(),
    });
  }

  start(options: AppOptions): void {
    answerPage({
      windows: this.#windows,
      supervisor: this.#supervisor,
      shell: electronShell(this.#windows, this.#deeds()),
      openDropped: (path) => this.openFile(path),
    });
    powerMonitor.on('suspend', () => this.#sleep(true));
    powerMonitor.on('resume', () => this.#sleep(false));
    this.#drawMenu();
    this.#tray.setShown(this.#desktop.state.tray);
    this.#supervisor.start();
    // Hidden only where the tray can bring it back. The page lives all the same: it is what tells of incidents.
    const hidden = options.hidden && this.#tray.shown;
    if (hidden) this.#windows.openHidden();
    else this.#windows.restore(this.#keptWindows());
    if (options.link !== null) this.follow(options.link);
  }

  /** A second start hands over what it was started with. */
  receive({ file, link }: AppOptions): void {
    this.#windows.show();
    if (file !== null) void this.openFile(file);
    if (link !== null) this.follow(link);
  }

  show(): void {
    this.#windows.show();
  }

  follow(link: PageLink): void {
    this.#windows.tell(this.#windows.show(), { kind: 'link', link });
  }

  async openFile(path: unknown): Promise<boolean> {
    const reason = await whyNotOpen(path);
    if (reason === null && typeof path === 'string') return this.#session.open(path);
    dialog.showErrorBox('This cannot be opened', reason ?? '');
    return false;
  }

  /** Lets the engine write what it has; the windows are remembered as they are now. */
  async close(): Promise<void> {
    this.#quitting = true;
    this.#windows.remember();
    await this.#supervisor.close();
  }

  /** Views of another file's devices mean nothing here: then one window begins anew. */
  #keptWindows(): DesktopFile['state']['windows'] {
    const { recent, windows } = this.#desktop.state;
    const same = this.#session.current === recent[0];
    return same ? windows : windows.map((window) => ({ ...window, hash: '' }));
  }

  #ready(): void {
    const { current } = this.#session;
    if (current !== null) this.#remember(current);
    this.#session.engineReady();
  }

  #remember(file: string): void {
    this.#desktop.change({ recent: withRecent(this.#desktop.state.recent, file) });
    app.addRecentDocument(file);
    this.#drawMenu();
  }

  #opened(): void {
    this.#windows.beginAnew();
    this.#windows.show();
  }

  /** The file of the last time is gone or locked: the person's own is tried before giving up. */
  async #lost(message: string, own: string): Promise<void> {
    dialog.showErrorBox('Trunkline cannot open the network file', message);
    const hopeless = this.#triedOwn || this.#session.current === own || this.#session.current === null;
    this.#triedOwn = true;
    if (hopeless || !(await this.#session.open(own))) app.quit();
  }

  #line(line: string): void {
    this.#logFile.write(line);
    process.stderr.write(`${line}\n`);
  }

  #sleep(asleep: boolean): void {
    this.#supervisor.tell(asleep ? 'suspend' : 'resume');
    this.#windows.tellAll({ kind: 'sleep', asleep });
  }

  #deeds(): AppDeeds {
    return {
      choices: () => this.#choices(),
      changeChoices: (change) => this.#changeChoices(change),
      describeViews: (views) => {
        this.#views = views;
        this.#drawMenu();
      },
      showStatus: (status: NetworkStatus) => this.#tray.show(status),
      follow: (link) => this.follow(link),
      askAndOpenNetwork: () => this.#ask(askNetworkToOpen),
      openLogs: () => this.#openLogs(),
      saveReport: (health) => this.#saveReport(health),
    };
  }

  #choices(): DesktopChoices {
    const { tray, closeToTray, startAtLogin: atLogin } = this.#desktop.state;
    return { tray, closeToTray, startAtLogin: atLogin };
  }

  #changeChoices(change: Partial<DesktopChoices>): void {
    if (change.startAtLogin !== undefined) startAtLogin(change.startAtLogin);
    this.#desktop.change(change);
    this.#tray.setShown(this.#desktop.state.tray);
  }

  #drawMenu(): void {
    const context = {
      platform: process.platform,
      views: this.#views,
      recent: this.#desktop.state.recent,
      demo: this.#session.current === null,
      deeds: {
        newNetwork: () => void this.#askNew(),
        openNetwork: () => void this.#ask(askNetworkToOpen),
        openRecent: (file: string) => void this.openFile(file),
        forgetRecent: () => {
          this.#desktop.change({ recent: this.#desktop.state.recent.slice(0, 1) });
          app.clearRecentDocuments();
          this.#drawMenu();
        },
        saveBackup: () => void this.#saveBackup(),
        tellPage: (event: Parameters<PageWindows['tell']>[1]) => this.#windows.tell(this.#windows.show(), event),
        newWindow: (hash: string) => void this.#windows.open(hash),
        openLogs: () => void this.#openLogs(),
        saveReport: () => void this.#saveReport(''),
        about: () => void tell(this.#windows.front(), `Trunkline ${app.getVersion()}`, this.#about()),
      },
    };
    Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu(context)));
  }

  #about(): string {
    const { electron, chrome, node } = process.versions;
    return `Electron ${electron}, Chromium ${chrome}, Node ${node}\nMIT licence. Nothing you see leaves this computer.`;
  }

  async #ask(ask: typeof askNetworkToOpen): Promise<boolean> {
    const file = await ask(this.#windows.front());
    return file !== null && this.openFile(file);
  }

  /** The engine makes the file: it is not there yet, so only its name has been looked at. */
  async #askNew(): Promise<void> {
    const file = await askNewNetwork(this.#windows.front());
    if (file !== null) await this.#session.open(file);
  }

  async #saveBackup(): Promise<void> {
    const { current } = this.#session;
    if (current === null) return;
    const to = await askBackupPlace(this.#windows.front(), current, new Date().toISOString().slice(0, 10));
    if (to === null) return;
    const failure = await this.#supervisor.backUp(to);
    if (failure === null) await tell(this.#windows.front(), 'The copy is saved.', to);
    else dialog.showErrorBox('No copy was saved', failure);
  }

  async #openLogs(): Promise<void> {
    const failure = await desktop.openPath(dirname(this.#logFile.path));
    if (failure !== '') dialog.showErrorBox('The folder of the logs cannot be shown', failure);
  }

  async #saveReport(health: string): Promise<boolean> {
    const text = reportText({
      atMs: Date.now(),
      versions: { Trunkline: app.getVersion(), ...process.versions, system: `${process.platform} ${release()}` },
      engine: { running: this.#supervisor.running, restarts: this.#supervisor.restarts },
      health,
      log: this.#logFile.last(REPORT_LINES),
      home: homedir(),
      user: userInfo().username,
    });
    const { saved } = await saveTextFile(this.#windows.front(), { name: 'trunkline-report.txt', text });
    if (saved) this.#log.info('a report was saved');
    return saved;
  }
}
