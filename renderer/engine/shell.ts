/** The verbs of the host: through the bridge where there is one, else made of what a browser can do. */
import {
  shellEvent,
  shellVerbs,
  type PageShell,
  type ShellEvent,
  type ShellVerb,
} from '../../shared/contract/shell.ts';
import type { PageBridge } from '../../shared/page/bridge.ts';
import { browserShell } from './browser-shell.ts';
import { hostBridge } from './host-bridge.ts';

/** The bridge hears for ever; listeners of the page come and go. */
function bridgedEvents(bridge: PageBridge): PageShell['hear'] {
  const listeners = new Set<(event: ShellEvent) => void>();
  bridge.hear((told) => {
    const event = shellEvent.safeParse(told);
    if (event.success) for (const listener of listeners) listener(event.data);
  });
  return (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
}

function bridgedShell(bridge: PageBridge): PageShell {
  const run = async (verb: ShellVerb, ...args: unknown[]) => bridge.shell(verb, args);
  const { 'shell.open-network': opening, 'shell.read-choices': choices } = shellVerbs;
  return {
    version: async () => shellVerbs['shell.version'].result.parse(await run('shell.version')),
    abilities: async () => shellVerbs['shell.abilities'].result.parse(await run('shell.abilities')),
    pickFile: async (options) => shellVerbs['shell.pick-file'].result.parse(await run('shell.pick-file', options)),
    saveFile: async (file) => shellVerbs['shell.save-file'].result.parse(await run('shell.save-file', file)),
    openExternal: async (url) => void (await run('shell.open-external', url)),
    notify: async (message) => void (await run('shell.notify', message)),
    openWindow: async (hash) => opening.result.parse(await run('shell.open-window', hash)),
    describeViews: async (views) => void (await run('shell.describe-views', views)),
    showStatus: async (status) => void (await run('shell.show-status', status)),
    readChoices: async () => choices.result.parse(await run('shell.read-choices')),
    changeChoices: async (change) => choices.result.parse(await run('shell.change-choices', change)),
    openNetwork: async () => opening.result.parse(await run('shell.open-network')),
    openLogs: async () => void (await run('shell.open-logs')),
    saveReport: async (about) => shellVerbs['shell.save-report'].result.parse(await run('shell.save-report', about)),
    allowNotifications: () => Promise.resolve(),
    openDropped: async (file) => opening.result.parse(await bridge.openDropped(file)),
    hear: bridgedEvents(bridge),
  };
}

let shell: PageShell | null = null;

/** What the host can do for the page; components never ask which host it is. */
export function hostShell(): PageShell {
  const bridge = hostBridge();
  shell ??= bridge === null ? browserShell : bridgedShell(bridge);
  return shell;
}
