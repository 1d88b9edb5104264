/** Hands the engine's port over to the page, and the shell's verbs. Nothing else may be in here: a test lists it. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { BRIDGE_NAME, ENGINE_PORT_MESSAGE, type PageBridge } from '../../shared/page/bridge.ts';
import { DROPPED_CHANNEL, ENGINE_PORT_CHANNEL, EVENT_CHANNEL, SHELL_CHANNEL } from '../host/ipc-channels.ts';

declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void;
};
type DroppedFile = Parameters<typeof webUtils.getPathForFile>[0];

const bridge: PageBridge = {
  requestEnginePort: () => ipcRenderer.send(ENGINE_PORT_CHANNEL),
  shell: (verb, args) => ipcRenderer.invoke(SHELL_CHANNEL, verb, args),
  hear: (listener) => void ipcRenderer.on(EVENT_CHANNEL, (_event, told: unknown) => listener(told)),
  // A File that the page made itself has no path: '' is refused by the main process.
  openDropped: (file) => ipcRenderer.invoke(DROPPED_CHANNEL, webUtils.getPathForFile(file as DroppedFile)),
};
contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
// A port cannot cross contextBridge; a message of the window to itself can carry one.
ipcRenderer.on(ENGINE_PORT_CHANNEL, (event) => {
  window.postMessage(ENGINE_PORT_MESSAGE, window.location.origin, event.ports);
});
