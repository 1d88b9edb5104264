/** The shell's verbs as downloads, uploads, tabs and web notifications. */
import {
  pageHash,
  type DesktopChoices,
  type FileToSave,
  type HostAbilities,
  type PageShell,
  type ShellEvent,
  type ShellMessage,
} from '../../shared/contract/shell.ts';

const RELEASE_AFTER_MS = 60_000;

function contentOf({ text, encoding }: FileToSave): BlobPart {
  return encoding === 'base64' ? Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)) : text;
}

function saveFile(file: FileToSave): Promise<{ saved: boolean }> {
  const address = URL.createObjectURL(new Blob([contentOf(file)], { type: 'application/octet-stream' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = file.name;
  anchor.click();
  // The download has taken the blob by then; revoking at once breaks it in Firefox.
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_AFTER_MS);
  return Promise.resolve({ saved: true });
}

function pickFile(options: { title: string; extensions: string[] }): Promise<{ name: string; text: string } | null> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.title = options.title;
    input.accept = options.extensions.map((ending) => `.${ending}`).join(',');
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (!file) resolve(null);
      else file.text().then((text) => resolve({ name: file.name, text }), reject);
    });
    input.click();
  });
}

function openExternal(address: string): Promise<void> {
  if (new URL(address).protocol !== 'https:') throw new Error(`only https addresses are opened, not ${address}`);
  window.open(address, '_blank', 'noopener,noreferrer');
  return Promise.resolve();
}

const listeners = new Set<(event: ShellEvent) => void>();

function permission(): HostAbilities['notifications'] {
  if (!('Notification' in window)) return 'none';
  return Notification.permission === 'default' ? 'ask' : Notification.permission;
}

async function allowNotifications(): Promise<void> {
  if (permission() === 'ask') await Notification.requestPermission();
}

async function notify({ title, body, severity, link }: ShellMessage): Promise<void> {
  if (permission() !== 'granted') return;
  const requireInteraction = severity === 'critical';
  const shown = new Notification(title, { body, tag: JSON.stringify(link), requireInteraction, silent: true });
  shown.addEventListener('click', () => {
    window.focus();
    shown.close();
    for (const listener of listeners) listener({ kind: 'link', link });
  });
}

/** With its opener: only so the new window gets this tab's token, which lives in sessionStorage. */
function openWindow(hash: string): Promise<{ opened: boolean }> {
  const address = `${location.pathname}${location.search}${pageHash.parse(hash)}`;
  return Promise.resolve({ opened: window.open(address, '_blank', 'popup,width=1280,height=800') !== null });
}

const noChoices: DesktopChoices = { tray: false, closeToTray: false, startAtLogin: false };

export const browserShell: PageShell = {
  version: () => Promise.resolve({ app: document.documentElement.dataset['version'] ?? '', host: 'browser' }),
  abilities: () =>
    Promise.resolve({
      notifications: permission(),
      tray: false,
      loginItem: false,
      networkFiles: false,
      logs: false,
    }),
  pickFile,
  saveFile,
  openExternal,
  notify,
  openWindow,
  allowNotifications,
  describeViews: () => Promise.resolve(),
  showStatus: () => Promise.resolve(),
  readChoices: () => Promise.resolve(noChoices),
  changeChoices: () => Promise.resolve(noChoices),
  openNetwork: () => Promise.resolve({ opened: false }),
  openLogs: () => Promise.resolve(),
  saveReport: ({ health }) => saveFile({ name: 'trunkline-report.txt', text: health }),
  openDropped: () => Promise.resolve({ opened: false }),
  hear: (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
