/** A binary heap ordered by `dueMs` in which each entry knows its place, so that it can move or leave in O(log n). */
export interface Due {
  dueMs: number;
  /** Kept by the heap; -1 while outside. */
  place: number;
}

export class DueHeap<T extends Due> {
  readonly #entries: T[] = [];

  get size(): number {
    return this.#entries.length;
  }

  peek(): T | undefined {
    return this.#entries[0];
  }

  /** Puts an entry in, or moves it after its `dueMs` changed. */
  put(entry: T): void {
    if (entry.place < 0) {
      entry.place = this.#entries.length;
      this.#entries.push(entry);
    }
    this.#rise(entry);
    this.#sink(entry);
  }

  /** Takes the earliest out. */
  pop(): T | undefined {
    const [first] = this.#entries;
    if (first !== undefined) this.remove(first);
    return first;
  }

  remove(entry: T): void {
    const { place } = entry;
    if (place < 0) return;
    const last = this.#entries.pop();
    entry.place = -1;
    if (last === undefined || last === entry) return;
    this.#set(place, last);
    this.#rise(last);
    this.#sink(last);
  }

  #rise(entry: T): void {
    for (;;) {
      const parent = this.#entries[(entry.place - 1) >> 1];
      if (entry.place === 0 || parent === undefined || parent.dueMs <= entry.dueMs) return;
      this.#swap(parent, entry);
    }
  }

  #sink(entry: T): void {
    for (;;) {
      const left = this.#entries[2 * entry.place + 1];
      const right = this.#entries[2 * entry.place + 2];
      const child = right !== undefined && left !== undefined && right.dueMs < left.dueMs ? right : left;
      if (child === undefined || child.dueMs >= entry.dueMs) return;
      this.#swap(entry, child);
    }
  }

  #swap(upper: T, lower: T): void {
    const { place } = upper;
    this.#set(lower.place, upper);
    this.#set(place, lower);
  }

  #set(place: number, entry: T): void {
    this.#entries[place] = entry;
    entry.place = place;
  }
}
