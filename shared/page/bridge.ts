/**
 * What the preload puts into the page as `window.trunkline`, where the host is a desktop one. Small on purpose: a test lists it.
 */
import type { ShellVerb } from '../contract/shell.ts';

export interface PageBridge {
  /**
   * Asks for a fresh port to the engine. It comes as a window message whose data is `ENGINE_PORT_MESSAGE`, the port with it.
   */
  requestEnginePort(): void;
  /** Runs one shell verb in the main process; arguments and sender are checked there. */
  shell(verb: ShellVerb, args: readonly unknown[]): Promise<unknown>;
  /** Hears what the main process says without being asked. */
  hear(listener: (event: unknown) => void): void;
  /** Opens a network file that was dropped on the window. Its path is read here: the page never sees or names one. */
  openDropped(file: object): Promise<unknown>;
}

export const BRIDGE_NAME = 'trunkline';
export const ENGINE_PORT_MESSAGE = 'trunkline:engine-port';
