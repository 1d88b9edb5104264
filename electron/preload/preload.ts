/** Hands the engine's port over to the page, and the shell's verbs. Nothing else may be in here: a test lists it. */
import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_NAME, ENGINE_PORT_MESSAGE, type PageBridge } from '../../shared/page/bridge.ts';
import { ENGINE_PORT_CHANNEL, SHELL_CHANNEL } from '../host/ipc-channels.ts';

declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void;
};

const bridge: PageBridge = {
  requestEnginePort: () => ipcRenderer.send(ENGINE_PORT_CHANNEL),
  shell: (verb, args) => ipcRenderer.invoke(SHELL_CHANNEL, verb, args),
};
contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
// A port cannot cross contextBridge; a message of the window to itself can carry one.
ipcRenderer.on(ENGINE_PORT_CHANNEL, (event) => {
  window.postMessage(ENGINE_PORT_MESSAGE, window.location.origin, event.ports);
});
