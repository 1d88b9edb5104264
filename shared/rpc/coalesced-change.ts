/** Collects changes of a keyed collection until they are sent: the latest value of each key, and nothing twice. */
import type { TopicChange } from '../contract/index.ts';

export interface Keyed {
  readonly id: number | string;
}

export class CoalescedChange {
  readonly #upsert = new Map<number | string, Keyed>();
  readonly #remove = new Set<number | string>();

  get isEmpty(): boolean {
    return this.#upsert.size === 0 && this.#remove.size === 0;
  }

  /** How many keys are waiting: never more than the collection has. */
  get size(): number {
    return this.#upsert.size + this.#remove.size;
  }

  add(change: TopicChange<Keyed>): void {
    for (const item of change.upsert) {
      this.#remove.delete(item.id);
      this.#upsert.set(item.id, item);
    }
    for (const id of change.remove) {
      this.#upsert.delete(id);
      this.#remove.add(id);
    }
  }

  /** Hands over what was collected and starts anew. */
  take(): { upsert: Keyed[]; remove: (number | string)[] } {
    const taken = { upsert: [...this.#upsert.values()], remove: [...this.#remove] };
    this.clear();
    return taken;
  }

  clear(): void {
    this.#upsert.clear();
    this.#remove.clear();
  }
}
