/** Once an hour: what is past its retention leaves the file, incidents closed long ago leave memory and page. */
import type { Clock, Log } from '../../host/host.ts';
import type { Network } from '../network/network.ts';
import type { SettingsBook } from '../network/settings-book.ts';
import type { Store } from '../store/store.ts';

const EVERY_MS = 3_600_000;
const FIRST_AFTER_MS = 60_000;
/** As the topic `incidents` promises. */
const RECENT_MS = 7 * 24 * 3_600_000;

interface Deps {
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  readonly settings: SettingsBook;
  readonly network: Network;
}

export class Housekeeping {
  readonly #deps: Deps;
  #cancel: () => void = () => {};

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  start(): void {
    this.#schedule(FIRST_AFTER_MS);
  }

  close(): void {
    this.#cancel();
  }

  #schedule(delayMs: number): void {
    this.#cancel = this.#deps.clock.after(delayMs, () => {
      this.#schedule(EVERY_MS);
      this.#deps.network.forgetIncidentsBefore(this.#deps.clock.now() - RECENT_MS);
      void this.#prune();
    });
  }

  async #prune(): Promise<void> {
    const { store, settings, clock, log } = this.#deps;
    try {
      await store.prune({ ...settings.values, nowMs: clock.now() });
    } catch (error) {
      log.error('what is past its retention could not be removed', { error: String(error) });
    }
  }
}
