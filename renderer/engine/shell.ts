/** The verbs of the host: through the bridge where there is one, else made of what a browser can do. */
import { shellVerbs, type Shell, type ShellVerb } from '../../shared/contract/shell.ts';
import type { PageBridge } from '../../shared/page/bridge.ts';
import { browserShell } from './browser-shell.ts';
import { hostBridge } from './host-bridge.ts';

function bridgedShell(bridge: PageBridge): Shell {
  const run = async (verb: ShellVerb, ...args: unknown[]) => bridge.shell(verb, args);
  return {
    version: async () => shellVerbs['shell.version'].result.parse(await run('shell.version')),
    pickFile: async (options) => shellVerbs['shell.pick-file'].result.parse(await run('shell.pick-file', options)),
    saveFile: async (file) => shellVerbs['shell.save-file'].result.parse(await run('shell.save-file', file)),
    openExternal: async (url) => void (await run('shell.open-external', url)),
    notify: async (message) => void (await run('shell.notify', message)),
    openWindow: async (hash) => shellVerbs['shell.open-window'].result.parse(await run('shell.open-window', hash)),
  };
}

let shell: Shell | null = null;

/** What the host can do for the page; components never ask which host it is. */
export function hostShell(): Shell {
  const bridge = hostBridge();
  shell ??= bridge === null ? browserShell : bridgedShell(bridge);
  return shell;
}
