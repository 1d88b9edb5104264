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
}

export const BRIDGE_NAME = 'trunkline';
export const ENGINE_PORT_MESSAGE = 'trunkline:engine-port';
