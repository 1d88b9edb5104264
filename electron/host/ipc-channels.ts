/** The only two channels between page and main process. */
export const SHELL_CHANNEL = 'trunkline:shell';
export const ENGINE_PORT_CHANNEL = 'trunkline:engine-port';
