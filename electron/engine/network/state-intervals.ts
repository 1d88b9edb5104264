/** The current state of each thing, kept as intervals: a change closes one row and opens the next, never overwrites. */
import type { Store } from '../store/store.ts';
import type { StateRow, StateSubject } from '../store/rows.ts';
import { KeptTable } from './kept-table.ts';

export interface StateChange {
  readonly subject: StateSubject;
  readonly subjectId: number;
  readonly from: StateRow['state'] | null;
  readonly to: StateRow['state'];
  readonly because: string | null;
  readonly atMs: number;
}

export class StateIntervals {
  readonly #store: Store;
  readonly #rows: KeptTable<'states'>;
  /** Ids of the open intervals. Asked for every interface at every poll: numbers as keys, no text is made. */
  readonly #current: Record<StateSubject, Map<number, number>> = {
    device: new Map(),
    icmp: new Map(),
    snmp: new Map(),
    ssh: new Map(),
    interface: new Map(),
    link: new Map(),
    sensor: new Map(),
  };

  constructor(store: Store) {
    this.#store = store;
    this.#rows = new KeptTable('states', store);
  }

  load(rows: readonly StateRow[]): void {
    this.#rows.load(rows);
    for (const row of rows) this.#current[row.subject].set(row.subjectId, row.id);
  }

  get(subject: StateSubject, subjectId: number): StateRow | undefined {
    const id = this.#current[subject].get(subjectId);
    return id === undefined ? undefined : this.#rows.get(id);
  }

  /**
   * Sets a state as of `atMs` (which may lie a little back: a device was down from its first missed probe, not from the
   * moment that was certain). Returns what changed, or null when nothing did. A changed reason alone keeps the interval.
   */
  set(
    subject: StateSubject,
    subjectId: number,
    state: StateRow['state'],
    because: string | null,
    atMs: number,
  ): StateChange | null {
    const before = this.get(subject, subjectId);
    if (before?.state === state) {
      if (before.because !== because) this.#rows.put([{ ...before, because }]);
      return null;
    }
    const fromMs = Math.max(atMs, before?.fromMs ?? 0);
    if (before !== undefined) this.#close(before, fromMs);
    const row = { id: this.#store.nextId('states'), subject, subjectId, state, because, fromMs, toMs: null };
    this.#rows.put([row]);
    this.#current[subject].set(subjectId, row.id);
    return { subject, subjectId, from: before?.state ?? null, to: state, because, atMs: fromMs };
  }

  /** Ends the state of a thing that is no more. */
  end(subject: StateSubject, subjectId: number, atMs: number): void {
    const before = this.get(subject, subjectId);
    if (before === undefined) return;
    this.#close(before, Math.max(atMs, before.fromMs));
    this.#current[subject].delete(subjectId);
  }

  /** Forgets a removed device's state without a trace: the store removes its history. */
  drop(subject: StateSubject, subjectId: number): void {
    const id = this.#current[subject].get(subjectId);
    if (id === undefined) return;
    this.#rows.forget([id]);
    this.#current[subject].delete(subjectId);
  }

  #close(row: StateRow, toMs: number): void {
    this.#store.put('states', [{ ...row, toMs }]);
    this.#rows.forget([row.id]);
  }
}
