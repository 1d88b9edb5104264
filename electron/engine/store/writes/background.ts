/** Work that may wait: done a slice at a time whenever the thread has no commit to make. */
import type { Slices } from './close-hours.ts';

interface Task {
  readonly slices: Slices;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

export class Background {
  readonly #tasks: Task[] = [];
  #scheduled = false;

  /** Resolves when the work is done; rejects with its error, and drops what was left of it. */
  run(slices: Slices): Promise<void> {
    const promise = new Promise<void>((resolve, reject) => this.#tasks.push({ slices, done: resolve, failed: reject }));
    this.#schedule();
    return promise;
  }

  /** Drops what is not done; all of it can be done again at the next start. */
  stop(): void {
    for (const task of this.#tasks.splice(0)) task.done();
  }

  // setImmediate lets the messages that have arrived go first: a commit waits for one slice at most.
  #schedule(): void {
    if (this.#scheduled || this.#tasks.length === 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#step();
      this.#schedule();
    });
  }

  #step(): void {
    const task = this.#tasks[0];
    if (task === undefined) return;
    try {
      if (task.slices.next().done !== true) return;
      this.#tasks.shift();
      task.done();
    } catch (error) {
      this.#tasks.shift();
      task.failed(error);
    }
  }
}
