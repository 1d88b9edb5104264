/** The desktop app under Playwright: whether it can run here, and one that runs. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../../electron/headless/electron-runtime.ts';
import { noDisplay } from '../../../electron/headless/open-page.ts';
import type { Home } from './trunkline-process.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const START_WITHIN_MS = 60_000;

/** '' where the desktop app can be started; else, in words, what is missing. */
export function missingForDesktop(): string {
  const { platform, env } = process;
  if (findElectron({ root, platform, env, exists: existsSync }) === null) {
    return 'the Electron runtime is not here: `npx install-electron`, or its folder in ELECTRON_OVERRIDE_DIST_PATH';
  }
  const hidden = noDisplay({ platform, env });
  if (hidden !== null) return hidden;
  return platform === 'linux' && process.getuid?.() === 0 ? 'root cannot run Electron with its sandbox' : '';
}

export interface DesktopApp {
  readonly app: ElectronApplication;
  readonly window: Page;
}

export const DESKTOP_ADDRESS = 'app://trunkline/';

/** `args` are those a person could give. Everything it keeps lies in the home. */
export async function startDesktop(home: Home, args: readonly string[]): Promise<DesktopApp> {
  const executablePath = findElectron({ root, platform: process.platform, env: process.env, exists: existsSync });
  if (executablePath === null) throw new Error(missingForDesktop());
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const app = await _electron.launch({
    executablePath,
    args: [root, `--user-data-dir=${home.file('desktop')}`, ...args],
    env: { ...(Object.fromEntries(inherited) as Record<string, string>), ...home.env },
    timeout: START_WITHIN_MS,
  });
  return { app, window: await app.firstWindow() };
}

/** Chooses an item of the app's menu by its words, as a click would. */
export async function chooseInMenu(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const all = (items: Electron.MenuItem[]): Electron.MenuItem[] =>
      items.flatMap((item) => [item, ...all(item.submenu?.items ?? [])]);
    const item = all(Menu.getApplicationMenu()?.items ?? []).find((one) => one.label === wanted);
    if (item === undefined) throw new Error(`the menu has no "${wanted}"`);
    item.click();
  }, label);
}

/** What a second start of the app would hand over to this one. */
export async function startAgain(app: ElectronApplication, words: readonly string[]): Promise<void> {
  await app.evaluate(({ app: main }, given) => {
    main.emit('second-instance', {}, [], '', { words: given, folder: '/' });
  }, words);
}
