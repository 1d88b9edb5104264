/** The three ways a page may speak to the main process, each behind the same check of who speaks. */
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type MessagePortMain } from 'electron';
import type { Shell } from '../../shared/contract/shell.ts';
import { DROPPED_CHANNEL, ENGINE_PORT_CHANNEL, SHELL_CHANNEL } from '../host/ipc-channels.ts';
import type { EngineSupervisor } from './engine-supervisor.ts';
import { isTrustedSender } from './page-address.ts';
import type { PageWindows } from './page-windows.ts';
import { runShellVerb } from './run-shell-verb.ts';

export interface PageAnswers {
  readonly windows: PageWindows;
  readonly supervisor: EngineSupervisor<MessagePortMain>;
  readonly shell: Shell;
  readonly openDropped: (path: unknown) => Promise<boolean>;
}

export function answerPage({ windows, supervisor, shell, openDropped }: PageAnswers): void {
  const isTrusted = ({ senderFrame, sender }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    isTrustedSender({
      frameUrl: senderFrame?.url ?? null,
      isMainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
      isOurWindow: windows.isOurs(sender),
    });
  ipcMain.handle(SHELL_CHANNEL, async (event, verb: unknown, args: unknown) => {
    if (!isTrusted(event)) throw new Error('not allowed');
    return runShellVerb(shell, verb, args);
  });
  ipcMain.handle(DROPPED_CHANNEL, async (event, path: unknown) => {
    if (!isTrusted(event)) throw new Error('not allowed');
    return { opened: await openDropped(path) };
  });
  ipcMain.on(ENGINE_PORT_CHANNEL, (event) => {
    if (!isTrusted(event)) return;
    const { sender } = event;
    supervisor.connectPage(sender.id, (port) => {
      if (!sender.isDestroyed()) sender.postMessage(ENGINE_PORT_CHANNEL, null, [port]);
    });
  });
}
