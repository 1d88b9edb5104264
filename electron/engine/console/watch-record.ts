/**
 * Writes down that this engine watches the network, and until when: a row whose end moves on every ten seconds. After a
 * crash the end is at most that old; what lies between two rows is time of which nothing is known.
 */
import type { Clock } from '../../host/host.ts';
import type { Store } from '../store/store.ts';

const BEAT_MS = 10_000;

interface Deps {
  readonly clock: Clock;
  readonly store: Pick<Store, 'nextId' | 'put'>;
}

export class WatchRecord {
  readonly #deps: Deps;
  #current: { readonly id: number; readonly fromMs: number } | null = null;
  #cancel: () => void = () => {};

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  start(): void {
    this.#current = { id: this.#deps.store.nextId('watches'), fromMs: this.#deps.clock.now() };
    this.#tick();
  }

  /** Moves the end on to now. */
  beat(): void {
    if (this.#current === null) return;
    const toMs = Math.max(this.#current.fromMs, this.#deps.clock.now());
    this.#deps.store.put('watches', [{ ...this.#current, toMs }]);
  }

  /** The machine slept from `fromMs` on: the watch ended there, and a new one begins. */
  slept(fromMs: number): void {
    if (this.#current === null) return;
    this.#deps.store.put('watches', [{ ...this.#current, toMs: Math.max(this.#current.fromMs, fromMs) }]);
    this.#cancel();
    this.start();
  }

  close(): void {
    this.#cancel();
    this.beat();
    this.#current = null;
  }

  #tick(): void {
    this.beat();
    this.#cancel = this.#deps.clock.after(BEAT_MS, () => this.#tick());
  }
}
