/**
 * A keyed set of items that topics are made of. It remembers what it holds, tells listeners what changed, and lends
 * narrowed sources (one device's interfaces, the ends of links) without holding anything twice.
 */
import type { TopicChange, TopicSource } from '../../../shared/contract/index.ts';

type Id = number | string;

export class Collection<I extends { readonly id: Id }> {
  readonly #items = new Map<Id, I>();
  readonly #listeners = new Set<(upsert: readonly I[], removed: readonly I[]) => void>();

  get(id: Id): I | undefined {
    return this.#items.get(id);
  }

  all(): I[] {
    return [...this.#items.values()];
  }

  get size(): number {
    return this.#items.size;
  }

  put(items: readonly I[]): void {
    if (items.length === 0) return;
    for (const item of items) this.#items.set(item.id, item);
    this.#tell(items, []);
  }

  remove(ids: readonly Id[]): void {
    const removed = ids.flatMap((id) => this.#items.get(id) ?? []);
    if (removed.length === 0) return;
    for (const item of removed) this.#items.delete(item.id);
    this.#tell([], removed);
  }

  /** Items that satisfy `wanted`, followed live. An item that stops satisfying it is reported as removed. */
  source(wanted: (item: I) => boolean = () => true): TopicSource<I> {
    return {
      snapshot: () => this.all().filter(wanted),
      subscribe: (onChange) => this.#follow(wanted, onChange),
    };
  }

  #follow(wanted: (item: I) => boolean, onChange: (change: TopicChange<I>) => void): () => void {
    const known = new Set<Id>(
      this.all()
        .filter(wanted)
        .map((item) => item.id),
    );
    const listener = (changed: readonly I[], gone: readonly I[]): void => {
      const upsert = changed.filter(wanted);
      const remove = [...changed.filter((item) => !wanted(item)), ...gone]
        .map((item) => item.id)
        .filter((id) => known.delete(id));
      for (const item of upsert) known.add(item.id);
      if (upsert.length > 0 || remove.length > 0) onChange({ upsert, remove });
    };
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #tell(upsert: readonly I[], removed: readonly I[]): void {
    for (const listener of this.#listeners) listener(upsert, removed);
  }
}
