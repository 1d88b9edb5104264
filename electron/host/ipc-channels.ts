/** The only channels between page and main process. */
export const SHELL_CHANNEL = 'trunkline:shell';
export const ENGINE_PORT_CHANNEL = 'trunkline:engine-port';
/** A file that was dropped on the window, by its path. */
export const DROPPED_CHANNEL = 'trunkline:dropped';
/** From main to the page: a `ShellEvent`. */
export const EVENT_CHANNEL = 'trunkline:event';
