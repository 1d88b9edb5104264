/** One table of the network file that the engine keeps whole in memory: a change goes to both, memory first. */
import type { Store } from '../store/store.ts';
import type { TableName, Tables } from '../store/rows.ts';

export class KeptTable<N extends TableName> {
  readonly #name: N;
  readonly #store: Store;
  readonly #ownersOf: (row: Tables[N]) => readonly (number | null)[];
  readonly #rows = new Map<Tables[N]['id'], Tables[N]>();
  /** One id stands for itself: a hundred thousand interfaces have one current ifIndex each. */
  readonly #byOwner = new Map<number, Tables[N]['id'] | Set<Tables[N]['id']>>();

  /** `ownersOf` names the devices (or other rows) that a row belongs to, so that `of(owner)` need not search. */
  constructor(name: N, store: Store, ownersOf: (row: Tables[N]) => readonly (number | null)[] = () => []) {
    this.#name = name;
    this.#store = store;
    this.#ownersOf = ownersOf;
  }

  /** Takes rows that the file holds already. */
  load(rows: readonly Tables[N][]): void {
    for (const row of rows) this.#keep(row);
  }

  get(id: Tables[N]['id']): Tables[N] | undefined {
    return this.#rows.get(id);
  }

  all(): IterableIterator<Tables[N]> {
    return this.#rows.values();
  }

  get size(): number {
    return this.#rows.size;
  }

  of(owner: number): Tables[N][] {
    const owned = this.#byOwner.get(owner);
    if (owned === undefined) return [];
    const found: Tables[N][] = [];
    for (const id of owned instanceof Set ? owned : [owned]) {
      const row = this.#rows.get(id);
      if (row !== undefined) found.push(row);
    }
    return found;
  }

  put(rows: readonly Tables[N][]): void {
    if (rows.length === 0) return;
    for (const row of rows) this.#keep(row);
    this.#store.put(this.#name, rows);
  }

  remove(ids: readonly Tables[N]['id'][]): void {
    if (ids.length === 0) return;
    this.forget(ids);
    this.#store.remove(this.#name, ids);
  }

  /** Drops rows from memory only: they stay in the file as history. */
  forget(ids: readonly Tables[N]['id'][]): void {
    for (const id of ids) {
      const row = this.#rows.get(id);
      if (row === undefined) continue;
      this.#disown(row);
      this.#rows.delete(id);
    }
  }

  #keep(row: Tables[N]): void {
    const before = this.#rows.get(row.id);
    if (before !== undefined) this.#disown(before);
    this.#rows.set(row.id, row);
    for (const owner of this.#ownersOf(row)) {
      if (owner === null) continue;
      const owned = this.#byOwner.get(owner);
      if (owned instanceof Set) owned.add(row.id);
      else if (owned === undefined) this.#byOwner.set(owner, row.id);
      else if (owned !== row.id) this.#byOwner.set(owner, new Set([owned, row.id]));
    }
  }

  #disown(row: Tables[N]): void {
    for (const owner of this.#ownersOf(row)) {
      if (owner === null) continue;
      const owned = this.#byOwner.get(owner);
      if (owned instanceof Set) owned.delete(row.id);
      if (owned === row.id || (owned instanceof Set && owned.size === 0)) this.#byOwner.delete(owner);
    }
  }
}
