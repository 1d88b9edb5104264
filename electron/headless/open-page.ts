/** Shows the page to the person: a window of an installed browser, else the default browser, else the address in words. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { findBrowser } from './find-browser.ts';

export type PageOpening =
  | { readonly by: 'app-window' | 'default-browser'; readonly command: string; readonly args: readonly string[] }
  /** Nothing is opened, and why. */
  | { readonly by: 'nobody'; readonly because: string };

export interface Desktop {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly browser: string | null;
}

export function thisDesktop(): Desktop {
  const { platform, env } = process;
  return {
    platform,
    env,
    isRoot: process.getuid?.() === 0,
    browser: findBrowser({ platform, env, home: homedir(), exists: existsSync }),
  };
}

/** Null where windows can be shown; else why not. */
export function noDisplay({ platform, env }: Pick<Desktop, 'platform' | 'env'>): string | null {
  if (platform === 'win32' || platform === 'darwin') return null;
  const shown = [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');
  return shown ? null : 'there is no display here (DISPLAY and WAYLAND_DISPLAY are not set)';
}

export function planOpening(url: string, desktop: Desktop): PageOpening {
  const because = noDisplay(desktop);
  if (because !== null) return { by: 'nobody', because };
  if (desktop.platform === 'linux' && desktop.isRoot) {
    return { by: 'nobody', because: 'root cannot start a browser with its sandbox, and Trunkline starts none without' };
  }
  if (desktop.browser !== null) return { by: 'app-window', command: desktop.browser, args: [`--app=${url}`] };
  if (desktop.platform === 'win32') {
    return { by: 'default-browser', command: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', url] };
  }
  return { by: 'default-browser', command: desktop.platform === 'darwin' ? 'open' : 'xdg-open', args: [url] };
}

/** Starts what was planned. False when it could not be started. The browser outlives us. */
export function startOpening(opening: Extract<PageOpening, { command: string }>): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(opening.command, opening.args, { detached: true, stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
