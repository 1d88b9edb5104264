/** What a plain Node process lends the engine: real clock, plain log lines, a file vault, the real network. */
import type { Host, Log, NetworkAccess, Vault } from '../host/host.ts';
import { appVersion } from '../host/app-version.ts';
import { forkPinger } from './fork-pinger.ts';
import { systemClock } from '../host/system-clock.ts';

export const realNetwork: NetworkAccess = { endpoint: (host, port) => ({ host, port }), pinger: null };

export function systemHost(parts: { log: Log; vault: Vault; network?: NetworkAccess | undefined }): Host {
  const { log, vault, network = realNetwork } = parts;
  return { clock: systemClock, log, vault, network, openPinger: forkPinger, version: appVersion };
}
