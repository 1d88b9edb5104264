/** The life of the desktop app from start to end. It never waits: it drives every window. */
import { join } from 'node:path';
import { app, dialog, protocol, session } from 'electron';
import { installLastResort } from '../host/last-resort.ts';
import { lineLog } from '../host/line-log.ts';
import { answerPageRequest } from './answer-page-request.ts';
import { appOptions, handedOver, type AppOptions, type HandOver } from './app-options.ts';
import { pageFolder } from './built-paths.ts';
import { DesktopApp } from './desktop-app.ts';
import { openLogFile } from './log-file.ts';
import { PAGE_SCHEME } from './page-address.ts';
import { confine, denyPermissions } from './page-guards.ts';
import { LINK_SCHEME, parseLink } from './parse-link.ts';

const APP_ID = 'io.trunkline.app';
const logFile = openLogFile({ path: join(app.getPath('logs'), 'trunkline.log') });
const write = (line: string): void => {
  logFile.write(line);
  process.stderr.write(`${line}\n`);
};
const log = lineLog({ write, level: 'info', now: Date.now });
const NOTHING: AppOptions = { demo: false, demoPhaseS: 0, file: null, link: null, hidden: false };

/** What macOS hands over before the app is ready. */
let early: AppOptions = NOTHING;
let running: DesktopApp | null = null;

function receive(options: AppOptions): void {
  if (running === null) early = { ...early, file: options.file ?? early.file, link: options.link ?? early.link };
  else running.receive(options);
}

async function whenReady(): Promise<void> {
  await app.whenReady();
  protocol.handle(PAGE_SCHEME, (request) => answerPageRequest(pageFolder, request));
  denyPermissions(session.defaultSession);
  const asked = appOptions(process.argv.slice(1), process.cwd());
  const options = { ...asked, file: early.file ?? asked.file, link: early.link ?? asked.link };
  running = new DesktopApp(options, { log, logFile });
  running.start(options);
  // In a package only: a checkout must not take over the links of an installed app. Linux reads them from the desktop file.
  const { PORTABLE_EXECUTABLE_FILE: portable } = process.env;
  if (app.isPackaged && portable === undefined) app.setAsDefaultProtocolClient(LINK_SCHEME);
}

/** macOS hands files and links over as events, and may do so before the app is ready. */
function hearMac(): void {
  app.on('open-file', (event, file) => {
    event.preventDefault();
    receive({ ...NOTHING, file });
  });
  app.on('open-url', (event, address) => {
    event.preventDefault();
    const link = parseLink(address);
    if (link === null) log.warn('a link was not followed: it has not the form of one of ours');
    else receive({ ...NOTHING, link });
  });
}

function endWithEngine(): void {
  let ended = false;
  app.on('before-quit', (event) => {
    if (ended || running === null) return;
    event.preventDefault();
    void running.close().then(() => {
      ended = true;
      app.quit();
    });
  });
}

function begin(): void {
  installLastResort(process, { log, end: () => app.quit() });
  app.enableSandbox();
  app.setAppUserModelId(APP_ID);
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  app.on('web-contents-created', (_event, contents) => confine(contents));
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) =>
    log.error('a process of the app died', { type, reason, exitCode, name: name ?? '' }),
  );
  app.on('second-instance', (_event, _argv, _folder, given) => receive(handedOver(given) ?? NOTHING));
  app.on('activate', () => running?.show());
  // Everywhere, macOS too: a console that polls in secret behind a closed window would surprise. By choice the tray keeps it.
  app.on('window-all-closed', () => app.quit());
  hearMac();
  endWithEngine();
  whenReady().catch((error: unknown) => {
    dialog.showErrorBox('Trunkline cannot start', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
}

const handOver: HandOver = { words: process.argv.slice(1), folder: process.cwd() };
if (app.requestSingleInstanceLock(handOver)) begin();
else app.quit();
