/** The shell's verbs as downloads, uploads, tabs and web notifications. */
import { pageHash, type Shell } from '../../shared/contract/shell.ts';

const RELEASE_AFTER_MS = 60_000;

function saveFile(file: { name: string; text: string }): Promise<{ saved: boolean }> {
  const address = URL.createObjectURL(new Blob([file.text], { type: 'application/octet-stream' }));
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

async function notify(message: { title: string; body: string }): Promise<void> {
  if (!('Notification' in window)) return;
  const allowed =
    Notification.permission === 'default' ? await Notification.requestPermission() : Notification.permission;
  if (allowed !== 'granted') return;
  const shown = new Notification(message.title, { body: message.body });
  shown.addEventListener('click', () => window.focus());
}

/** With its opener: only so the new window gets this tab's token, which lives in sessionStorage. */
function openWindow(hash: string): Promise<{ opened: boolean }> {
  const address = `${location.pathname}${location.search}${pageHash.parse(hash)}`;
  return Promise.resolve({ opened: window.open(address, '_blank', 'popup,width=1280,height=800') !== null });
}

export const browserShell: Shell = {
  version: () => Promise.resolve({ app: document.documentElement.dataset['version'] ?? '', host: 'browser' }),
  pickFile,
  saveFile,
  openExternal,
  notify,
  openWindow,
};
