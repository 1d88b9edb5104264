/**
 * Jobs that are due and wait: for their device (one job at a time) and for the global cap. First come, first served, but a
 * job whose device is busy stands aside and comes back behind it, so it holds nobody up. Reachability waits for neither.
 */
interface Queued {
  readonly job: { readonly deviceId: number; readonly class: string };
}

export class PollQueue<T extends Queued> {
  readonly #cap: () => number;
  /** Devices with a job under way; the jobs that wait for it, oldest first. */
  readonly #busy = new Map<number, T[]>();
  /** A Set is a queue that can lose members in the middle; `#urgent` goes before `#ready`. */
  readonly #urgent = new Set<T>();
  readonly #ready = new Set<T>();
  readonly #free = new Set<T>();
  #aside = 0;

  constructor(cap: () => number) {
    this.#cap = cap;
  }

  get length(): number {
    return this.#urgent.size + this.#ready.size + this.#free.size + this.#aside;
  }

  add(entry: T, where: 'first' | 'last'): void {
    const line = entry.job.class === 'reachability' ? this.#free : where === 'first' ? this.#urgent : this.#ready;
    line.add(entry);
  }

  /** Takes the next that may start now, and marks its device as busy; null when none may. */
  take(): T | null {
    const [exempt] = this.#free;
    if (exempt !== undefined) {
      this.#free.delete(exempt);
      return exempt;
    }
    if (this.#busy.size >= Math.max(1, this.#cap())) return null;
    return this.#takeFrom(this.#urgent) ?? this.#takeFrom(this.#ready);
  }

  /** To be called when a taken job has ended. The next of its device rejoins the line. */
  release(entry: T): void {
    if (entry.job.class === 'reachability') return;
    const waiting = this.#busy.get(entry.job.deviceId) ?? [];
    this.#busy.delete(entry.job.deviceId);
    this.#aside -= waiting.length;
    for (const next of waiting) this.#ready.add(next);
  }

  /** Takes a waiting job out of the line without running it. */
  drop(entry: T): void {
    if (this.#free.delete(entry) || this.#urgent.delete(entry) || this.#ready.delete(entry)) return;
    const waiting = this.#busy.get(entry.job.deviceId);
    const at = waiting?.indexOf(entry) ?? -1;
    if (waiting === undefined || at < 0) return;
    waiting.splice(at, 1);
    this.#aside -= 1;
  }

  #takeFrom(line: Set<T>): T | null {
    for (const entry of line) {
      line.delete(entry);
      const waiting = this.#busy.get(entry.job.deviceId);
      if (waiting === undefined) {
        this.#busy.set(entry.job.deviceId, []);
        return entry;
      }
      waiting.push(entry);
      this.#aside += 1;
    }
    return null;
  }
}
