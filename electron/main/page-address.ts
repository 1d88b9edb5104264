/** The page's own address in Electron, and who may speak for it. Pure. */
export const PAGE_SCHEME = 'app';
export const PAGE_ORIGIN = 'app://trunkline';
export const PAGE_START = `${PAGE_ORIGIN}/`;
/** Says that the page could not be drawn, and needs no script to say it. */
export const STOPPED_PAGE = `${PAGE_ORIGIN}/stopped.html`;

/** True for an address of our own page and of nothing else. */
export function isOwnPage(address: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(address);
    return `${protocol}//${host}` === PAGE_ORIGIN && username === '' && password === '';
  } catch {
    return false;
  }
}

export interface Sender {
  /** Address of the frame that speaks; null when it is gone. */
  readonly frameUrl: string | null;
  readonly isMainFrame: boolean;
  /** One of the windows that we made. */
  readonly isOurWindow: boolean;
}

/** Only the main frame of our own window, showing our own page, may use the shell or ask for a port. */
export function isTrustedSender({ frameUrl, isMainFrame, isOurWindow }: Sender): boolean {
  return isOurWindow && isMainFrame && frameUrl !== null && isOwnPage(frameUrl);
}
