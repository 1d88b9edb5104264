/**
 * What keeps the page in its place, as plain functions over the small part of Electron that they need, so that tests can call
 * the real handlers with hostile input. `window-options.ts` has the other half: how a window is made.
 */
import { isOwnPage, PAGE_ORIGIN } from './page-address.ts';

interface Preventable {
  preventDefault(): void;
}
type Navigation = Preventable & { readonly url: string };

export interface GuardedContents {
  on(event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate', listener: (event: Navigation) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
}

/** Whatever the page does, it stays our page in our window. */
export function confine(contents: GuardedContents): void {
  const stay = (event: Navigation): void => {
    if (!isOwnPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

export interface GuardedSession {
  setPermissionRequestHandler(
    handler: (
      contents: unknown,
      permission: string,
      answer: (allowed: boolean) => void,
      details: { readonly requestingUrl?: string | undefined; readonly isMainFrame: boolean },
    ) => void,
  ): void;
  setPermissionCheckHandler(handler: (contents: unknown, permission: string, origin: string) => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  on(event: 'will-download', listener: (event: Preventable, item: { getURL(): string }) => void): unknown;
}

/** All that our own page may do with the system by itself: copy text, fill the screen. The rest goes through the shell's verbs. */
const ALLOWED: readonly string[] = ['clipboard-sanitized-write', 'fullscreen'];

function isAllowed(permission: string, address: string | undefined): boolean {
  return ALLOWED.includes(permission) && address !== undefined && isOwnPage(address);
}

export function denyPermissions(session: GuardedSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) =>
    answer(isMainFrame && isAllowed(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin));
  session.setDevicePermissionHandler(() => false);
  // What the page has made itself may be saved, and Electron asks the person where; nothing else comes down.
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${PAGE_ORIGIN}/`)) event.preventDefault();
  });
}

/** The only way an address reaches the person's browser: https, and no name or password hidden in it. */
export async function openChecked(address: unknown, open: (address: string) => Promise<void>): Promise<void> {
  if (typeof address !== 'string' || address.length > 2000) throw new Error('this is not an address');
  const { protocol, username, password, href } = new URL(address);
  if (protocol !== 'https:') throw new Error(`only https addresses are opened, not ${protocol}`);
  if (username !== '' || password !== '') throw new Error('an address with a name or password in it is not opened');
  await open(href);
}
